import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { taskQueues } from '../contracts/ids.js';

const relaySweep = 'relay-sweep';
const sweepEvery = '30s';

/** Makes the schedule that delivers what the API could not deliver at once. Does nothing where it exists. */
export async function ensureSchedules(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: relaySweep,
      spec: { intervals: [{ every: sweepEvery }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' },
      action: {
        type: 'startWorkflow',
        workflowId: relaySweep,
        workflowType: 'relaySweep',
        taskQueue: taskQueues.workflows,
        args: [],
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
