import { setWorkflowOptions } from '@temporalio/workflow';
import { sweep } from './proxies.js';

/** So many batches in one go; what is left waits for the next start. */
const BATCHES = 40;

/** Started every quarter of an hour by a schedule: open cases are looked at under rules and registers that are new to them. */
export async function ruleSweep(): Promise<{ seen: number; proposed: number }> {
  const sum = { seen: 0, proposed: 0 };
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const { seen, proposed, left } = await sweep.redetermine();
    sum.seen += seen;
    sum.proposed += proposed;
    if (!left) break;
  }
  return sum;
}
setWorkflowOptions({ versioningBehavior: 'AUTO_UPGRADE' }, ruleSweep);
