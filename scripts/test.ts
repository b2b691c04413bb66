/** `npm test`: makes sure a Temporal server can be found, runs every test, says the sum alone on the last line. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { settingsOfProcess, type Settings } from '../config/env.js';
import { firstProgram, waysToProgram } from '../worker/temporal-server.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const given = process.argv.slice(2);

const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const needServer = ['workflows', 'replay', 'server', 'e2e'];

/** Test projects named on the command line; none means all. */
function projectsGiven(): string[] {
  return given.flatMap((word, index) =>
    word.startsWith('--project=') ? [word.slice(10)] : word === '--project' ? [given[index + 1] ?? ''] : [],
  );
}

/** A build takes minutes and a test has seconds: the program is got before the first test begins. */
async function serverAtHand(settings: Settings): Promise<void> {
  const projects = projectsGiven();
  if (projects.length > 0 && !projects.some((project) => needServer.includes(project))) return;
  if (settings.temporal.address !== undefined) return console.log(`Temporal: ${settings.temporal.address}`);
  const { how } = await firstProgram(waysToProgram(settings.place.cacheDir, (line) => console.log(line)));
  console.log(`Temporal: ${how}`);
}

async function runTests(outputFile: string): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...given], {
    cwd: root,
    stdio: 'inherit',
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return status ?? 1;
}

type Sum = { passed: number; failed: number; skipped: number };

/** A file that could not be loaded has no tests in the report: it counts as one failure. */
function sumIn(file: string): Sum {
  const seen = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const broken = seen.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  );
  return {
    passed: seen.numPassedTests,
    failed: seen.numFailedTests + broken.length,
    skipped: seen.numPendingTests + seen.numTodoTests,
  };
}

function say({ passed, failed, skipped }: Sum): void {
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
}

async function main(): Promise<number> {
  await serverAtHand(settingsOfProcess());
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  try {
    const status = await runTests(join(folder, 'report.json'));
    const sum = sumIn(join(folder, 'report.json'));
    say(sum);
    return status !== 0 || sum.failed > 0 || sum.passed === 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
}
