import { parentPort } from 'node:worker_threads';
import { bundleWorkflowCode, type Logger } from '@temporalio/worker';
import { workflowInterceptorModules, workflowsPath } from './bundle.js';
import { failureConverterPath } from './codec/data-converter.js';

const quiet = () => undefined;
const silent: Logger = { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet };

/** Bundling is seconds of computing: in a thread of its own it does not hold up what else is being started. */
const bundle = await bundleWorkflowCode({
  workflowsPath,
  workflowInterceptorModules,
  failureConverterPath,
  logger: silent,
});
parentPort?.postMessage(bundle.code);
