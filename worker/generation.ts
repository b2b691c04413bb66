import { ScheduleNotFoundError, type Client } from '@temporalio/client';
import { taskQueues } from '../contracts/ids.js';

const scheduleId = 'generation';
const noteOf = (number: number): string => `generation ${number}`;

/**
 * The number that the engine carries: in the note of a schedule that never runs, so that it can be read while no worker polls
 * and is copied and put back with the engine. `null` where it carries none.
 * @throws Error when the note says anything else
 */
export async function generationInEngine(client: Client): Promise<number | null> {
  try {
    const { state } = await client.schedule.getHandle(scheduleId).describe();
    return numberIn(state.note);
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return null;
    throw error;
  }
}

/** Writes the number into the engine; one that it carries already, or a greater one, stays. */
export async function carryGeneration(client: Client, number: number): Promise<void> {
  if ((await generationInEngine(client)) === null) return create(client, number);
  await client.schedule.getHandle(scheduleId).update(({ state, ...rest }) => ({
    ...rest,
    state: { ...state, note: noteOf(Math.max(number, numberIn(state.note))) },
  }));
}

async function create(client: Client, number: number): Promise<void> {
  await client.schedule.create({
    scheduleId,
    spec: {},
    action: {
      type: 'startWorkflow',
      workflowId: scheduleId,
      workflowType: scheduleId,
      taskQueue: taskQueues.workflows,
      args: [],
    },
    state: { paused: true, note: noteOf(number) },
  });
}

function numberIn(note: string | undefined): number {
  const found = /^generation (\d+)$/.exec(note ?? '')?.[1];
  if (found === undefined) throw new Error(`the schedule ${scheduleId} carries no number: ${note ?? ''}`);
  return Number(found);
}
