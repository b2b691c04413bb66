/**
 * `npm run test:faults -- --routes 200 --seed 1`: people drive requests through a site while its database, engine, API and worker
 * are killed at moments that the seed gives; then what they were told is held against the store, the record, the engine and the
 * packets. Ends with 1 when anything was lost, left twice, or a clock was missed.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { until } from '../../scripts/demo/office.js';
import type { Store } from '../../store/index.js';
import { TenaciousOffice } from './faults/client.js';
import { liveOneCase, type Expected } from './faults/lives.js';
import { randomOf } from './faults/random.js';
import { reckon } from './faults/reckoning.js';
import { stormOver } from './faults/storm.js';
import { openWholeSite, type WholeSite } from './site/whole-site.js';
import { judge, promised } from './verdicts.js';

const { values } = parseArgs({
  options: {
    routes: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '30' },
    calm: { type: 'boolean' },
  },
});
const seed = Number(values.seed);
const routesPerCase = 2;
const cases = Math.ceil(Number(values.routes) / routesPerCase);
/** Cases at a time: more would only wait for the same two cores. */
const atATime = 5;
const people = [
  'case-officer-a',
  'duty-supervisor-b',
  'duty-supervisor-a',
  'legal-adviser-a',
  'prosecutor-a',
];

const began = Date.now();
const say = (line: string): void =>
  console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`);

async function liveAll(office: TenaciousOffice): Promise<{ expected: Expected[]; broken: string[] }> {
  const expected: Expected[] = [];
  const broken: string[] = [];
  let next = 1;
  const hand = async () => {
    while (next <= cases) {
      const number = next;
      next += 1;
      try {
        expected.push(...(await liveOneCase(office.office, randomOf(seed * 100_000 + number))));
        say(`case ${number} of ${cases} is where it should be`);
      } catch (error) {
        broken.push(`case ${number}: ${error instanceof Error ? error.message : String(error)}`);
        say(broken.at(-1) ?? '');
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, cases) }, hand));
  return { expected, broken };
}

async function run(whole: WholeSite): Promise<void> {
  const { site, parts, address } = whole;
  await whole.ready();
  const office = new TenaciousOffice(address, (id) => site.identity(id, address), randomOf(seed));
  for (const id of people) await site.identity(`training-${id}`, address);
  say('the site is ready');
  const storm = stormOver(Object.values(parts), {
    random: randomOf(seed + 1),
    minutes: Number(values.minutes),
    say,
  });
  const blowing = values.calm ? Promise.resolve() : storm.blow();
  const { expected, broken } = await liveAll(office);
  storm.end();
  await blowing;
  await whole.ready();
  const store = await whole.store();
  try {
    await quiet(store, expected);
    say('all is quiet');
    const kills = Object.values(parts).map(
      (part) => `${part.name} ${part.killed} (${part.endedByItself} ended by itself)`,
    );
    console.log(
      `\nseed ${seed}, ${expected.length} routes, ${office.told.length} acts, ${office.unanswered} attempts without an answer`,
    );
    console.log(`kill -9: ${kills.join(', ')}\n`);
    const engine = await whole.engine();
    const audit = await site.run(['audit', 'verify']);
    judge([
      promised('each person got on with the work', cases, broken),
      promised('one act under one key has one answer', office.told.length, office.contradictions),
      ...(await reckon({ store, engine, outbox: whole.outbox, told: office.told, expected })),
      promised('the record holds', 1, audit.status === 0 ? [] : [audit.output]),
    ]);
    await engine.connection.close();
  } finally {
    await store.close();
  }
}

/** Every clock that was meant to end has had its time, and every message its sweep. */
async function quiet(store: Store, expected: readonly Expected[]): Promise<void> {
  const last = Math.max(Date.now(), ...expected.map(({ byClockAt = 0 }) => byClockAt));
  await pause(last - Date.now());
  const settled = async () => {
    const { waiting } = await store.read.db
      .selectFrom('relay')
      .select(({ fn }) => fn.countAll<string>().as('waiting'))
      .where('state', '=', 'WAITING')
      .executeTakeFirstOrThrow();
    return Number(waiting) === 0 || undefined;
  };
  await until('every message being delivered', settled, 400).catch((error: unknown) => say(String(error)));
  await pause(75_000);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const whole = await openWholeSite();
try {
  await run(whole);
} finally {
  await whole.stop();
}
console.log(process.exitCode === 1 ? '\nA promise was broken.' : '\nEvery promise was kept.');
process.exit();
