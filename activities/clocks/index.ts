import type { RouteActivities, StartedClock } from '../../contracts/activities.js';
import type { WorkingCalendar } from '../../rules/engine/registers/model.js';
import {
  caseById,
  replyById,
  startClock,
  stopClock,
  systemAct,
  type Reading,
  type Store,
} from '../../store/index.js';
import { instantsOf, preservationOf, rungsFrom, type Granted } from './instants.js';
import { assumedCalendar } from './office-days.js';
import { endOf } from './periods.js';

export { endOf, type Counted, type Derivation } from './periods.js';
export { instantsOf, preservationOf, rungsFrom, type ClockInstants, type Granted } from './instants.js';
export { assumedCalendar } from './office-days.js';

/** Calendar of a State from the registers, or undefined when they have none. */
export type Calendars = (state: string) => WorkingCalendar | undefined;
export type ClockDeps = { store: Store; calendars: Calendars; clock: () => Date };
export type ClockActivities = Pick<RouteActivities, 'startClocks' | 'stopClocks' | 'computeInstants'>;

/**
 * Clocks of routes: definitions come from the plan, instants are computed here once, by the calendar known at that moment,
 * and kept with their derivation. Every term that is handed in is started; which ones an event starts the workflow says.
 */
export function createClocks({ store, calendars, clock }: ClockDeps): ClockActivities {
  const calendarOf = async (caseId: string): Promise<WorkingCalendar> => {
    const { requestingState } = await caseById(store.read, caseId);
    return calendars(requestingState) ?? assumedCalendar(requestingState);
  };

  return {
    async startClocks({ caseId, routeId, clocks, startedAt, event, replyId }) {
      const calendar = await calendarOf(caseId);
      const granted = await grantedBy(store.read, routeId, replyId);
      const preservation = preservationOf(clocks);
      const act = systemAct('clocks', clock().toISOString());
      return store.transaction(async (tx) => {
        const started: StartedClock[] = [];
        for (const term of clocks) {
          const dates = preservation.includes(term) ? granted : null;
          const instants = instantsOf(term, startedAt, calendar, dates);
          const { clockId } = await startClock(tx, act, { routeId, term, event, ...instants });
          const { endsAt, provisional, rungs } = instants;
          started.push({ clockId, term: term.id, endsAt, provisional, rungs });
        }
        return started;
      });
    },

    async stopClocks({ clockIds, at, why }) {
      await store.transaction(async (tx) => {
        for (const clockId of clockIds) await stopClock(tx, systemAct('clocks', at), { clockId, why });
      });
    },

    async computeInstants({ caseId, from, within, ladder }) {
      const calendar = await calendarOf(caseId);
      return { dueAt: endOf(from, within, calendar).at, rungs: rungsFrom(from, ladder, calendar) };
    },
  };
}

async function grantedBy(read: Reading, routeId: string, replyId: string | null): Promise<Granted | null> {
  if (replyId === null) return null;
  const reply = await replyById(read, replyId);
  if (reply === null || reply.routeId !== routeId) throw new Error(`The route has no reply ${replyId}.`);
  const { preservedFrom, preservedUntil } = reply;
  return preservedFrom === null && preservedUntil === null
    ? null
    : { replyId, preservedFrom, preservedUntil };
}
