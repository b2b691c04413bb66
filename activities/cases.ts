import { ApplicationFailure } from '@temporalio/common';
import type { CaseActivities } from '../contracts/activities.js';
import type { Lot } from '../contracts/determination.js';
import {
  hasEnded,
  isReportOnRecord,
  planById,
  routesOfPlan,
  routeToReopen,
  type Act,
  type Store,
} from '../store/index.js';

export type CaseDeps = { store: Store; clock: () => Date };

/**
 * What the case's workflow asks of the store. A plan that no person has started or adopted is refused for good, whoever
 * sent it: adoption is a row that a verified person wrote (design, section 5).
 */
export function createCaseActivities({ store, clock }: CaseDeps): CaseActivities {
  return {
    async planToRun({ caseId, planId, planDigest }) {
      const plan = await planById(store.read, planId);
      if (plan?.caseId !== caseId || plan.digest !== planDigest || plan.activatedAt === null) {
        throw ApplicationFailure.nonRetryable('nobody has adopted this plan', 'PLAN_NOT_ADOPTED');
      }
      const { activatedAt, difference } = plan;
      const routes = await routesOfPlan(store.read, planId);
      const start = routes
        .filter((route) => route.effect === 'START')
        .map(({ routeId, workflowId, lot }) => ({
          routeId,
          workflowId,
          lot,
          startBy: startBy(lot, activatedAt),
        }));
      const revise = routes
        .filter((route) => route.effect === 'REDRAFT' || route.effect === 'WITHDRAW')
        .filter((route) => !hasEnded(route.state))
        .map(({ routeId, workflowId }) => ({ routeId, workflowId }));
      return { start, difference, revise };
    },

    async isReportOnRecord(asked) {
      const seen: Act = { actor: { kind: 'unidentified', seenAs: 'engine' }, at: clock().toISOString() };
      return store.transaction((tx) => isReportOnRecord(tx, seen, asked));
    },

    async routeToReopen(asked) {
      const route = await routeToReopen(store.read, asked);
      if (route) return route;
      throw ApplicationFailure.nonRetryable('nobody has decided to open this route again', 'NOT_ON_RECORD');
    },
  };
}

const dayMs = 86_400_000;

/** The instant at which a lot no longer waits for others: the longest of its waits; none when one has no end. */
function startBy({ after }: Lot, from: string): string | null {
  const days = after.map((one) => one.atMostDays);
  const ends = days.filter((one) => one !== null);
  if (days.length === 0 || ends.length < days.length) return null;
  return new Date(Date.parse(from) + Math.max(...ends) * dayMs).toISOString();
}
