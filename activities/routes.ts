import { ApplicationFailure } from '@temporalio/common';
import type { RouteActivities } from '../contracts/activities.js';
import type { NoticeTerms } from '../contracts/notices.js';
import {
  isOnRecord,
  linkReply,
  project,
  ProjectionRefused,
  recordIncident,
  recordReminder,
  routeById,
  systemAct,
  type Act,
  type RouteRecord,
  type Store,
} from '../store/index.js';

/** Policy of the office about telling people, on a day `YYYY-MM-DD`. */
export type NoticePolicy = (day: string) => NoticeTerms;
export type RouteDeps = { store: Store; clock: () => Date; notices: NoticePolicy };
type Names = 'project' | 'isOnRecord' | 'openBlockers' | 'remind' | 'openIncident' | 'linkReply';

/** Where a route stands, what still holds it, and who was told. */
export function createRouteActivities({ store, clock, notices }: RouteDeps): Pick<RouteActivities, Names> {
  const act = (): Act => systemAct('route', clock().toISOString());
  return {
    async project(projection) {
      try {
        await store.transaction((tx) => project(tx, act(), projection));
      } catch (error) {
        throw error instanceof ProjectionRefused
          ? ApplicationFailure.nonRetryable(error.message, 'PROJECTION_REFUSED')
          : error;
      }
    },

    async isOnRecord(asked) {
      const seen: Act = { actor: { kind: 'unidentified', seenAs: 'engine' }, at: clock().toISOString() };
      return store.transaction((tx) => isOnRecord(tx, seen, asked));
    },

    async openBlockers({ routeId }) {
      const route = await routeOf(store, routeId);
      const { planId, lot, sliceDigest } = route;
      return { codes: blockersOf(route), planId, lot, sliceDigest };
    },

    async remind({ caseId, routeId, key, rung, what, dueAt }) {
      const now = act();
      const { lot } = await routeOf(store, routeId);
      const { urgency } = lot.terms;
      const climb = notices(now.at.slice(0, 10)).climb[urgency];
      const reminder = { caseId, routeId, key, rung, says: what, dueAt, climb, urgency };
      await store.transaction((tx) => recordReminder(tx, now, reminder));
    },

    async openIncident({ routeId, key, code, says }) {
      await store.transaction((tx) => recordIncident(tx, act(), { routeId, key, code, says }));
    },

    async linkReply({ replyId, state }) {
      await store.transaction((tx) => linkReply(tx, act(), { replyId, state }));
    },
  };
}

/** The route, or a failure that no repetition cures. */
export async function routeOf(store: Store, routeId: string): Promise<RouteRecord> {
  const route = await routeById(store.read, routeId);
  if (route) return route;
  throw ApplicationFailure.nonRetryable(`there is no route ${routeId}`, 'ROUTE_UNKNOWN');
}

/** A route that the adopted plan no longer has does not leave before a person has decided on it. */
const blockersOf = (route: RouteRecord): readonly string[] =>
  route.withdrawalProposed ? ['NOT_IN_PLAN'] : route.lot.dispatchBlockers.map((blocker) => blocker.code);
