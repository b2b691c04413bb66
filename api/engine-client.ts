import {
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Client, Connection } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { EngineStanding } from '../contracts/codes.js';
import { RogatoryError } from '../contracts/errors.js';
import { caseWorkflowType, taskQueues } from '../contracts/ids.js';
import type { Delivery, RelayRow } from '../store/index.js';

/**
 * Tells a workflow what a relay row says. `refused`: its validator or handler said no, for good. `unknown`: not found, timed
 * out or unreachable; the row stays in the relay and is delivered again with the same id.
 */
export interface EngineClient {
  deliver(row: RelayRow): Promise<Delivery>;
  /** What the engine says of some workflows, in their order. Throws ENGINE_UNREACHABLE when it does not answer. */
  standing(workflowIds: readonly string[]): Promise<EngineStanding[]>;
}

const defaultDeadlineMs = 10_000;

/** Delivers relay rows to workflows of a Temporal server. The first adoption of a plan starts the case's workflow. */
export function createEngineClient(client: Client, deadlineMs = defaultDeadlineMs): EngineClient {
  return {
    async deliver(row) {
      try {
        const outcome = await client.withDeadline(Date.now() + deadlineMs, () => send(client, row));
        return { kind: 'delivered', outcome };
      } catch (error) {
        return readFailure(error);
      }
    },
    standing: (workflowIds) =>
      client
        .withDeadline(Date.now() + deadlineMs, () =>
          Promise.all(workflowIds.map((id) => standingOf(client, id))),
        )
        .catch((error: unknown) => {
          throw new RogatoryError('ENGINE_UNREACHABLE', { cause: error });
        }),
  };
}

async function standingOf(client: Client, workflowId: string): Promise<EngineStanding> {
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING' ? 'RUNNING' : 'ENDED';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'MISSING';
    throw error;
  }
}

function send(client: Client, row: RelayRow): Promise<unknown> {
  const options = { updateId: row.id, args: [row.payload] as [unknown] };
  const isFirst = row.update === 'adoptPlan' && row.payload['basePlanDigest'] === null;
  if (!isFirst) return client.workflow.getHandle(row.workflowId).executeUpdate(row.update, options);
  return client.workflow.executeUpdateWithStart(row.update, {
    ...options,
    startWorkflowOperation: new WithStartWorkflowOperation(caseWorkflowType, {
      workflowId: row.workflowId,
      taskQueue: taskQueues.workflows,
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [{ inputVersion: 1, caseId: row.caseId }],
    }),
  });
}

/** Only a failure that the workflow itself answered is final; everything else is unknown. */
function readFailure(error: unknown): Delivery {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const { type, message } = error.cause;
    return { kind: 'refused', code: type ?? 'REFUSED', says: message };
  }
  return { kind: 'unknown', why: error instanceof Error ? error.name : 'no answer' };
}

/** The status code of the gRPC health protocol. */
const serving = 1;

/** Whether the engine's front end answers within `withinMs`. */
export async function engineAnswers(connection: Connection, withinMs: number): Promise<boolean> {
  const service = 'temporal.api.workflowservice.v1.WorkflowService';
  const check = () => connection.healthService.check({ service });
  return connection.withDeadline(Date.now() + withinMs, check).then(
    ({ status }) => Number(status) === serving,
    () => false,
  );
}
