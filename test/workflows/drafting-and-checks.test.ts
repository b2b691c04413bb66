import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RouteOnDesk } from '../support/harness/route-on-desk.js';
import { openSandbox, type Sandbox } from '../support/harness/sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

describe('drafting', () => {
  it('names the fields that are missing and drafts again when facts arrive', async () => {
    const desk = new RouteOnDesk(sandbox, 'PROV_PRES');
    desk.office.missing = ['identifier', 'window'];
    await desk.start();
    expect(desk.office.projections.at(-1)).toMatchObject({
      state: 'FIELDS_MISSING',
      waitsFor: 'fields: identifier, window',
    });
    desk.office.missing = ['window'];
    await desk.revise();
    expect(desk.office.projections.at(-1)).toMatchObject({ waitsFor: 'fields: window' });
    desk.office.missing = [];
    await desk.revise();
    expect(desk.state).toBe('APPROVAL');
  });

  it('drafts a lot that may not leave, and waits in its checks', async () => {
    const desk = new RouteOnDesk(sandbox, 'PROV_DISC');
    desk.office.blockers = ['AUTHORISATION_MISSING'];
    await desk.start();
    expect(desk.office.calls.map((call) => call.name)).toContain('renderDraft');
    expect(desk.office.projections.at(-1)).toMatchObject({
      state: 'CHECKS',
      waitsFor: 'AUTHORISATION_MISSING',
    });
    expect(desk.office.openedSteps).toEqual([]);
  });

  it('drafts again when the adopted plan changed its slice, and then asks for signatures', async () => {
    const desk = new RouteOnDesk(sandbox, 'PROV_DISC');
    desk.office.blockers = ['AUTHORISATION_MISSING'];
    await desk.start();
    Object.assign(desk.office, { blockers: [], slice: 'slice-2', document: 'document-2', planId: 'plan-2' });
    await desk.run.signal('planAdopted', { planId: 'plan-2' });
    expect(desk.office.states).toEqual(['DRAFT', 'CHECKS', 'DRAFT', 'CHECKS', 'APPROVAL']);
    expect(desk.office.openedSteps.at(-1)?.digest).toBe('document-2');
    expect(desk.office.calls.filter((call) => call.name === 'renderDraft').at(-1)?.input).toMatchObject({
      planId: 'plan-2',
    });
  });

  it('keeps waiting when only one of two blockers was cured', async () => {
    const desk = new RouteOnDesk(sandbox, 'PROV_DISC');
    desk.office.blockers = ['AUTHORISATION_MISSING', 'NPA_MISSING'];
    await desk.start();
    desk.office.blockers = ['NPA_MISSING'];
    await desk.revise();
    expect(desk.office.projections.at(-1)).toMatchObject({ state: 'CHECKS', waitsFor: 'NPA_MISSING' });
  });

  it('keeps what was dispatched under its old law', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    const before = desk.office.calls.length;
    desk.office.slice = 'slice-2';
    expect(await desk.revise('plan-2')).toMatchObject({ value: { state: 'DISPATCHED' } });
    expect(desk.office.calls.slice(before).map((call) => call.name)).toEqual(['isOnRecord']);
  });
});

describe('withdrawal', () => {
  it('cancels before dispatch from any state, and closes the signatures asked for', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').start();
    expect(await desk.withdraw()).toMatchObject({ value: { state: 'CANCELLED_BEFORE_DISPATCH' } });
    expect(desk.office.closedRounds).toEqual([{ digest: 'document-1', why: 'withdrawn' }]);
    expect(desk.run.ended).toEqual({ how: 'completed', value: 'CANCELLED_BEFORE_DISPATCH' });
  });

  it('withdraws what was sent, and stops its clocks', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    expect(await desk.withdraw()).toMatchObject({ value: { state: 'WITHDRAWING' } });
    expect(desk.office.stopped.at(-1)).toMatchObject({ why: 'entered WITHDRAWING' });
    await desk.done('letter-sent');
    expect(desk.run.ended).toEqual({ how: 'completed', value: 'WITHDRAWN' });
  });

  it('passes the review after an emergency even when the request is withdrawn', async () => {
    const desk = await new RouteOnDesk(sandbox, 'EDR').sent();
    await desk.withdraw();
    expect(await desk.done('letter-sent')).toMatchObject({ value: { state: 'EX_POST' } });
    await desk.review('VALIDATED');
    expect(desk.run.ended).toEqual({ how: 'completed', value: 'WITHDRAWN' });
  });

  it('wins over a hand-over that is under way, so that nothing more is asked', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').start();
    desk.run.hold('handOver');
    await desk.decide('approve');
    const withdrawal = desk.run.sendUpdate('withdrawRoute', { requestId: 'w', withdrawalId: 'w' });
    await desk.run.settle();
    expect(desk.run.answerOf(withdrawal)).toEqual({ kind: 'pending' });
    desk.office.refuseHandOver = 'WITHDRAWN';
    await desk.run.release('handOver');
    expect(desk.run.answerOf(withdrawal)).toMatchObject({ value: { state: 'CANCELLED_BEFORE_DISPATCH' } });
    expect(desk.office.packets).toEqual([]);
  });
});

describe('the engine console and final failures', () => {
  it('reads a cancellation as a proposal: an incident once, and the route goes on', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    await desk.run.cancel();
    expect(desk.office.incidentCodes()).toEqual(['WITHDRAWAL_PROPOSED']);
    expect(await desk.reply('ANSWERED')).toMatchObject({ value: { state: 'INTAKE' } });
    await desk.run.signal('renewRun');
    expect(desk.run.runs).toBe(2);
    await desk.done('evidence-received');
    expect(desk.run.ended).toEqual({ how: 'completed', value: 'CLOSED' });
    expect(desk.office.incidentCodes()).toEqual(['WITHDRAWAL_PROPOSED']);
  });

  it('makes a final failure an incident and tries the state again when something arrives', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    desk.office.failProjection = true;
    await desk.reply('ANSWERED');
    expect(desk.office.incidentCodes()).toEqual(['FAILED/project']);
    expect(desk.run.ended).toBeNull();
    desk.office.failProjection = false;
    await desk.run.signal('renewRun');
    expect(desk.state).toBe('INTAKE');
  });

  it('goes on when the case cannot be told', async () => {
    const desk = new RouteOnDesk(sandbox, 'PROV_DISC');
    desk.run.makeUnreachable('case-case-1');
    await desk.sent();
    expect(desk.state).toBe('DISPATCHED');
  });
});
