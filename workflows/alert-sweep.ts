import { setWorkflowOptions } from '@temporalio/workflow';
import { sweep } from './proxies.js';

/** Started every hour by a schedule: looks for what the overseer is to be told and no single act brings about. */
export async function alertSweep(): Promise<{ raised: number }> {
  return sweep.sweepAlerts();
}
setWorkflowOptions({ versioningBehavior: 'AUTO_UPGRADE' }, alertSweep);
