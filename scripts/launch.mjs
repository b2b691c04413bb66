// Runs one of our TypeScript programs in this very process, after making sure that what it needs is installed:
//   node scripts/launch.mjs cli/rogatory.ts start
// One process and no shell between: a signal sent to it reaches the program.
import './ensure-installed.mjs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [program = '', ...words] = process.argv.slice(2);
const file = resolve(root, program);

const { register } = await import('tsx/esm/api');
register();
process.argv = [process.argv[0], file, ...words];
await import(pathToFileURL(file).href);
