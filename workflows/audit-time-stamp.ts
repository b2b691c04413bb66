import { setWorkflowOptions } from '@temporalio/workflow';
import { sweep } from './proxies.js';

/**
 * Started by a schedule of its own where a time-stamping authority is named: one that is down keeps nobody from signing.
 */
export async function auditTimeStamp(): Promise<{ size: number | null }> {
  return sweep.stampAudit();
}
setWorkflowOptions({ versioningBehavior: 'AUTO_UPGRADE' }, auditTimeStamp);
