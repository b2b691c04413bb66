import { parentPort, workerData } from 'node:worker_threads';
import type { Answered } from './examine-aside.js';
import { examine, type ToExamine } from './examined.js';

const answer = await examine(workerData as ToExamine).then(
  (examined): Answered => ({ examined }),
  (error: unknown): Answered => ({
    failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }),
);
parentPort?.postMessage(answer);
