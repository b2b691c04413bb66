/** `npm run bench`: how long determinations take on the real rules, beside other engines on rules of one make; in one run. */
import { cpus } from 'node:os';
import { compareEngines } from './bench/compare.js';
import { openQuestions, recordedDeterminations, wholeDeterminations } from './bench/determinations.js';
import { measureImpact } from './bench/impact.js';
import { show, type Row } from './bench/measure.js';

/** `-- impact` takes a million generated cases instead of a hundred thousand, and nothing else. */
const impactOnly = process.argv.includes('impact');

/** How many times faster than json-rules-engine on the same cases, by processor time. */
function showRatios([base, ...others]: readonly Row[]): void {
  for (const { what, cpu } of others)
    console.log(`${what}: ${((base?.cpu ?? Number.NaN) / cpu).toFixed(0)} times json-rules-engine`);
}

console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}\n`);
if (impactOnly) for (const cases of [100_000, 1_000_000]) await measureImpact(cases, 2);
else {
  const whole = await wholeDeterminations();
  show([...(await recordedDeterminations()), ...whole, ...(await openQuestions())]);
  showRatios(whole);
  await measureImpact(100_000, 1);
  await compareEngines();
}
