import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteFamily } from '../../contracts/codes.js';
import { DAY, HOUR } from '../support/harness/lots.js';
import { RouteOnDesk } from '../support/harness/route-on-desk.js';
import { openSandbox, type Sandbox } from '../support/harness/sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const untilSent = ['DRAFT', 'CHECKS', 'APPROVAL', 'APPROVED', 'HANDED_OVER', 'DISPATCHED'];

describe('a straight run', () => {
  it('preserves at a provider until the request that follows has its data', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_PRES').sent();
    await desk.reply('ACKNOWLEDGED');
    await desk.reply('PRESERVED');
    await desk.done('legal-process-served');
    await desk.done('evidence-received');
    expect(desk.office.states).toEqual([...untilSent, 'ACKNOWLEDGED', 'PRESERVED', 'SUPERSEDED', 'CLOSED']);
    expect(desk.run.ended).toEqual({ how: 'completed', value: 'CLOSED' });
    expect(desk.office.packets).toHaveLength(1);
    expect(desk.office.incidents).toEqual([]);
  });

  it.each<RouteFamily>(['PROV_DISC', 'P2P', 'EPOC'])(
    'closes %s when two persons received the answer',
    async (family) => {
      const desk = await new RouteOnDesk(sandbox, family).sent();
      await desk.reply('ACKNOWLEDGED');
      await desk.reply('ANSWERED');
      await desk.done('evidence-received');
      expect(desk.office.states).toEqual([...untilSent, 'ACKNOWLEDGED', 'INTAKE', 'CLOSED']);
      expect(desk.office.incidents).toEqual([]);
    },
  );

  it('takes ART29 from acknowledgement to the order of the requested Party to the preservation', async () => {
    const desk = await new RouteOnDesk(sandbox, 'ART29').sent();
    await desk.reply('ACKNOWLEDGED');
    await desk.reply('ACKNOWLEDGED');
    await desk.reply('PRESERVED');
    expect(desk.office.states).toEqual([...untilSent, 'ACKNOWLEDGED', 'IN_EXECUTION', 'PRESERVED']);
    expect(desk.office.started.map((one) => one.term)).toEqual([
      'acknowledgement',
      'confirmation',
      'order',
      'preservation',
    ]);
  });

  it('closes EDR only after the review by persons not involved', async () => {
    const desk = await new RouteOnDesk(sandbox, 'EDR').sent();
    await desk.reply('ANSWERED');
    await desk.done('evidence-received');
    expect(desk.state).toBe('EX_POST');
    expect(desk.run.ended).toBeNull();
    await desk.review('VALIDATED');
    expect(desk.state).toBe('CLOSED');
  });

  it.each<[RouteFamily, string]>([
    ['OSINT', 'IN_EXECUTION'],
    ['CONSENT', 'IN_EXECUTION'],
    ['DOMESTIC', 'WAITING_DOMESTIC'],
  ])('collects %s after the sign-off and hands nothing over', async (family, collecting) => {
    const desk = await new RouteOnDesk(sandbox, family).start();
    expect(desk.state).toBe('APPROVAL');
    await desk.decide('approve');
    await desk.done('evidence-received');
    expect(desk.office.states).toEqual(['DRAFT', 'CHECKS', 'APPROVAL', collecting, 'CLOSED']);
    expect(desk.office.calls.map((call) => call.name)).not.toContain('handOver');
  });

  it('asks the signatures of a chain in their order and hands over only after the last', async () => {
    const { supervisorSigns, prosecutorSigns, termsOf } = await import('../support/harness/lots.js');
    const terms = termsOf('PROV_DISC', { approvals: [supervisorSigns, prosecutorSigns] });
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC', { terms }).start();
    expect(desk.office.openedSteps.map((step) => step.step)).toEqual(['supervisor']);
    expect(await desk.decide('approve', 'prosecutor', 'PROSECUTOR')).toMatchObject({ kind: 'refused' });
    await desk.decide('approve');
    expect(desk.office.openedSteps.map((step) => step.step)).toEqual(['supervisor', 'prosecutor']);
    expect(desk.office.outbox).toEqual([]);
    await desk.decide('approve', 'prosecutor', 'PROSECUTOR');
    expect(desk.state).toBe('HANDED_OVER');
  });
});

