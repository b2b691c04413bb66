import { setWorkflowOptions } from '@temporalio/workflow';
import { sweep } from './proxies.js';

/** Started every hour by a schedule: open routes of the store that the engine does not run are told of, and left as they are. */
export async function reconciliation(): Promise<{ compared: number; differing: number }> {
  const sum = { compared: 0, differing: 0 };
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof sweep.reconcile>> = await sweep.reconcile({ after });
    sum.compared += page.compared;
    sum.differing += page.differing;
    after = page.next;
  } while (after !== null);
  return sum;
}
setWorkflowOptions({ versioningBehavior: 'AUTO_UPGRADE' }, reconciliation);
