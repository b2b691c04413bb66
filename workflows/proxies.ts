import { proxyActivities } from '@temporalio/workflow';
import type { AllActivities, SweepActivities } from '../contracts/activities.js';
import { taskQueues } from '../contracts/ids.js';

const retry = { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '2 minutes' } as const;

/**
 * Side effects of routes and cases. Retried until they succeed; a refusal that is final is a non-retryable failure.
 * The timeout is how long a route stands still when the worker dies over its activity.
 */
export const activities = proxyActivities<Omit<AllActivities, 'renderDraft'>>({
  taskQueue: taskQueues.activities,
  startToCloseTimeout: '15 seconds',
  retry,
});

/** Letters of many pages take longer. */
export const papers = proxyActivities<Pick<AllActivities, 'renderDraft'>>({
  taskQueue: taskQueues.activities,
  startToCloseTimeout: '2 minutes',
  retry,
});

export const sweep = proxyActivities<SweepActivities>({
  taskQueue: taskQueues.activities,
  startToCloseTimeout: '1 minute',
  retry: { ...retry, maximumAttempts: 3 },
});
