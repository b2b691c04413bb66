import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import type { AllActivities, SweepActivities } from '../../contracts/activities.js';
import { createLogger } from '../../config/logger.js';
import { ringInMemory } from '../../store/index.js';
import { createDataConverter, failureConverterPath } from '../../worker/codec/data-converter.js';
import { makeCurrent } from '../../worker/deployment.js';
import { startWorker, type RunningWorker } from '../../worker/main.js';
import { installRuntime } from '../../worker/runtime.js';
import { findTemporal } from '../../worker/temporal-server.js';
import { workflowBundlePath } from './harness/bundle.js';

const { FastForwardPollingResult } = proto.temporal.api.enums.v1;

/** A real Temporal server with a namespace of its own, a client, and a worker that runs the given activities. */
export type Engine = {
  client: Client;
  /** Lets the clock of one execution run ahead; false when the execution ended on the way. About a second for each timer. */
  fastForward(workflowId: string, ms: number): Promise<boolean>;
  /** Starts workers of another build beside those that run, and makes it current. */
  deploy(buildId: string): Promise<void>;
  /** Stops the workers of the oldest build. */
  retire(): Promise<void>;
  stop(): Promise<void>;
};

const serverOptions = (folder: string, namespace: string) => ({
  address: process.env['TEMPORAL_ADDRESS'],
  namespace,
  folder,
  cacheDir: process.env['ROGATORY_CACHE_DIR'] ?? join(homedir(), '.cache', 'rogatory'),
  timeSkipping: true,
});

/**
 * Starts or reaches a server; TEMPORAL_ADDRESS names one that runs already and allows time skipping. What it keeps is
 * encrypted as at a site, unless a recording is to be read without a key.
 */
export async function startEngine(
  activities: AllActivities & SweepActivities,
  { inClearText = false } = {},
): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'rogatory-temporal-'));
  const namespace = `test-${randomUUID()}`;
  const logger = createLogger('error');
  installRuntime(logger);
  const encrypted = createDataConverter(ringInMemory(), namespace);
  const dataConverter = inClearText ? { failureConverterPath } : encrypted;
  const server = await findTemporal(serverOptions(folder, namespace));
  const stopServer = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const engine = { address: server.address, namespace, activities, logger, dataConverter };
    const connection = await Connection.connect({ address: server.address });
    const codePath = await workflowBundlePath();
    const workers: RunningWorker[] = [];
    const deploy = async (buildId: string): Promise<void> => {
      workers.push(await startWorker({ ...engine, workflowBundle: { codePath }, buildId }));
      await makeCurrent(connection, namespace, buildId);
    };
    await deploy(basename(codePath, '.js'));
    return {
      deploy,
      retire: async () => workers.shift()?.stop(),
      client: new Client({ connection, namespace, dataConverter }),
      fastForward: (workflowId, ms) => fastForward(connection, namespace, workflowId, ms),
      stop: async () => {
        for (const worker of workers) await worker.stop();
        await connection.close();
        await stopServer();
      },
    };
  } catch (error) {
    await stopServer();
    throw error;
  }
}

async function fastForward(
  connection: Connection,
  namespace: string,
  workflowId: string,
  ms: number,
): Promise<boolean> {
  const id = `forward-${randomUUID()}`;
  const workflowExecution = { workflowId };
  await connection.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    identity: 'time-skipping-test',
    updateMask: { paths: ['time_skipping_config'] },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        maxSessionSkipCount: 1000,
        fastForwardConfig: { id, duration: msToTs(ms) },
      },
    },
  });
  for (;;) {
    const poll = { namespace, workflowExecution, fastForwardId: id };
    const polled = await connection.workflowService.pollWorkflowExecutionTimeSkipping(poll);
    const { fastForwardPollingResult: result, failedReason } = polled;
    if (result === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED) return true;
    if (result !== FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED) continue;
    if (/execution ended/.test(failedReason ?? '')) return false;
    throw new Error(`fast-forward failed: ${failedReason ?? 'no reason given'}`);
  }
}
