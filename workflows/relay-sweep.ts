import { setWorkflowOptions } from '@temporalio/workflow';
import { sweep } from './proxies.js';

/** Started by a schedule: delivers inbound rows that no workflow has confirmed yet. */
export async function relaySweep(): Promise<{ delivered: number; left: number }> {
  return sweep.deliverPending();
}
setWorkflowOptions({ versioningBehavior: 'AUTO_UPGRADE' }, relaySweep);
