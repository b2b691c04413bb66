import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isState } from '../../contracts/states.js';
import type { EmergencyPage } from '../../rules/engine/index.js';
import type { Reading } from '../../store/index.js';
import { actOn, personOf } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { openEmergency, type EmergencyOpened } from '../emergency.js';
import { etagOfVersion, postHeaders } from '../headers.js';
import { answers, withBody, withFacts } from '../problem.js';
import { emergencyView } from '../schemas/emergency.js';
import { sentOutside, told } from '../schemas/in-flight.js';
import { marked } from '../views.js';
import { waitingFor } from '../waiting-for.js';
import { itemId } from './cases.js';

const facts = z.record(z.string().max(120), z.unknown());
const maxItems = 20;
const body = z
  .strictObject({
    reference: z.string().trim().min(1).max(120).describe('File number of the office.'),
    title: z.string().trim().min(1).max(300).optional(),
    requestingState: z.string().refine(isState, 'a State: two capital letters of ISO 3166-1'),
    source: z.string().trim().min(1).max(500).describe('Document or person all these answers rest on.'),
    facts: facts.describe('Answers about the case, by fact of the dictionary.'),
    items: z
      .array(z.strictObject({ id: itemId, facts: facts.describe('Answers about the item, by fact.') }))
      .min(1)
      .max(maxItems)
      .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'each item once'),
    happenedAt: z
      .strictObject({ ...sentOutside, approval: told })
      .optional()
      .describe('Only where the request left on paper while the system was down: with its true times.'),
  })
  .meta({ id: 'EmergencyToOpen' });

/** The questions of the page, as the documentation of the endpoint shows them. */
const questionsOf = (page: EmergencyPage): string =>
  [
    'One request, one transaction: the case is opened, what was told is recorded, the rules are asked and, where the emergency route is open, the whole plan is started. Nothing is started where it is not; the answer says why and what to do instead.',
    ...(['case', 'item'] as const).flatMap((scope) => [
      `\nNeeded of ${scope === 'case' ? 'the case' : 'each item'}:`,
      ...page[scope].map(
        ({ fact, says, when }) =>
          `- \`${fact}\`${when ? ` (where \`${when.fact}\` is ${String(when.is)})` : ''}: ${says}`,
      ),
    ]),
  ].join('\n');

/** Emergencies: from a danger that was told to drafts that wait for their signatures, in one request (C.10). */
export const emergencyRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/emergencies',
      {
        config: { action: 'emergency.open', audit: 'CASE_OPENED' },
        schema: {
          tags: ['emergencies'],
          summary: 'Tell of a danger to life, and start all that the law opens against it',
          description: questionsOf(deps.intake.emergency),
          headers: postHeaders,
          body,
          response: answers(
            changeStatuses(changed(emergencyView)),
            ...withBody,
            'EMERGENCY_UNTOLD',
            ...withFacts,
            'DETERMINATION_REFUSED',
            'DISPATCH_IN_FUTURE',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const act = actOn(request, at);
          const opened = await openEmergency(deps, tx, {
            act,
            person: personOf(request),
            told: request.body,
          });
          return {
            body: marked(deps, emergencyView.parse(await answerOf(deps, tx, opened, at))),
            etag: etagOfVersion(opened.file.version),
            relays: opened.begun ? [opened.begun.relay] : [],
          };
        }),
    );
  };

async function answerOf(deps: AppDeps, read: Reading, opened: EmergencyOpened, at: string) {
  const { file, determination, begun, askedElsewhere } = opened;
  const about = { caseId: file.id, reference: file.reference, determinationId: determination.id };
  const lots = new Map(begun?.plan.lots.map((lot) => [lot.key, lot]));
  const waiting = [];
  for (const { routeId, lotKey } of begun?.routes ?? []) {
    const lot = lots.get(lotKey);
    if (lot) waiting.push(await waitingFor(deps, read, { file, routeId, lot, at }));
  }
  return {
    ...about,
    state: begun ? 'STARTED' : 'NOT_OPENED',
    planId: begun?.plan.id ?? null,
    text: determination.prose,
    waiting,
    notOpened: begun ? null : whyNot(deps, determination.result),
    askedElsewhere,
  };
}

/** In words: each reason that shut the lane, the routes that are open all the same, and the questions that could open more. */
function whyNot({ ruleSet, intake }: AppDeps, result: EmergencyOpened['determination']['result']) {
  const { reasons, blockers, measures } = ruleSet.texts;
  const ofTheLane = (route: string) =>
    intake.emergency.opens.some((family) => route.split(/[:(]/)[0] === family);
  return {
    reasons: result.alternates
      .filter(({ route }) => ofTheLane(route))
      .map(({ route, reason, items }) => ({
        route,
        reason,
        items,
        says: reasons[reason] ?? blockers[reason] ?? reason,
      })),
    instead: result.lots.map(({ key, route, addressee, measure }) => ({
      ...{ key, route, addressee, measure },
      says: measures[measure] ?? measure,
    })),
    answers: result.openQuestions.map(({ fact, subject, question }) => ({ fact, subject, question })),
  };
}
