/**
 * `npm run test:contract`: schemathesis against a system of its own in which real cases were played, as several persons.
 * Ends with 1 when an answer was a fault of ours (5xx) or is not in the document. Needs `schemathesis` on the PATH
 * (`pip install schemathesis`).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sc01, sc14 } from '../../scripts/demo/stories.js';
import { RunningSystem } from '../support/running-system.js';

const config = fileURLToPath(new URL('schemathesis.toml', import.meta.url));
const persons = ['training-case-officer-a', 'training-supervisor-a', 'training-auditor'];
const seconds = Number(process.argv[2] ?? 300);

async function probe(address: string, token: string): Promise<boolean> {
  const words = ['--config-file', config, 'run', `${address}/openapi.json`, '--no-color', '--checks', 'all'];
  const limits = ['--max-examples', '60', '--max-time', String(seconds), '--seed', '20261124'];
  const program = spawn('schemathesis', [...words, ...limits, '--header', `Authorization: Bearer ${token}`], {
    stdio: 'inherit',
  });
  await once(program, 'close');
  return program.exitCode === 0;
}

// A limit for each minute would be all that is answered.
const classes = ['READS', 'CHANGES', 'UPLOADS', 'STRANGERS', 'SIGN_INS'];
const unlimited: Record<string, string> = {};
for (const name of classes) unlimited[`LIMIT_${name}_PER_MINUTE`] = '100000';
const system = new RunningSystem(unlimited);
try {
  await system.start();
  const told: string[] = [];
  for (const story of [sc01, sc14]) await story(system.office, (line) => told.push(line));
  for (const person of persons) {
    console.log(`\nAs ${person}, over two played cases (${told.length} steps):`);
    if (!(await probe(system.run.address, system.tokenOf(person)))) process.exitCode = 1;
  }
} finally {
  await system.stop();
}
