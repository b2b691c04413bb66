import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['workflows', 'contracts'];
const folder = (cacheDir: string): string => join(cacheDir, 'workflows');

/** What a bundle depends on: the SDK's bundler, and every file that can be in it. SHA-256, hex. */
export function bundleKey(): string {
  const hash = createHash('sha256').update(packageText('@temporalio/worker'));
  for (const file of sources.flatMap(filesUnder).sort()) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

const packageText = (name: string): string =>
  readFileSync(createRequire(import.meta.url).resolve(`${name}/package.json`), 'utf8');

const filesUnder = (name: string): string[] =>
  readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|js|cjs)$/.test(file))
    .map((file) => join(name, file));

export function keptBundle(cacheDir: string, key: string): string | undefined {
  try {
    return readFileSync(join(folder(cacheDir), `${key}.js`), 'utf8');
  } catch {
    return undefined;
  }
}

/** Keeps the newest bundle only. A cache that cannot be written costs time, nothing else. */
export function keepBundle(cacheDir: string, key: string, code: string): void {
  const file = join(folder(cacheDir), `${key}.js`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
    for (const other of readdirSync(dirname(file))) {
      if (/^[0-9a-f]{64}\.js$/.test(other) && other !== `${key}.js`)
        rmSync(join(dirname(file), other), { force: true });
    }
  } catch {
    return;
  }
}
