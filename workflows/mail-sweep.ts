import { setWorkflowOptions } from '@temporalio/workflow';
import { sweep } from './proxies.js';

/** Started by a schedule: sends the mails that wait in the outbox. */
export async function mailSweep(): Promise<{ sent: number; left: number }> {
  return sweep.sendMails();
}
setWorkflowOptions({ versioningBehavior: 'AUTO_UPGRADE' }, mailSweep);
