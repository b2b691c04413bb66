import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { taskQueues } from '../contracts/ids.js';

/** What runs by the clock, each a workflow of its own. `catchUp`: how late it may still be started. */
const schedules = [
  /** Delivers what the API could not deliver at once. */
  { id: 'relay-sweep', workflowType: 'relaySweep', every: '30s', catchUp: '1m' },
  /** Tells the next ones, and sends the mails that wait. */
  { id: 'mail-sweep', workflowType: 'mailSweep', every: '30s', catchUp: '1m' },
  /** Tells other systems what happened. */
  { id: 'event-sweep', workflowType: 'eventSweep', every: '30s', catchUp: '1m' },
  /** Writes the mail of the day; zones differ by quarters of an hour. */
  { id: 'digest-sweep', workflowType: 'digestSweep', every: '15m', catchUp: '1h' },
  /** Signs the audit. */
  { id: 'audit-checkpoint', workflowType: 'auditCheckpoint', every: '1h', catchUp: '1h' },
  /** Tells the overseer what no single act brings about. */
  { id: 'alert-sweep', workflowType: 'alertSweep', every: '1h', catchUp: '1h' },
  /** Tells who answers for a unit what waits for nobody; twice an hour, so that it shows within the hour. */
  { id: 'wait-sweep', workflowType: 'waitSweep', every: '30m', catchUp: '30m' },
  /** Tells what the store has open and the engine does not run. */
  { id: 'reconciliation', workflowType: 'reconciliation', every: '1h', catchUp: '1h' },
  /** Proposes what new rules or registers change in open cases. */
  { id: 'rule-sweep', workflowType: 'ruleSweep', every: '15m', catchUp: '15m' },
] as const;

/** Asks for the time-stamp that is missing; only where an authority is named. */
const timeStamp = {
  id: 'audit-time-stamp',
  workflowType: 'auditTimeStamp',
  every: '10m',
  catchUp: '10m',
} as const;

/** Makes the schedules; leaves alone those that exist. */
export async function ensureSchedules(
  client: Client,
  { timeStamps }: { timeStamps: boolean },
): Promise<void> {
  for (const schedule of timeStamps ? [...schedules, timeStamp] : schedules) await ensure(client, schedule);
}

async function ensure(
  client: Client,
  { id, workflowType, every, catchUp }: (typeof schedules)[number] | typeof timeStamp,
): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: id,
      spec: { intervals: [{ every }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: catchUp },
      action: {
        type: 'startWorkflow',
        workflowId: id,
        workflowType,
        taskQueue: taskQueues.workflows,
        args: [],
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
