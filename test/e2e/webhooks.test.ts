import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officer, supervisor } from '../../scripts/demo/acts.js';
import { text, until } from '../../scripts/demo/office.js';
import { startReceiver, type Receiver } from '../support/receiver.js';
import { RunningSystem } from '../support/running-system.js';

/** Another system that is told of events by the whole program, over a kill -9 of the worker that tells it. */
const system = new RunningSystem();
let receiver: Receiver;
let secret: string;

beforeAll(async () => {
  receiver = await startReceiver();
  await system.start();
  const to = { url: receiver.url, reason: 'Our register follows the cases.' };
  secret = text((await system.office(supervisor).post('/v1/webhooks', to)).body, 'secret');
});
afterAll(async () => {
  await system.stop();
  await receiver.stop();
});

const openCase = async (reference: string): Promise<string> =>
  text((await system.office(officer).post('/v1/cases', { reference, requestingState: 'KZ' })).body, 'id');
const opened = (): (string | undefined)[] =>
  receiver
    .taken(secret)
    .filter(({ type }) => type === 'org.rogatory.case.opened')
    .map(({ subject }) => subject);

describe('a receiver of events', () => {
  it('loses none and no order when it answers a fault and the worker dies and starts again', async () => {
    receiver.answers.push(500);
    const first = await openCase('R-1');
    await until('the first try', async () => (receiver.heard.length > 0 ? true : undefined), 60);
    expect(opened()).toEqual([]);
    const second = await openCase('R-2');
    await system.kill();
    await system.start();
    const third = await openCase('R-3');
    await until('the events', async () => (opened().includes(third) ? true : undefined), 120);
    expect([...new Set(opened())]).toEqual([first, second, third]);
  });
});
