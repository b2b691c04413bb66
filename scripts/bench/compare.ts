import { createHash } from 'node:crypto';
import { jsonLogic, jsonRules, ours, packedOurs, type Matches } from './contenders.js';
import { zen } from './zen.js';
import { workload } from './hundred-rules.js';

const checked = 200;
const batch = 100_000;
/** Rounds of the batch; the best counts, as it would on an idle machine. */
const rounds = 8;
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
  for (const [name, matches] of engines) rates.set(name, await rateOf(matches));
  const base = rates.get('json-rules-engine') ?? Number.NaN;
  for (const [name, rate] of rates) show(`${name}, one at a time`, rate, base);
  const { into } = packedOurs(work, batch);
  const ends = new Int32Array(batch);
  const found = new Uint8Array(batch * 100);
  let best = 0;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    for (let at = 0, end = 0; at < batch; at++) ends[at] = end = into(at, found, end);
    best = Math.max(best, (batch / (performance.now() - began)) * 1000);
  }
  show(`Rogatory, batch of ${batch}`, best, base);
}

async function checksum(matches: Matches): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < checked; at++) hash.update(`${(await matches(at)).join()};`);
  return hash.digest('hex').slice(0, 16);
}

/** Determinations a second after a warm-up. What answers at once is not waited for. */
async function rateOf(matches: Matches): Promise<number> {
  let runs = 0;
  for (const span of [roundMs, roundMs * 2]) {
    const began = performance.now();
    runs = 0;
    while (performance.now() - began < span)
      for (let at = 0; at < 20; at++) {
        const found = matches((runs += 1) % checked);
        if (found instanceof Promise) await found;
      }
    runs /= (performance.now() - began) / 1000;
  }
  return runs;
}

function show(what: string, rate: number, base: number): void {
  console.log(
    `${what.padEnd(34)} ${rate.toFixed(0).padStart(10)} /s  ${(rate / base).toFixed(1).padStart(8)} x`,
  );
}
