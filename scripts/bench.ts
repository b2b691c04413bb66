/** `npm run bench`: how long determinations take, on the real rules; one row for each kind of work, in one run. */
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Frame } from '../contracts/determination.js';
import {
  compiledEvaluator,
  determine,
  frameFromScenario,
  jsonRulesEvaluator,
  loadRuleSet,
  prose,
  resultBy,
  ruleSetOn,
  type RuleSet,
} from '../rules/engine/index.js';
import { questionsOf } from '../rules/engine/counterfactual/open-questions.js';
import { loadRegisters } from '../rules/engine/registers/index.js';
import { compareEngines } from './bench/compare.js';
import { openCase, openStore, saveDetermination, seedPeople, systemAct, type Store } from '../store/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const rulesDir = join(root, 'rules');
const warmUpMs = 1_000;
const measureMs = 4_000;
const unknownFacts = 10;
/** `-- scenarios` adds a row for each scenario of rules/examples. */
const withScenarios = process.argv.includes('scenarios');
const salt = 'ab'.repeat(32);

type Row = { what: string; runs: number; perSecond: number; p50: number; p99: number };

const scenarioShape = z.looseObject({
  id: z.string(),
  facts: z.looseObject({ items: z.array(z.looseObject({ id: z.string() })).min(1) }),
});
type Scenario = z.infer<typeof scenarioShape>;

/** Runs the work one after another, first to warm up, then measured; times in milliseconds. */
async function measure(what: string, work: () => Promise<unknown>): Promise<Row> {
  const warm = performance.now() + warmUpMs;
  while (performance.now() < warm) await work();
  const times: number[] = [];
  const began = performance.now();
  while (performance.now() - began < measureMs) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  const took = performance.now() - began;
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { what, runs: times.length, perSecond: (times.length / took) * 1000, p50: at(0.5), p99: at(0.99) };
}

