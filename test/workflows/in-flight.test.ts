import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteFamily } from '../../contracts/codes.js';
import { DAY } from '../support/harness/lots.js';
import { MONDAY, RouteOnDesk } from '../support/harness/route-on-desk.js';
import { openSandbox, type Sandbox } from '../support/harness/sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const sentDaysAgo = (days: number) => {
  const sentAt = new Date(MONDAY - days * DAY).toISOString();
  return { inFlight: { dispatchId: 'D1', sentAt, digest: 'the scan' } };
};

describe('a request that was sent before it was entered', () => {
  it.each<RouteFamily>(['MLA', 'ART29', 'PROV_PRES', 'PROV_DISC', 'P2P', 'EDR'])(
    'begins as %s at the wait for its answer, asks for no signature, and counts from the day it left',
    async (family) => {
      const desk = await new RouteOnDesk(sandbox, family, sentDaysAgo(1)).start();
      expect(desk.office.states[0]).toBe('DISPATCHED');
      expect(desk.office.openedSteps).toEqual([]);
      expect(desk.office.packets).toEqual([]);
      const dispatched = new Date(MONDAY - DAY).toISOString();
      expect(desk.office.started.length).toBeGreaterThan(0);
      expect(desk.office.started[0]?.startedAt).toBe(dispatched);
    },
  );

  it('is answered as any other', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC', sentDaysAgo(1)).start();
    await desk.reply('ANSWERED');
    await desk.done('evidence-received');
    expect(desk.office.states).toEqual(['DISPATCHED', 'INTAKE', 'CLOSED']);
  });

  it('tells of the steps that lie in the past once, with how many came before', async () => {
    const desk = await new RouteOnDesk(sandbox, 'P2P', sentDaysAgo(22)).start();
    const told = desk.office.reminders.filter(({ what }) => what.startsWith('answer'));
    expect(told).toHaveLength(1);
    expect(told[0]?.what).toBe('answer (entered later: 2 earlier steps were due before)');
  });

  it('asks for a decision at once where the time for an answer has passed', async () => {
    const desk = await new RouteOnDesk(sandbox, 'P2P', sentDaysAgo(40)).start();
    expect(desk.state).toBe('DECISION_DUE');
  });

  it('can be withdrawn, and then owes the letter that says so', async () => {
    const desk = await new RouteOnDesk(sandbox, 'MLA', sentDaysAgo(3)).start();
    await desk.withdraw();
    expect(desk.state).toBe('WITHDRAWING');
  });
});
