import { setWorkflowOptions } from '@temporalio/workflow';
import { sweep } from './proxies.js';

/** Started by a schedule: tells other systems what happened since they were told last. */
export async function eventSweep(): Promise<{ delivered: number; failing: number }> {
  return sweep.deliverEvents();
}
setWorkflowOptions({ versioningBehavior: 'AUTO_UPGRADE' }, eventSweep);
