/** Tries to take a lock, says whether it did, and holds it until its input ends. */
import { once } from 'node:events';
import { takeLock } from '../../worker/process/lock-file.js';

const lock = takeLock(process.argv[2] ?? '');
process.stdout.write(lock.taken ? 'taken\n' : `held by ${lock.holder.pid}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
