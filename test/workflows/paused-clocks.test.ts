import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RouteOnDesk } from '../support/harness/route-on-desk.js';
import { openSandbox, type Sandbox } from '../support/harness/sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const DAY = 86_400_000;
const inDays = (desk: RouteOnDesk, days: number): string => new Date(desk.run.now + days * DAY).toISOString();

/** A disclosure request that was sent and not acknowledged; what is left of the wait is one period of the office. */
async function waiting() {
  const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
  await desk.run.advance(4 * DAY);
  const index = desk.office.started.findIndex(({ term }) => term === 'answer');
  return { desk, clockId: `clock-${index + 1}` };
}

describe('a period of the office that a person pauses', () => {
  it('does not end the wait while it stands still, and goes on with what was left when it is resumed', async () => {
    const { desk, clockId } = await waiting();
    await desk.turnClock(clockId, 'pause', inDays(desk, 200));
    expect(desk.office.stopped.at(-1)).toEqual({ clockIds: [clockId], why: 'paused by a person' });
    await desk.run.advance(60 * DAY);
    expect(desk.state).toBe('DISPATCHED');
    await desk.turnClock(clockId, 'resume');
    expect(desk.office.started.at(-1)).toMatchObject({ term: 'answer', continues: clockId });
    await desk.run.advance(31 * DAY);
    expect(desk.state).toBe('DECISION_DUE');
  });

  it('goes on by itself on its day, so that none stands still for ever', async () => {
    const { desk, clockId } = await waiting();
    await desk.turnClock(clockId, 'pause', inDays(desk, 10));
    await desk.run.advance(9 * DAY);
    expect(desk.office.started.at(-1)?.continues).toBeUndefined();
    await desk.run.advance(2 * DAY);
    expect(desk.office.started.at(-1)).toMatchObject({ term: 'answer', continues: clockId });
  });

  it('is still paused after continue-as-new, and shows its day as the next date', async () => {
    const { desk, clockId } = await waiting();
    const until = inDays(desk, 90);
    await desk.turnClock(clockId, 'pause', until);
    await desk.run.signal('renewRun');
    expect(desk.office.projections.at(-1)?.nextAt).toBe(until);
    await desk.run.advance(80 * DAY);
    expect(desk.state).toBe('DISPATCHED');
    expect(desk.office.incidentCodes()).toEqual([]);
  });

  it('stays paused through a clarification', async () => {
    const { desk, clockId } = await waiting();
    await desk.turnClock(clockId, 'pause', inDays(desk, 200));
    await desk.reply('CLARIFICATION');
    await desk.done('clarification-answered');
    expect(desk.office.started.some(({ continues }) => continues === clockId)).toBe(false);
    await desk.run.advance(60 * DAY);
    expect(desk.state).toBe('DISPATCHED');
  });

  it('is refused for a period of law, and for a clock that the route does not have', async () => {
    const desk = await new RouteOnDesk(sandbox, 'ART29').sent();
    await desk.reply('PRESERVED');
    const legal = desk.office.started.findIndex(({ term }) => term === 'preservation');
    expect(legal).toBeGreaterThanOrEqual(0);
    for (const clockId of [`clock-${legal + 1}`, 'clock-99'])
      expect(await desk.turnClock(clockId, 'pause', inDays(desk, 10))).toMatchObject({
        kind: 'refused',
        type: 'CLOCK_NOT_PAUSED',
      });
    expect(desk.office.stopped.some(({ why }) => why === 'paused by a person')).toBe(false);
  });
});
