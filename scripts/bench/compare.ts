import { createHash } from 'node:crypto';
import { jsonLogic, jsonRules, ours, packedOurs, type Matches } from './contenders.js';
import { zen } from './zen.js';
import { workload } from './hundred-rules.js';

const checked = 200;
const batch = 100_000;
/** Rounds over all engines, and of the batch; the best of each counts, as it would on an idle machine. */
const rounds = 3;
const batchRounds = 8;
const roundMs = 1_200;

/** Prints the comparison on the hundred rules; refuses to when two engines do not match the same rules. */
export async function compareEngines(): Promise<void> {
  const work = workload(batch);
  const other = zen();
  if (typeof other === 'string') console.log(`\n${other}`);
  const engines = Object.entries({
    'json-rules-engine': jsonRules(work, checked),
    ...(typeof other !== 'string' && { 'GoRules Zen': other(work, checked) }),
    'json-logic-engine': jsonLogic(work, checked),
    Rogatory: ours(work, checked),
  });
  const sums = new Map<string, string>();
  for (const [name, matches] of engines) sums.set(name, await checksum(matches));
  if (new Set(sums.values()).size > 1)
    throw new Error(`the engines match different rules: ${JSON.stringify(Object.fromEntries(sums))}`);
  console.log(
    `\n100 rules of 4 conditions, 40 facts; equal checksums of ${checked} cases: ${sums.get('Rogatory')}`,
  );
  const rates = new Map<string, number>();
  for (let round = 0; round < rounds; round++)
    for (const [name, matches] of engines)
      rates.set(name, Math.max(rates.get(name) ?? 0, await rateOf(matches)));
  const base = rates.get('json-rules-engine') ?? Number.NaN;
  for (const [name, rate] of rates) show(`${name}, one at a time`, rate, base);
  const { into } = packedOurs(work, batch, 'read again');
  const ends = new Int32Array(batch);
  const found = new Uint8Array(batch * 100);
  let best = 0;
  for (let round = 0; round < batchRounds; round++) {
    const before = process.cpuUsage();
    for (let at = 0, end = 0; at < batch; at++) ends[at] = end = into(at, found, end);
    best = Math.max(best, batch / secondsSince(before));
  }
  show(`Rogatory, batch of ${batch}`, best, base);
}

/** Processor time: what an engine needs, whoever else the machine serves. */
function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

async function checksum(matches: Matches): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < checked; at++) hash.update(`${(await matches(at)).join()};`);
  return hash.digest('hex').slice(0, 16);
}

/** Determinations a second of processor time, after a warm-up. What answers at once is not waited for. */
async function rateOf(matches: Matches): Promise<number> {
  let rate = 0;
  for (const span of [roundMs / 2, roundMs]) {
    const began = performance.now();
    const before = process.cpuUsage();
    let runs = 0;
    while (performance.now() - began < span)
      for (let at = 0; at < 20; at++) {
        const found = matches((runs += 1) % checked);
        if (found instanceof Promise) await found;
      }
    rate = runs / secondsSince(before);
  }
  return rate;
}

function show(what: string, rate: number, base: number): void {
  console.log(
    `${what.padEnd(34)} ${rate.toFixed(0).padStart(10)} /s  ${(rate / base).toFixed(1).padStart(8)} x`,
  );
}
