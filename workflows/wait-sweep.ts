import { setWorkflowOptions } from '@temporalio/workflow';
import { sweep } from './proxies.js';

/** Started every half hour by a schedule: looks for what waits for a person who is not there. */
export async function waitSweep(): Promise<{ opened: number; closed: number }> {
  return sweep.sweepWaits();
}
setWorkflowOptions({ versioningBehavior: 'AUTO_UPGRADE' }, waitSweep);
