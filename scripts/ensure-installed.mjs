// Installs what the lockfile names when it is not there yet, so that one command is enough on a fresh clone.
import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const installed = `${root}/node_modules/.package-lock.json`;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  console.error(`NODE_TOO_OLD  Rogatory needs Node 20.20 or later; this is ${process.versions.node}.`);
  process.exit(3);
}

const wanted = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')).packages;
const present = existsSync(installed) ? JSON.parse(readFileSync(installed, 'utf8')).packages : {};
const differs = Object.entries(wanted).some(
  ([path, entry]) => path !== '' && entry.optional !== true && present[path]?.version !== entry.version,
);

if (differs) {
  console.error('Installing what package-lock.json names (once, about a minute) ...');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    console.error('INSTALL_FAILED  npm ci did not finish; its own message stands above.');
    process.exit(3);
  }
}