function scenarios(): Scenario[] {
  const folder = join(rulesDir, 'examples');
  const files = readdirSync(folder).filter((name) => /^SC\d+.*\.json$/.test(name));
  return files
    .sort()
    .map((name) => scenarioShape.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** The same case with five items: those it has, again under other ids. */
function withFiveItems(scenario: Scenario): Scenario {
  const { items } = scenario.facts;
  const five = [0, 1, 2, 3, 4].flatMap((index) => {
    const item = items[index % items.length];
    return item === undefined ? [] : [{ ...item, id: `I${index + 1}` }];
  });
  return { ...scenario, facts: { ...scenario.facts, items: five } };
}

/** A case to record determinations in, as the API does: in one transaction, with its audit entry and the text the officer reads. */
async function recorder(store: Store, ruleSet: RuleSet, frame: Frame): Promise<() => Promise<unknown>> {
  const at = '2026-11-21T09:00:00.000Z';
  const act = { actor: { kind: 'person', personId: 'officer', role: 'CASE_OFFICER' } as const, at };
  const units = [{ id: 'unit', label: 'Training unit', state: 'KZ' }];
  const persons = [
    { id: 'officer', unitId: 'unit', label: 'Training case officer A', roles: ['CASE_OFFICER'] as const },
  ];
  const { id, version } = await store.transaction(async (tx) => {
    await seedPeople(tx, systemAct('bench', at), { units, persons });
    const items = frame.items.map((item) => item.id);
    return openCase(tx, act, { reference: 'BENCH-1', requestingState: 'KZ', unitId: 'unit', items });
  });
  return async () => {
    const determination = await determine({ ruleSet, frame, salt });
    const text = prose(determination, ruleSet);
    const input = {
      caseId: id,
      caseVersion: version,
      cause: 'ASKED' as const,
      frame,
      determination,
      prose: text,
    };
    return store.transaction((tx) => saveDetermination(tx, act, input));
  };
}

/** The frame with ten facts of small domain that nobody has answered. */
function withUnknown({ dictionary }: RuleSet, frame: Frame): Frame {
  const unknown = Object.keys(frame.items[0]?.facts ?? {})
    .filter((fact) => {
      const entry = dictionary.get(fact);
      return entry?.origin === 'stored' && (entry.type === 'boolean' || entry.type === 'enum');
    })
    .slice(0, unknownFacts);
  const [first, ...others] = frame.items;
  if (first === undefined) return frame;
  const facts = Object.fromEntries(Object.entries(first.facts).filter(([fact]) => !unknown.includes(fact)));
  return { ...frame, items: [{ ...first, facts }, ...others] };
}

/** How many times faster the compiled pages are, on whole determinations of the real rules. */
function showRatios(rows: readonly Row[]): void {
  for (const { what, perSecond } of rows.filter((row) => row.what.endsWith('by compiled pages'))) {
    const other = rows.find((row) => row.what === what.replace('compiled pages', 'json-rules-engine'));
    console.log(
      `${what}: ${(perSecond / (other?.perSecond ?? Number.NaN)).toFixed(1)} times json-rules-engine`,
    );
  }
  const batch = rows.find(({ what }) => /^all .* by compiled pages$/.test(what));
  const cases = (batch?.perSecond ?? 0) * scenarios().length;
  console.log(
    `compiled pages: ${cases.toFixed(0)} cases a second; 100,000 at this rate in ${(100_000 / cases).toFixed(0)} s`,
  );
}

function show(rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  console.log(`${'what'.padEnd(width)}     runs  per second    p50 ms    p99 ms`);
  for (const { what, runs, perSecond, p50, p99 } of rows) {
    const figures = [
      perSecond.toFixed(1).padStart(12),
      p50.toFixed(2).padStart(10),
      p99.toFixed(2).padStart(10),
    ];
    console.log(`${what.padEnd(width)} ${String(runs).padStart(8)}${figures.join('')}`);
  }
}

const ruleSet = loadRuleSet(rulesDir);
const registers = loadRegisters(join(rulesDir, 'registers'));
const store = await openStore({ memory: true });
const rows: Row[] = [];
try {
  for (const scenario of withScenarios ? scenarios() : []) {
    const frame = frameFromScenario(ruleSet, registers, scenario.facts);
    rows.push(
      await measure(`${scenario.id}, ${frame.items.length} items, determined`, () =>
        determine({ ruleSet, frame, salt }),
      ),
    );
  }
  const [first] = scenarios();
  if (first === undefined) throw new Error('rules/examples has no scenario');
  const five = frameFromScenario(ruleSet, registers, withFiveItems(first).facts);
  const rules = ruleSetOn(ruleSet, five.asOf);
  rows.push(
    await measure('five items, by json-rules-engine', () => resultBy(rules, five, jsonRulesEvaluator)),
    await measure('five items, by compiled pages', () => resultBy(rules, five, compiledEvaluator)),
  );
  const frames = scenarios().map(({ facts }) => frameFromScenario(ruleSet, registers, facts));
  const all = (evaluator: typeof compiledEvaluator) => async () => {
    for (const frame of frames) await resultBy(ruleSetOn(ruleSet, frame.asOf), frame, evaluator);
  };
  rows.push(
    await measure(`all ${frames.length} scenarios by json-rules-engine`, all(jsonRulesEvaluator)),
    await measure(`all ${frames.length} scenarios by compiled pages`, all(compiledEvaluator)),
  );
  const gaps = withUnknown(ruleSet, five);
  rows.push(
    await measure(`open questions, five items, ${unknownFacts} unknown facts`, () =>
      Promise.resolve(questionsOf(rules, gaps)),
    ),
  );
  rows.push(await measure('five items, determined', () => determine({ ruleSet, frame: five, salt })));
  rows.push(await measure('five items, explained and recorded', await recorder(store, ruleSet, five)));
} finally {
  await store.close();
}
console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}\n`);
show(rows);
showRatios(rows);
await compareEngines();
