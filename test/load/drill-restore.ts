/**
 * `npm run drill:restore`: puts back copies of store and engine that were taken at different times, and looks whether anything
 * moves, leaves twice or is lost before a person has released the start. On loopback, in temporary folders, with training cases.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { officer, stands } from '../../scripts/demo/acts.js';
import { at, list, text, until } from '../../scripts/demo/office.js';
import { temporalFolder } from '../../worker/temporal-server.js';
import { signStep, startSc01 } from '../e2e/support/cases.js';
import { RunningSystem } from '../support/running-system.js';

const head = 'training-head-of-office-a';
/** Long enough for every sweep of a running worker to have come by. */
const watchedSeconds = 40;

type Copies = { earlier: string; later: string; folder: string; routeId: string };

const failures: string[] = [];
function must(holds: boolean, sentence: string): void {
  console.log(`  ${holds ? 'yes' : 'NO '}  ${sentence}`);
  if (!holds) failures.push(sentence);
}

/** A request that waits for its signature, copied; then signed and handed over, and copied again. */
async function copies(): Promise<Copies> {
  const folder = mkdtempSync(join(tmpdir(), 'rogatory-drill-'));
  const [earlier, later] = [join(folder, 'earlier'), join(folder, 'later')];
  const system = new RunningSystem();
  try {
    await system.start();
    const { preservation: routeId } = await startSc01(system.office);
    await stands(system.office, routeId, 'APPROVAL');
    await halt(system);
    cpSync(system.dataDir, earlier, { recursive: true });
    await system.start();
    await signStep(system.office, routeId);
    await stands(system.office, routeId, 'HANDED_OVER');
    await halt(system);
    cpSync(system.dataDir, later, { recursive: true });
    return { earlier, later, folder, routeId };
  } finally {
    await system.stop();
  }
}

async function halt(system: RunningSystem): Promise<void> {
  await system.kill();
  system.killTemporal();
}

const lettersOf = ({ outbox }: RunningSystem): string[] =>
  existsSync(outbox) ? readdirSync(outbox).sort() : [];

/** The whole of one time with the store, or the engine, of the other. */
async function putBack(
  what: string,
  { whole, part, from }: { whole: string; part: string; from: string },
  routeId: string,
): Promise<void> {
  console.log(`\n${what}`);
  const system = new RunningSystem();
  try {
    cpSync(whole, system.dataDir, { recursive: true });
    rmSync(join(system.dataDir, part), { recursive: true });
    cpSync(join(from, part), join(system.dataDir, part), { recursive: true });
    const letters = lettersOf(system);
    await system.start();
    const { office } = system;
    const held = async () => at((await office(head).get('/v1/held-start')).body, 'held');
    must((await held()) !== null, 'the start is held');
    const { body } = await office(officer).get('/v1/held-start/routes');
    const seen = list(body, 'rows').find((row) => text(row, 'routeId') === routeId);
    must(seen !== undefined, 'the open request is shown: what is on file beside what the engine says');
    if (seen) console.log(`       on file ${text(seen, 'state')}, the engine says ${text(seen, 'engine')}`);
    await pause(watchedSeconds * 1000);
    must(lettersOf(system).join() === letters.join(), `nothing left in ${watchedSeconds} s`);
    const reason = 'Every open request was compared with the letters that left.';
    await office(head).post('/v1/held-start/release', { reason });
    await until('the worker', async () => ((await held()) === null ? true : undefined));
    await pause(watchedSeconds * 1000);
    must(lettersOf(system).join() === letters.join(), 'nothing left twice after the release');
    const verbs = ['START_HELD', 'START_RELEASED'];
    must(await onRecord(system, verbs), 'the record says that it was held and who released it');
  } finally {
    await system.stop();
  }
}

/** Whether the record holds an entry of each of these verbs. */
async function onRecord(system: RunningSystem, verbs: readonly string[]): Promise<boolean> {
  const auditor = system.office('training-auditor');
  const found = await Promise.all(
    verbs.map(async (verb) => list((await auditor.get(`/v1/audit?verb=${verb}`)).body, 'rows').length),
  );
  return found.every((count) => count > 0);
}

const { earlier, later, folder, routeId } = await copies();
try {
  const engine = temporalFolder('').replace(/^\//, '');
  await putBack(
    'The store of the earlier copy, all else of the later one',
    { whole: later, part: 'db', from: earlier },
    routeId,
  );
  await putBack(
    'The engine of the earlier copy, all else of the later one',
    { whole: later, part: engine, from: earlier },
    routeId,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  failures.length === 0 ? '\nThe drill passed.' : `\nThe drill failed:\n  ${failures.join('\n  ')}`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
