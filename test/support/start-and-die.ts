/** Starts a Temporal server over the given folder and dies at once, as after kill -9: leaves the server running. */
import { findTemporal } from '../../worker/temporal-server.js';

const [folder = '', cacheDir = ''] = process.argv.slice(2);
await findTemporal({ namespace: 'rogatory', folder, cacheDir });
process.kill(process.pid, 'SIGKILL');
