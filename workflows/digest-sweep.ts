import { setWorkflowOptions } from '@temporalio/workflow';
import { sweep } from './proxies.js';

/** Started by a schedule: writes the mail of the day to those whose hour of it has come. */
export async function digestSweep(): Promise<{ made: number }> {
  return sweep.makeDigests();
}
setWorkflowOptions({ versioningBehavior: 'AUTO_UPGRADE' }, digestSweep);
