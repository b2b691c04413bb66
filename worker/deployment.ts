import { setTimeout as pause } from 'node:timers/promises';
import { isGrpcServiceError, type Connection } from '@temporalio/client';
import type { WorkerDeploymentOptions } from '@temporalio/worker';

const deploymentName = 'rogatory';

/** A running case stays with the build it started on until it continues as new; new cases start on the current build. */
export const deploymentOptions = (buildId: string): WorkerDeploymentOptions => ({
  version: { deploymentName, buildId },
  useWorkerVersioning: true,
  defaultVersioningBehavior: 'PINNED',
});

/** gRPC status codes of a version whose first poll the server has not seen yet. */
const notYet = [5, 9];

/** Makes this build current where no build is yet: the first worker of a site. Later builds are made current by a person. */
export async function makeCurrentIfNone(
  connection: Connection,
  namespace: string,
  buildId: string,
): Promise<void> {
  const current = await currentBuild(connection, namespace);
  if (current === undefined) await makeCurrent(connection, namespace, buildId);
}

async function currentBuild(connection: Connection, namespace: string): Promise<string | undefined> {
  try {
    const { workerDeploymentInfo } = await connection.workflowService.describeWorkerDeployment({
      namespace,
      deploymentName,
    });
    return workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId ?? undefined;
  } catch (error) {
    if (isGrpcServiceError(error) && Number(error.code) === 5) return undefined;
    throw error;
  }
}

/** Makes this build the one on which new workflows start. Its workers must poll already: the server learns of it by that. */
export async function makeCurrent(connection: Connection, namespace: string, buildId: string): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      await connection.workflowService.setWorkerDeploymentCurrentVersion({
        namespace,
        deploymentName,
        buildId,
        identity: 'rogatory',
        ignoreMissingTaskQueues: true,
      });
      return;
    } catch (error) {
      const waits = isGrpcServiceError(error) && notYet.includes(Number(error.code)) && Date.now() < until;
      if (!waits) throw error;
      await pause(100);
    }
  }
}
