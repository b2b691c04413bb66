import { proxyActivities } from '@temporalio/workflow';
import type { AllActivities, SweepActivities } from '../contracts/activities.js';
import { taskQueues } from '../contracts/ids.js';

const retry = { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '2 minutes' } as const;

/** Side effects of routes and cases. Retried until they succeed; a refusal that is final is a non-retryable failure. */
export const activities = proxyActivities<AllActivities>({
  taskQueue: taskQueues.activities,
  startToCloseTimeout: '2 minutes',
  retry,
});

export const sweep = proxyActivities<SweepActivities>({
  taskQueue: taskQueues.activities,
  startToCloseTimeout: '5 minutes',
  retry: { ...retry, maximumAttempts: 3 },
});