describe('clocks and ladders', () => {
  it('starts no clock before the sender has recorded the dispatch, and counts from the recorded time', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_PRES').start();
    await desk.decide('approve');
    await desk.run.advance(20 * HOUR);
    expect(desk.office.started).toEqual([]);
    await desk.run.update('recordDispatch', {
      requestId: 'd',
      dispatchId: 'd',
      sentAt: '2026-11-24T00:00:00.000Z',
    });
    expect(desk.office.started).toEqual([{ term: 'acknowledgement', startedAt: '2026-11-24T00:00:00.000Z' }]);
  });

  it('reminds rung by rung, with one timer at a time, and projects the next date each time', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    await desk.run.advance(6 * DAY);
    expect(desk.office.reminders).toHaveLength(0);
    await desk.run.advance(9 * DAY);
    expect(desk.office.reminders.map((one) => one.rung.after.amount)).toEqual([7, 14]);
    expect(desk.run.openTimers).toBe(1);
    expect(desk.office.projections.at(-1)?.nextAt).toBe(
      new Date(Date.parse('2026-11-23T09:00:00Z') + 21 * DAY).toISOString(),
    );
  });

  it('reminds 30, 14, 7, 3 and 1 days before a preservation ends, then opens an incident and asks what leaves the same day', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_PRES').sent();
    await desk.reply('PRESERVED');
    await desk.run.advance(89.5 * DAY);
    expect(desk.office.reminders.map((one) => one.rung.after.amount)).toEqual([-30, -14, -7, -3, -1]);
    await desk.run.advance(DAY);
    expect(desk.state).toBe('LAPSED');
    expect(desk.office.incidentCodes()).toEqual(['PRESERVATION_EXPIRED']);
    await desk.choose('CLOSE');
    expect(desk.run.ended).toEqual({ how: 'completed', value: 'EXPIRED' });
  });

  it('counts a renewed preservation from the new confirmation', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_PRES').sent();
    await desk.reply('PRESERVED');
    await desk.run.advance(80 * DAY);
    await desk.reply('PRESERVED');
    await desk.run.advance(80 * DAY);
    expect(desk.state).toBe('PRESERVED');
    expect(desk.office.started.filter((one) => one.term === 'preservation')).toHaveLength(2);
  });

  it('ends silence in a decision, and a decision to wait on starts the longest clock again', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    await desk.run.advance(31 * DAY);
    expect(desk.state).toBe('DECISION_DUE');
    await desk.choose('WAIT_ON');
    expect(desk.state).toBe('DISPATCHED');
    expect(desk.office.started.at(-1)).toEqual({ term: 'answer', startedAt: desk.nowText });
    await desk.run.advance(31 * DAY);
    expect(desk.state).toBe('DECISION_DUE');
    await desk.choose('CONVERT');
    expect(desk.run.ended).toEqual({ how: 'completed', value: 'CONVERTED' });
  });

  it('pauses the ladder of the office during a clarification and goes on where it stood', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    await desk.reply('ACKNOWLEDGED');
    await desk.reply('CLARIFICATION');
    expect(desk.office.stopped.at(-1)?.why).toBe('paused for a clarification');
    await desk.run.advance(1.5 * DAY);
    const [paused] = desk.office.stopped.at(-1)?.clockIds ?? [];
    await desk.done('clarification-answered');
    expect(desk.state).toBe('ACKNOWLEDGED');
    expect(desk.office.started.at(-1)).toEqual({
      term: 'answer',
      startedAt: desk.nowText,
      continues: paused,
    });
  });

  it('lets a clarification that nobody answers end in a decision', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    await desk.reply('CLARIFICATION');
    await desk.run.advance(3 * DAY);
    expect(desk.state).toBe('DECISION_DUE');
  });

  it('makes an overdue review after an emergency an incident and stays open', async () => {
    const desk = await new RouteOnDesk(sandbox, 'EDR').sent();
    await desk.reply('ANSWERED');
    await desk.done('evidence-received');
    await desk.run.advance(73 * HOUR);
    expect(desk.office.incidentCodes()).toEqual(['EX_POST_OVERDUE']);
    await desk.run.advance(300 * DAY);
    expect(desk.run.ended).toBeNull();
    await desk.review('VALIDATED');
    expect(desk.state).toBe('CLOSED');
  });

  it('opens an incident when a request has left and no clock runs', async () => {
    const { termsOf } = await import('../support/harness/lots.js');
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC', {
      terms: termsOf('PROV_DISC', { clocks: [] }),
    }).sent();
    expect(desk.office.incidentCodes()).toEqual(['NO_NEXT_DATE']);
  });
});
