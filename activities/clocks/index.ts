import type { RouteActivities, StartedClock } from '../../contracts/activities.js';
import {
  assumedCalendar,
  endOf,
  instantsOf,
  officesFor,
  preservationOf,
  rungsFrom,
  type Granted,
  type Offices,
} from '../../rules/engine/clocks/index.js';
import type { WorkingCalendar } from '../../rules/engine/registers/model.js';
import {
  caseById,
  replyById,
  routeById,
  startClock,
  stopClock,
  systemAct,
  type Reading,
  type Store,
} from '../../store/index.js';

/** Calendar of a State, or of the seat of a provider, from the registers; undefined when they have none. */
export type Calendars = (stateOrProvider: string) => WorkingCalendar | undefined;
export type ClockDeps = { store: Store; calendars: Calendars; clock: () => Date };
export type ClockActivities = Pick<RouteActivities, 'startClocks' | 'stopClocks' | 'computeInstants'>;

/**
 * Clocks of routes: definitions come from the plan, instants are computed here once, by the calendar known at that moment,
 * and kept with their derivation. Every term that is handed in is started; which ones an event starts the workflow says.
 */
export function createClocks({ store, calendars, clock }: ClockDeps): ClockActivities {
  const calendarOf = (name: string): WorkingCalendar => calendars(name) ?? assumedCalendar(name);

  const ours = async (caseId: string): Promise<Offices> => [
    calendarOf((await caseById(store.read, caseId)).requestingState),
  ];

  const theirs = async (routeId: string): Promise<WorkingCalendar> => {
    const route = await routeById(store.read, routeId);
    if (route === null) throw new Error(`There is no route ${routeId}.`);
    return calendarOf(route.addressee);
  };

  return {
    async startClocks({ caseId, routeId, clocks, startedAt, event, replyId }) {
      const own = await ours(caseId);
      const other = await theirs(routeId);
      const granted = await grantedBy(store.read, routeId, replyId);
      const preservation = preservationOf(clocks);
      const act = systemAct('clocks', clock().toISOString());
      return store.transaction(async (tx) => {
        const started: StartedClock[] = [];
        for (const term of clocks) {
          const dates = preservation.includes(term) ? granted : null;
          const instants = instantsOf(term, startedAt, officesFor(term, own, other), dates);
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
      const own = await ours(caseId);
      return { dueAt: endOf(from, within, own).at, rungs: rungsFrom(from, ladder, own) };
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
