import { NativeConnection, Worker, type WorkflowBundleOption, type WorkerOptions } from '@temporalio/worker';
import type { DataConverter } from '@temporalio/common';
import type { AllActivities, SweepActivities } from '../contracts/activities.js';
import { taskQueues } from '../contracts/ids.js';
import type { Logger } from '../config/logger.js';
import { deploymentOptions } from './deployment.js';
import { tracedActivities } from './traced-activities.js';
import { connectionOptions, type Credentials } from './temporal/credentials.js';

export type WorkerDeps = {
  /** host:port of the Temporal front end. */
  address: string;
  /** Undefined in the clear and without a token, on loopback. */
  credentials?: Credentials;
  namespace: string;
  activities: AllActivities & SweepActivities;
  /** What `bundleWorkflows` returned, or the path of a bundle made at build time. */
  workflowBundle: WorkflowBundleOption;
  /** What encrypts everything that leaves for the server; clients of the namespace have the same. */
  dataConverter: DataConverter;
  /** Name of the build of the workflow code; one name is one behaviour on replay. */
  buildId: string;
  logger: Logger;
};

export type RunningWorker = {
  /** Resolves when the worker has stopped, rejects when it failed. */
  readonly ended: Promise<void>;
  /** Whether both pollers run. */
  polls(): boolean;
  /** Takes no new tasks, lets running ones finish within the grace time, resolves when all is quiet. */
  stop(): Promise<void>;
};

/** Cached workflows are counted, not weighed: about 0.3 MB each. Those beyond it are replayed when something happens to them. */
const maxCachedWorkflows = 600;

/**
 * Runs the two pollers of one process: workflows on their queue, activities on theirs. `installRuntime` comes first.
 * @throws when the server refuses the connection or the namespace does not exist
 */
export async function startWorker(deps: WorkerDeps): Promise<RunningWorker> {
  const connection = await NativeConnection.connect(connectionOptions(deps.address, deps.credentials));
  const shared = {
    connection,
    namespace: deps.namespace,
    dataConverter: deps.dataConverter,
    workerDeploymentOptions: deploymentOptions(deps.buildId),
    shutdownGraceTime: '10s',
    shutdownForceTime: '20s',
  } satisfies Partial<WorkerOptions>;
  try {
    const workers = await Promise.all([
      Worker.create({
        ...shared,
        taskQueue: taskQueues.workflows,
        workflowBundle: deps.workflowBundle,
        maxCachedWorkflows,
      }),
      Worker.create({
        ...shared,
        taskQueue: taskQueues.activities,
        activities: deps.activities,
        interceptors: { activity: [tracedActivities] },
      }),
    ]);
    return running(workers, connection, deps.logger);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function running(workers: readonly Worker[], connection: NativeConnection, logger: Logger): RunningWorker {
  const runs = workers.map((worker) => worker.run());
  const ended = Promise.all(runs).then(() => undefined);
  ended.catch((error: unknown) => logger.error({ err: error }, 'worker failed'));
  return {
    ended,
    polls: () => workers.every((worker) => worker.getState() === 'RUNNING'),
    async stop() {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await Promise.allSettled(runs);
      await connection.close();
    },
  };
}
