import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { WorkflowBundleOption } from '@temporalio/worker';
import { bundleKey, keepBundle, keptBundle } from './bundle-cache.js';

const fromSource = import.meta.url.endsWith('.ts');
const suffix = fromSource ? 'ts' : 'js';

/** Path of the module that exports every workflow, as source or as built. */
export const workflowsPath = fileURLToPath(new URL(`../workflows/index.${suffix}`, import.meta.url));

/** Modules of it that stand between workflows and the engine. */
export const workflowInterceptorModules = [
  fileURLToPath(new URL(`../workflows/trace.${suffix}`, import.meta.url)),
];

/** A thread does not know the loader of its parent: from source it registers one of its own first. */
const code = `
const { workerData: { loader, file } } = require('node:worker_threads');
const ready = loader === null ? Promise.resolve() : import(loader).then(({ register }) => void register());
ready.then(() => import(file));
`;

/**
 * The workflows as one bundle for the sandbox, made with the SDK version that runs them: one to three seconds in a thread,
 * or nothing when the same sources were bundled before.
 * @throws with the bundler's own words when a workflow imports what the sandbox does not have
 */
export async function bundleWorkflows({ cacheDir }: { cacheDir: string }): Promise<WorkflowBundleOption> {
  const key = bundleKey();
  const kept = keptBundle(cacheDir, key);
  if (kept !== undefined) return { code: kept };
  const made = await bundled();
  keepBundle(cacheDir, key, made);
  return { code: made };
}

function bundled(): Promise<string> {
  const workerData = {
    loader: fromSource ? import.meta.resolve('tsx/esm/api') : null,
    file: new URL(`./bundle-thread.${suffix}`, import.meta.url).href,
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (status) => reject(new Error(`BUNDLE_FAILED  the bundler ended with ${status}`)));
  });
}
