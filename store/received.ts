import type { Selectable } from 'kysely';
import { RogatoryError } from '../contracts/errors.js';
import type { DecisionChoice, Verdict } from '../contracts/route-events.js';
import { byWhom } from './actor.js';
import type { PersonAct } from './actor.js';
import { refuseWhileGapsStand } from './gaps.js';
import { newId } from './ids.js';
import { settleByAct } from './notify/settle.js';
import { enqueue, type RelayRow } from './relay.js';
import { hasEnded, lockRoute, type RouteRecord } from './routes.js';
import type { ReportWhat, ReviewWhat, RouteReportsTable, WithdrawalsTable } from './schema-correspondence.js';
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
 * ask for where it stands, ROLE_MAY_NOT for whoever the page of its life cycle does not name, GAPS_STAND when it would close with
 * a gap that nobody has closed.
 */
export async function recordReport(
  tx: Tx,
  act: PersonAct,
  input: ReportToRecord & { what: Exclude<ReportWhat, ReviewWhat>; choice?: DecisionChoice },
): Promise<{ reportId: string; relay: RelayRow }> {
  const route = await lockRoute(tx, input.routeId);
  if (input.what === 'decision-taken') {
    const choice = input.choice ?? 'CLOSE';
    refuseDecision(act, route, choice);
    if (choice === 'CLOSE') await refuseWhileGapsStand(tx, route.id);
  }
  return writeReport(tx, act, route, input);
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

async function writeReport(
  tx: Tx,
  act: PersonAct,
  route: RouteRecord,
  input: ReportToRecord & { what: Exclude<ReportWhat, ReviewWhat>; choice?: DecisionChoice },
): Promise<{ reportId: string; relay: RelayRow }> {
  const { what, finding, choice = null } = input;
  const { caseId, id: routeId } = route;
  const { reportId } = await keepReport(tx, act, route, input);
  const subject = { kind: 'report', id: reportId };
  tx.audit({
    verb: 'DECISION_RECORDED',
    act,
    subject,
    caseId,
    reason: finding,
    body: { routeId, what, choice },
  });
  return {
    reportId,
    relay: await tellReport(tx, act, route, { what, ref: reportId, ...(choice === null ? {} : { choice }) }),
  };
}

/** Writes what a person says of a route, sealed; whoever calls audits it. */
export async function keepReport(
  tx: Tx,
  act: PersonAct,
  route: RouteRecord,
  {
    what,
    ref,
    finding,
    choice = null,
  }: ReportToRecord & { what: ReportWhat; choice?: DecisionChoice | Verdict | null },
): Promise<{ reportId: string }> {
  const row = { ...ofRoute(act, route), what, choice };
  const secrets = await tx.secrets.of(route.caseId);
  await tx.db
    .insertInto('routeReports')
    .values({ ...row, ...secrets.seal('routeReports', row.id, { ref, finding }) })
    .execute();
  return { reportId: row.id };
}

/** Tells the route's workflow; reminders of what was waited for end by it. */
export async function tellReport(
  tx: Tx,
  act: PersonAct,
  { caseId, workflowId, id: routeId }: RouteRecord,
  payload: { what: ReportWhat; ref: string } & ({ choice?: DecisionChoice } | { verdict: Verdict }),
): Promise<RelayRow> {
  await settleByAct(tx, act, routeId);
  return enqueue(tx, { caseId, workflowId, update: 'reportDone', payload, at: act.at });
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
