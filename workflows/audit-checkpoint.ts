import { setWorkflowOptions } from '@temporalio/workflow';
import { sweep } from './proxies.js';

/** Started every hour by a schedule: signs the record as it stands. */
export async function auditCheckpoint(): Promise<{ size: number }> {
  return sweep.checkpointAudit();
}
setWorkflowOptions({ versioningBehavior: 'AUTO_UPGRADE' }, auditCheckpoint);
