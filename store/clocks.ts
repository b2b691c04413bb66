import type { Selectable } from 'kysely';
import type { RouteState } from '../contracts/codes.js';
import type { ClockTerm, Rung } from '../contracts/plan.js';
import type { Act } from './actor.js';
import { newId } from './ids.js';
import { lockRoute } from './routes.js';
import type { ClocksTable } from './schema-correspondence.js';
import type { Reading, Tx } from './tx.js';

export type ClockToStart = {
  routeId: string;
  term: ClockTerm;
  /** State whose entry started it. */
  event: RouteState;
  startedAt: string;
  endsAt: string;
  provisional: boolean;
  /** How the end was counted: start, unit, calendar and its version, days skipped. */
  derivation: unknown;
  rungs: readonly { at: string; rung: Rung }[];
};

/** Starts a clock with the instants computed by the calendar then known. The same term and start gives the same clock. */
export async function startClock(tx: Tx, act: Act, input: ClockToStart): Promise<{ clockId: string }> {
  const { routeId, term, event, provisional } = input;
  const { caseId } = await lockRoute(tx, routeId);
  const startedAt = new Date(input.startedAt).toISOString();
  const endsAt = new Date(input.endsAt).toISOString();
  const running = await tx.db
    .selectFrom('clocks')
    .select('id')
    .where('routeId', '=', routeId)
    .where('termId', '=', term.id)
    .where('startedAt', '=', startedAt)
    .executeTakeFirst();
  if (running) return { clockId: running.id };
  const { id: termId, title, nature, reference } = term;
  const id = newId();
  const clock = {
    id,
    caseId,
    routeId,
    termId,
    event,
    title,
    nature,
    reference,
    startedAt,
    endsAt,
    provisional,
  };
  await tx.db
    .insertInto('clocks')
    .values({
      ...clock,
      derivation: JSON.stringify(input.derivation ?? null),
      rungs: JSON.stringify(input.rungs),
    })
    .execute();
  const body = { routeId, termId, event, startedAt, endsAt, provisional, nature };
  tx.audit({ verb: 'CLOCK_STARTED', act, subject: { kind: 'clock', id }, caseId, body });
  return { clockId: id };
}

/** Stops a clock; one that is stopped stays as it is. */
export async function stopClock(
  tx: Tx,
  act: Act,
  { clockId, why }: { clockId: string; why: string },
): Promise<void> {
  const stopped = await tx.db
    .updateTable('clocks')
    .set({ stoppedAt: act.at, stopWhy: why })
    .where('id', '=', clockId)
    .where('stoppedAt', 'is', null)
    .returning(['caseId', 'routeId'])
    .executeTakeFirst();
  if (!stopped) return;
  const { caseId, routeId } = stopped;
  tx.audit({
    verb: 'CLOCK_ENDED',
    act,
    subject: { kind: 'clock', id: clockId },
    caseId,
    reason: why,
    body: { routeId },
  });
}

/** Clocks of a route, in the order they were started. */
export async function clocksOfRoute(read: Reading, routeId: string): Promise<Selectable<ClocksTable>[]> {
  return read.db.selectFrom('clocks').selectAll().where('routeId', '=', routeId).orderBy('id').execute();
}

/** Clocks of a case, those that end first before the others. */
export async function clocksOfCase(read: Reading, caseId: string): Promise<Selectable<ClocksTable>[]> {
  return read.db
    .selectFrom('clocks')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('endsAt')
    .orderBy('id')
    .execute();
}
