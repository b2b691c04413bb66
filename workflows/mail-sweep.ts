import { setWorkflowOptions } from '@temporalio/workflow';
import { sweep } from './proxies.js';

/** Started by a schedule: tells the next ones of what nobody has taken note of, and sends the mails that wait. */
export async function mailSweep(): Promise<{ climbed: number; sent: number; left: number }> {
  const { climbed } = await sweep.climbNotices();
  return { climbed, ...(await sweep.sendMails()) };
}
setWorkflowOptions({ versioningBehavior: 'AUTO_UPGRADE' }, mailSweep);
