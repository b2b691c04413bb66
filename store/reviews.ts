import type { Role } from '../contracts/codes.js';
import { RogatoryError } from '../contracts/errors.js';
import type { Verdict } from '../contracts/route-events.js';
import { namesOf, sameName } from './actor.js';
import type { PersonAct } from './actor.js';
import { caseById } from './cases.js';
import { wakeHeld } from './held.js';
import { wasInvolved } from './involved.js';
import { keepReport, tellReport, type ReportToRecord } from './received.js';
import type { RelayRow } from './relay.js';
import { lockRoute } from './routes.js';
import type { Tx } from './tx.js';

const lawyer: Role = 'LEGAL_ADVISOR';

/** `counts` is the verdict once both have signed; before that who has to sign is named, anybody not involved where nobody is. */
export type Reviewed = {
  reportId: string;
  counts: Verdict | null;
  waitsFor: readonly Role[];
  relays: readonly RelayRow[];
};

/**
 * One signature of the review of an emergency afterwards. It takes two persons who had no part in it, one of them a legal
 * adviser (C.3), and validates only where both do. Requests of the unit that its being overdue held are looked at again with the
 * second (HR-13). Throws ROLE_MAY_NOT for whoever drafted, signed, sent or received on the route (C.10, HR-07) and for a pair
 * without a legal adviser, DECISION_SECOND_SAME, and ROUTE_STATE once both have signed.
 */
export async function recordReview(
  tx: Tx,
  act: PersonAct,
  input: ReportToRecord & { verdict: Verdict },
): Promise<Reviewed> {
  const route = await lockRoute(tx, input.routeId);
  if (await wasInvolved(tx, route, namesOf(act)))
    throw new RogatoryError('ROLE_MAY_NOT', {
      about: 'a person who neither drafted, signed, sent nor received',
    });
  const before = await signaturesOf(tx, route.id);
  if (before.length > 1) throw new RogatoryError('ROUTE_STATE', { about: 'The review was signed by two.' });
  const [first] = before;
  if (first !== undefined && sameName(act, first))
    throw new RogatoryError('DECISION_SECOND_SAME', {
      about: first.role === lawyer ? 'anybody not involved' : lawyer,
    });
  if (first !== undefined && first.role !== lawyer && act.actor.role !== lawyer)
    throw new RogatoryError('ROLE_MAY_NOT', { about: lawyer });
  const what = first === undefined ? 'ex-post-review-signed' : 'ex-post-reviewed';
  const { reportId } = await keepReport(tx, act, route, { ...input, what, choice: input.verdict });
  const { caseId, id: routeId } = route;
  const entry = { act, subject: { kind: 'report', id: reportId }, caseId, reason: input.finding };
  tx.audit({ verb: 'EX_POST_REVIEW_SIGNED', ...entry, body: { routeId, verdict: input.verdict } });
  if (first === undefined)
    return { reportId, counts: null, waitsFor: act.actor.role === lawyer ? [] : [lawyer], relays: [] };
  const counts = first.choice === 'VALIDATED' ? input.verdict : 'NOT_VALIDATED';
  tx.audit({ verb: 'EX_POST_REVIEWED', ...entry, body: { routeId, verdict: counts } });
  const relay = await tellReport(tx, act, route, { what, ref: reportId, verdict: counts });
  const { unitId } = await caseById(tx, caseId);
  return { reportId, counts, waitsFor: [], relays: [relay, ...(await wakeHeld(tx, act.at, { unitId }))] };
}

const signaturesOf = ({ db }: Pick<Tx, 'db'>, routeId: string) =>
  db
    .selectFrom('routeReports')
    .select(['byPerson', 'onBehalfOf', 'role', 'choice'])
    .where('routeId', '=', routeId)
    .where('what', 'in', ['ex-post-review-signed', 'ex-post-reviewed'])
    .orderBy('id')
    .execute();
