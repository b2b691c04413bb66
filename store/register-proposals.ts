import type { Selectable } from 'kysely';
import { RogatoryError } from '../contracts/errors.js';
import {
  lineOf,
  observedIn,
  warningsOf,
  type Observation,
  type Observed,
  type ProposalChoice,
} from '../contracts/register-proposals.js';
import { byWhom } from './actor.js';
import type { PersonAct } from './actor.js';
import { newId } from './ids.js';
import { observations } from './observations.js';
import type { RouteRecord } from './routes.js';
import type { RegisterDecisionsTable } from './schema-register.js';
import type { Bare, Tx } from './tx.js';

export type RegisterDecision = Selectable<RegisterDecisionsTable>;
export type RegisterProposal = Observed & { line: string };

/** What was observed since a legal adviser last decided, one proposal for each addressee and route, newest first. */
export async function registerProposals(read: Bare): Promise<RegisterProposal[]> {
  const decided = await registerDecisions(read);
  const open = (await observations(read)).filter(
    (one) => !decided.some((past) => isSame(past, one) && Date.parse(past.upTo) >= Date.parse(one.at)),
  );
  const groups = new Map<string, Observation[]>();
  for (const one of open) {
    const key = `${one.route} ${one.addressee}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map(proposalOf);
}

type Pair = { addressee: string; route: string };
const isSame = (one: Pair, other: Pair): boolean =>
  one.addressee === other.addressee && one.route === other.route;

function proposalOf(of: readonly Observation[]): RegisterProposal {
  const observed = observedIn(of);
  return { ...observed, line: lineOf(observed) };
}

/** What was decided, newest first; accepted lines wait for a release that puts them into the register. */
export const registerDecisions = (read: Bare): Promise<RegisterDecision[]> =>
  read.db.selectFrom('registerDecisions').selectAll().orderBy('id', 'desc').execute();

/**
 * A legal adviser decides on a proposal as he or she read it: `upTo` names how far. Nothing is written into a register.
 * Throws PROPOSAL_STALE where it was decided on, or more was observed, since.
 */
export async function decideRegisterProposal(
  tx: Tx,
  act: PersonAct & { reason: string },
  { addressee, route, upTo, choice }: Pair & { upTo: string; choice: ProposalChoice },
): Promise<{ decisionId: string; line: string }> {
  const proposal = (await registerProposals(tx)).find((one) => isSame(one, { addressee, route }));
  if (!proposal || Date.parse(proposal.upTo) !== Date.parse(upTo)) throw new RogatoryError('PROPOSAL_STALE');
  const id = newId();
  const { reason, at } = act;
  const { line } = proposal;
  await tx.db
    .insertInto('registerDecisions')
    .values({ id, addressee, route, upTo: proposal.upTo, choice, line, reason, ...byWhom(act), at })
    .execute();
  const subject = { kind: 'register-proposal', id };
  tx.audit({
    verb: 'REGISTER_PROPOSAL_DECIDED',
    act,
    subject,
    reason,
    body: { addressee, route, choice, line },
  });
  return { decisionId: id, line };
}

/** What became of the last requests to the same addressee by the same route, for whoever drafts the next one. */
export async function warningsFor(read: Bare, { id, addressee, route }: RouteRecord): Promise<string[]> {
  const last = (await observations(read, { addressee, route, exceptRoute: id })).slice(0, 10);
  return last.length === 0 ? [] : warningsOf(observedIn(last), last.slice(0, 3));
}
