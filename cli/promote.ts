import { SettingsError, settingsOfProcess } from '../config/env.js';
import { Connection } from '@temporalio/client';
import { makeCurrent } from '../worker/deployment.js';
import { connectionOptions } from '../worker/temporal/credentials.js';
import { buildOfProgram } from './site/build.js';
import { reachOf } from './site/parts.js';

/**
 * `rogatory promote`: new cases start on this program's build from now on. Its workers must run already. Cases that run
 * stay on their build until they continue as new.
 * @returns exit code: 0 done, 3 the environment does not allow it
 */
export async function promote(): Promise<number> {
  try {
    const settings = settingsOfProcess();
    const { address, credentials } = reachOf(settings);
    const connection = await Connection.connect(connectionOptions(address, credentials));
    await makeCurrent(connection, settings.temporal.namespace, buildOfProgram());
    await connection.close();
    console.log(`New cases start on build ${buildOfProgram()}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    return 3;
  }
}
