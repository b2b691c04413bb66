import { TypedSearchAttributes } from '@temporalio/common';
import type { WorkflowInfo } from '@temporalio/workflow';

/** Still asked for by the type, although the typed ones took its place. */
const untyped = { searchAttributes: {} };

/** What the engine would tell a run about itself. */
export const engineInfo = (
  workflowType: string,
  workflowId: string,
  runId: string,
  now: number,
): WorkflowInfo => ({
  workflowId,
  runId,
  workflowType,
  ...untyped,
  typedSearchAttributes: new TypedSearchAttributes(),
  historyLength: 3,
  historySize: 300,
  continueAsNewSuggested: false,
  targetWorkerDeploymentVersionChanged: false,
  taskQueue: 'routes',
  namespace: 'harness',
  firstExecutionRunId: runId,
  originalExecutionRunId: runId,
  startTime: new Date(now),
  runStartTime: new Date(now),
  attempt: 1,
  unsafe: {
    now: () => now,
    isReplaying: false,
    isReplayingHistoryEvents: false,
    random: {
      random: () => 0.5,
      uuid4: () => '00000000-0000-4000-8000-000000000000',
      fillRandom: (bytes) => bytes,
    },
  },
  taskTimeoutMs: 10_000,
});
