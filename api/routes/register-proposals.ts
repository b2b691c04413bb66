import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { instant } from '../../contracts/instants.js';
import { conversionReasons } from '../../contracts/refusals.js';
import { proposalChoices } from '../../contracts/register-proposals.js';
import { decideRegisterProposal, registerDecisions, registerProposals } from '../../store/index.js';
import { actOn } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';

const tags = ['rules'];
const told = z.string();
const line = z.string().describe('The line that a release would put into the register.');
const proposal = z
  .object({
    addressee: z.string(),
    route: z.string(),
    since: told,
    upTo: told.describe('To be named in the decision: how far the proposal was read.'),
    refusals: z.array(z.object({ reason: z.enum(conversionReasons), times: z.int() })).readonly(),
    answers: z.object({
      times: z.int(),
      days: z.object({ from: z.int(), to: z.int() }).nullable().describe('From sending to the answer.'),
    }),
    line,
  })
  .meta({ id: 'RegisterProposal' });
const decisionView = z
  .object({
    id: z.string(),
    addressee: z.string(),
    route: z.string(),
    upTo: told,
    choice: z.enum(proposalChoices),
    line,
    reason: z.string(),
    byPerson: z.string(),
    role: z.enum(roles),
    at: told,
  })
  .meta({ id: 'RegisterDecision' });
const body = z
  .strictObject({
    addressee: z.string().min(1).max(200),
    route: z.string().min(1).max(80),
    upTo: instant,
    choice: z.enum(proposalChoices),
    reason: z.string().trim().min(10).max(2000).describe('It names no case and no person.'),
  })
  .meta({ id: 'RegisterProposalToDecide' });
const decided = z.object({ decisionId: z.string(), line }).meta({ id: 'RegisterProposalDecided' });

/** What requests taught about addressees, as proposals for the registers; a release writes them, never the system (C.15). */
export const registerProposalRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/registers/proposals',
      {
        config: { action: 'register.readProposals', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary:
            'What was observed of addressees since it was last decided on, and what was decided; no case is named',
          response: answers({
            200: z.object({
              rows: z.array(proposal).readonly(),
              decided: z.array(decisionView).readonly(),
            }),
          }),
        },
      },
      async () => {
        const { read } = deps.store;
        return { rows: await registerProposals(read), decided: await registerDecisions(read) };
      },
    );

    app.post(
      '/registers/proposals/decision',
      {
        config: { action: 'register.decideProposal', audit: 'REGISTER_PROPOSAL_DECIDED' },
        schema: {
          tags,
          summary: 'Accept a proposal as a line for the next release of the registers, or reject it',
          headers: postHeaders,
          body,
          response: answers(changeStatuses(changed(decided)), ...withBody, 'PROPOSAL_STALE'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { reason, ...input } = request.body;
          const act = { ...actOn(request, at), reason };
          return { body: await decideRegisterProposal(tx, act, input), relays: [] };
        }),
    );
  };
