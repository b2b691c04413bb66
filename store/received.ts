import type { Selectable } from 'kysely';
import { RogatoryError } from '../contracts/errors.js';
import type { DecisionChoice, Verdict } from '../contracts/route-events.js';
import { byWhom, namesOf } from './actor.js';
import type { PersonAct } from './actor.js';
import { caseById } from './cases.js';
import { wakeHeld } from './held.js';
import { wasInvolved } from './involved.js';
import { newId } from './ids.js';
import { settleByAct } from './notify/settle.js';
import { enqueue, type RelayRow } from './relay.js';
import { hasEnded, lockRoute, type RouteRecord } from './routes.js';
import type { ReportWhat, RouteReportsTable, WithdrawalsTable } from './schema-correspondence.js';
import type { Opened } from './secrets/sealed.js';
import type { Reading, Tx } from './tx.js';

const ofRoute = (act: PersonAct, { id: routeId, caseId }: RouteRecord) => ({
  id: newId(),
  caseId,
  routeId,
  ...byWhom(act),
  at: act.at,
});

/** Withdraws a route with its reason; from here on nothing of it can be handed over. Throws ROUTE_STATE once it ended. */
export async function recordWithdrawal(
  tx: Tx,
  act: PersonAct,
  { routeId, reason }: { routeId: string; reason: string },
): Promise<{ withdrawalId: string; relay: RelayRow }> {
  const route = await lockRoute(tx, routeId);
  if (hasEnded(route.state))
    throw new RogatoryError('ROUTE_STATE', { about: `The route is ${route.state}.` });
  const row = ofRoute(act, route);
  const { caseId, workflowId } = route;
  const secrets = await tx.secrets.of(caseId);
  await tx.db
    .insertInto('withdrawals')
    .values({ ...row, ...secrets.seal('withdrawals', row.id, { reason }) })
    .execute();
  tx.audit({ verb: 'WITHDRAWAL_RECORDED', act, subject: { kind: 'route', id: routeId }, caseId, reason });
  await settleByAct(tx, act, routeId);
  const payload = { withdrawalId: row.id };
  const relay = await enqueue(tx, { caseId, workflowId, update: 'withdrawRoute', payload, at: act.at });
  return { withdrawalId: row.id, relay };
}

export async function withdrawalsOfRoute(
  read: Reading,
  routeId: string,
): Promise<Opened<Selectable<WithdrawalsTable>>[]> {
  const rows = await read.db
    .selectFrom('withdrawals')
    .selectAll()
    .where('routeId', '=', routeId)
    .orderBy('id')
    .execute();
  return Promise.all(
    rows.map(async (row) => (await read.secrets.of(row.caseId)).open('withdrawals', row.id, row)),
  );
}

export type ReportToRecord = {
  routeId: string;
  /** Number or name of the document it rests on. */
  ref: string;
  finding: string;
};

/**
 * A person reports that what a route waits for is done, or decides. Throws ROUTE_STATE for a decision that the route does not
 * ask for where it stands, ROLE_MAY_NOT for whoever the page of its life cycle does not name.
 */
export async function recordReport(
  tx: Tx,
  act: PersonAct,
  input: ReportToRecord & { what: Exclude<ReportWhat, 'ex-post-reviewed'>; choice?: DecisionChoice },
): Promise<{ reportId: string; relay: RelayRow }> {
  const route = await lockRoute(tx, input.routeId);
  if (input.what === 'decision-taken') refuseDecision(act, route, input.choice ?? 'CLOSE');
  return writeReport(tx, act, route, input, 'DECISION_RECORDED');
}

function refuseDecision({ actor }: PersonAct, { state, lot }: RouteRecord, choice: DecisionChoice): void {
  const { decisions } = lot.terms;
  if (decisions.length === 0) return;
  const here = decisions.filter((one) => one.state === state);
  const offering = here.filter(({ choices }) => choices.includes(choice));
  if (offering.length === 0) {
    const choices = [...new Set(here.flatMap((one) => one.choices))].join(', ') || 'nothing';
    throw new RogatoryError('ROUTE_STATE', { about: `The route is ${state}; to decide there: ${choices}.` });
  }
  const by = [...new Set(offering.flatMap((one) => one.by))];
  if (!by.includes(actor.role)) throw new RogatoryError('ROLE_MAY_NOT', { about: by.join(' or ') });
}

/**
 * The review of an emergency afterwards. Requests of the unit that its being overdue held are looked at again (HR-13).
 * Throws ROLE_MAY_NOT for whoever drafted, signed, sent or received on the route (specification C.10, HR-07).
 */
export async function recordReview(
  tx: Tx,
  act: PersonAct,
  input: ReportToRecord & { verdict: Verdict },
): Promise<{ reportId: string; relay: RelayRow; woken: readonly RelayRow[] }> {
  const route = await lockRoute(tx, input.routeId);
  if (await wasInvolved(tx, route, namesOf(act))) {
    throw new RogatoryError('ROLE_MAY_NOT', {
      about: 'a person who neither drafted, signed, sent nor received',
    });
  }
  const { verdict: choice } = input;
  const report = { ...input, what: 'ex-post-reviewed', choice } as const;
  const written = await writeReport(tx, act, route, report, 'EX_POST_REVIEWED');
  const { unitId } = await caseById(tx, route.caseId);
  return { ...written, woken: await wakeHeld(tx, act.at, { unitId }) };
}

async function writeReport(
  tx: Tx,
  act: PersonAct,
  route: RouteRecord,
  input: ReportToRecord & { what: ReportWhat; choice?: DecisionChoice | Verdict },
  verb: 'DECISION_RECORDED' | 'EX_POST_REVIEWED',
): Promise<{ reportId: string; relay: RelayRow }> {
  const { what, ref, finding, choice = null } = input;
  const { caseId, workflowId, id: routeId } = route;
  const row = { ...ofRoute(act, route), what, choice };
  const secrets = await tx.secrets.of(caseId);
  await tx.db
    .insertInto('routeReports')
    .values({ ...row, ...secrets.seal('routeReports', row.id, { ref, finding }) })
    .execute();
  const subject = { kind: 'report', id: row.id };
  tx.audit({ verb, act, subject, caseId, reason: finding, body: { routeId, what, choice } });
  const said = choice === null ? {} : { [what === 'ex-post-reviewed' ? 'verdict' : 'choice']: choice };
  await settleByAct(tx, act, routeId);
  const payload = { what, ref: row.id, ...said };
  const relay = await enqueue(tx, { caseId, workflowId, update: 'reportDone', payload, at: act.at });
  return { reportId: row.id, relay };
}

export async function reportsOfRoute(
  read: Reading,
  routeId: string,
): Promise<Opened<Selectable<RouteReportsTable>>[]> {
  const rows = await read.db
    .selectFrom('routeReports')
    .selectAll()
    .where('routeId', '=', routeId)
    .orderBy('id')
    .execute();
  return Promise.all(
    rows.map(async (row) => (await read.secrets.of(row.caseId)).open('routeReports', row.id, row)),
  );
}
