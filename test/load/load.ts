/**
 * `npm run test:load -- upload --mib 2048`: prints figures beside their targets, over a site of its own on loopback. Ends with 1
 * when something that was to be kept was not; a speed that was not reached is only said.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { loadApi } from './cases.js';
import { show, type Figure } from './figures.js';
import { uploadOne } from './upload.js';

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mib: { type: 'string', default: '2048' },
    cases: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '20' },
  },
});
const runs: Record<string, () => Promise<Figure[]>> = {
  api: () => loadApi(Number(values.cases), Number(values.seconds)),
  upload: () => uploadOne(Number(values.mib)),
};
const run = runs[positionals[0] ?? ''];
if (run === undefined) throw new Error(`One of: ${Object.keys(runs).join(', ')}.`);
console.log(
  `load of the machine at the start: ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`,
);
show(await run());
process.exit();
