import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { workflowInterceptorModules, workflowsPath } from '../../../worker/bundle.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'rogatory');

const sourcesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.c?[tj]s$/.test(name))
    .sort()
    .map((name) => join(root, folder, name));

/** Path of the bundled workflows, built once for each content of workflows/ and contracts/. */
export async function workflowBundlePath(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [...sourcesOf('workflows'), ...sourcesOf('contracts')])
    hash.update(file).update(readFileSync(file));
  const path = join(cache, `workflows-${hash.digest('hex').slice(0, 16)}.js`);
  if (!existsSync(path)) await writeBundle(path);
  return path;
}

async function writeBundle(path: string): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules,
    failureConverterPath: join(root, 'workflows', 'failure-converter.cjs'),
    logger: new DefaultLogger('WARN'),
  });
  mkdirSync(cache, { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, path);
}
