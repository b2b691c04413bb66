import type { RouteActivities, StartedClock } from '../../contracts/activities.js';
import type { ClockTerm } from '../../contracts/plan.js';
import type { NoticePolicy } from '../routes.js';
import {
  assumedCalendar,
  continuedFrom,
  endOf,
  instantsOf,
  officesFor,
  preservationOf,
  rungsFrom,
  untilAnnounced,
  type Announced,
  type ClockInstants,
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

import { spreadOver, type RungAt } from './jitter.js';
import { pausedAmong } from './paused.js';

/** Calendar of a State, or of the seat of a provider, from the registers; undefined when they have none. */
export type Calendars = (stateOrProvider: string) => WorkingCalendar | undefined;
export type ClockDeps = { store: Store; calendars: Calendars; clock: () => Date; notices: NoticePolicy };
export type ClockActivities = Pick<RouteActivities, 'startClocks' | 'stopClocks' | 'computeInstants'>;

/**
 * Clocks of routes: definitions come from the plan, instants are computed here once, by the calendar known at that moment,
 * and kept with their derivation. Every term that is handed in is started; which ones an event starts the workflow says.
 */
export function createClocks({ store, calendars, clock, notices }: ClockDeps): ClockActivities {
  const calendarOf = (name: string): WorkingCalendar => calendars(name) ?? assumedCalendar(name);

  const ours = async (caseId: string): Promise<Offices> => [
    calendarOf((await caseById(store.read, caseId)).requestingState),
  ];

  const theirs = async (routeId: string): Promise<WorkingCalendar> => {
    const route = await routeById(store.read, routeId);
    if (route === null) throw new Error(`There is no route ${routeId}.`);
    return calendarOf(route.addressee);
  };

  const spread = <I extends { startedAt: string; rungs: readonly RungAt[] }>(
    instants: I,
    routeId: string,
  ) => {
    const minutes = notices(clock().toISOString().slice(0, 10)).jitterMinutes;
    const rungs = spreadOver(instants.rungs, { routeId, minutes, notBefore: instants.startedAt });
    return { ...instants, rungs };
  };

  return {
    async startClocks({ caseId, routeId, clocks, startedAt, event, replyId, continues = [] }) {
      const own = await ours(caseId);
      const other = await theirs(routeId);
      const said = await saidBy(store.read, routeId, replyId);
      const paused = await pausedAmong(store.read, routeId, continues);
      const preservation = preservationOf(clocks);
      const act = systemAct('clocks', clock().toISOString());
      return store.transaction(async (tx) => {
        const started: StartedClock[] = [];
        for (const term of clocks) {
          const dates = { ...said, granted: preservation.includes(term) ? said.granted : null };
          const offices = officesFor(term, own, other);
          const before = paused.get(term.id);
          const instants = before
            ? continuedFrom(term, before, startedAt, offices)
            : spread(datedBy(term, startedAt, offices, dates), routeId);
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

    async computeInstants({ caseId, routeId, from, within, ladder }) {
      const own = await ours(caseId);
      const planned = { startedAt: from, rungs: rungsFrom(from, ladder, own) };
      return { dueAt: endOf(from, within, own).at, rungs: spread(planned, routeId).rungs };
    },
  };
}

/** Dates of its own that a reply names, in the place of the length of a clock. */
type Said = { granted: Granted | null; announced: Announced | null };

/** A clock by the date that a reply announces where it counts back from one, else by its length or the dates of a preservation. */
function datedBy(
  { before, ...term }: ClockTerm,
  startedAt: string,
  offices: Offices,
  { granted, announced }: Said,
): ClockInstants {
  if (before === undefined || announced === null) return instantsOf(term, startedAt, offices, granted);
  return untilAnnounced({ ...term, before }, startedAt, offices, announced);
}

async function saidBy(read: Reading, routeId: string, replyId: string | null): Promise<Said> {
  if (replyId === null) return { granted: null, announced: null };
  const reply = await replyById(read, replyId);
  if (reply === null || reply.routeId !== routeId) throw new Error(`The route has no reply ${replyId}.`);
  const { preservedFrom, preservedUntil, noticeAt } = reply;
  const silent = preservedFrom === null && preservedUntil === null;
  return {
    granted: silent ? null : { replyId, preservedFrom, preservedUntil },
    announced: noticeAt === null ? null : { replyId, at: noticeAt },
  };
}
