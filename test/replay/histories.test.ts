import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { beforeAll, expect, it } from 'vitest';
import { createLogger } from '../../config/logger.js';
import { installRuntime } from '../../worker/runtime.js';
import { workflowBundlePath } from '../support/harness/bundle.js';

const folder = fileURLToPath(new URL('./histories/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

beforeAll(() => installRuntime(createLogger('fatal')));

type Event = { workflowExecutionStartedEventAttributes?: object };
const readJson = (name: string) =>
  JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as { events: Event[] };

async function replay(name: string, change: (events: Event[]) => Event[] = (events) => events) {
  const recorded = readJson(name);
  const history = historyFromJSON({ ...recorded, events: change(recorded.events) });
  const workflowBundle = { codePath: await workflowBundlePath() };
  return Worker.runReplayHistory({ workflowBundle, replayName: name }, history, name.replace('.json', ''));
}

it('has a history of every life cycle that runs, and of the case', () => {
  expect(names.length).toBeGreaterThanOrEqual(12);
});

it.each(names)('replays %s with the code of today', async (name) => {
  await expect(replay(name)).resolves.toBeUndefined();
});

it('notices when the code does something else than the history says', async () => {
  const swapped = (events: Event[]) =>
    JSON.parse(JSON.stringify(events).replaceAll('"name":"openBlockers"', '"name":"renderDraft"')) as Event[];
  await expect(replay('prov-disc.json', swapped)).rejects.toThrow(/[Nn]on-?determinis|mismatch|TMPRL1100/);
});
