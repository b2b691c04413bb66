import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, days, HOUR, prosecutorSigns, supervisorSigns, termsOf } from '../support/harness/lots.js';
import { RouteOnDesk } from '../support/harness/route-on-desk.js';
import { openSandbox, type Sandbox } from '../support/harness/sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const atApproval = () => new RouteOnDesk(sandbox, 'PROV_PRES').start();
const twoSign = termsOf('PROV_DISC', { approvals: [supervisorSigns, prosecutorSigns] });
const called = (desk: RouteOnDesk, name: string) =>
  desk.office.calls.filter((call) => call.name === name).length;

describe('the lock that counts is the ticket', () => {
  it('changes nothing when a raw client names a supervisor and invents a ticket', async () => {
    const desk = await atApproval();
    const forged = {
      requestId: 'x',
      ticketId: 'invented',
      step: 'supervisor',
      digest: 'document-1',
      role: 'SUPERVISOR',
    };
    expect(
      await desk.run.update('castVote', { ...forged, personId: 'supervisor-2', decision: 'approve' }),
    ).toEqual({
      kind: 'answered',
      value: { recorded: false, reason: 'TICKET_INVALID', state: 'APPROVAL' },
    });
    expect(desk.state).toBe('APPROVAL');
    expect(desk.office.outbox).toEqual([]);
  });

  it('counts a ticket once', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC', { terms: twoSign }).start();
    await desk.decide('approve');
    const again = { requestId: 'again', ticketId: 'ticket-1', step: 'prosecutor', digest: 'document-1' };
    expect(await desk.run.update('castVote', again)).toMatchObject({ value: { recorded: false } });
    expect(desk.state).toBe('APPROVAL');
  });

  it('refuses a ticket for another step', async () => {
    const desk = await atApproval();
    desk.office.ticket('t', {
      step: 'prosecutor',
      digest: 'document-1',
      personId: 'p',
      role: 'PROSECUTOR',
      decision: 'approve',
    });
    const vote = { requestId: 't', ticketId: 't', step: 'supervisor', digest: 'document-1' };
    expect(await desk.run.update('castVote', vote)).toMatchObject({
      value: { recorded: false, reason: 'TICKET_FOR_ANOTHER' },
    });
  });

  it('refuses a decision on another version before any activity runs', async () => {
    const desk = await atApproval();
    const vote = { requestId: 't', ticketId: 't', step: 'supervisor', digest: 'document-0' };
    expect(await desk.run.update('castVote', vote)).toMatchObject({
      kind: 'refused',
      type: 'APPROVAL_DIGEST_STALE',
    });
    expect(called(desk, 'redeemTicket')).toBe(0);
  });

  it('refuses a step that does not exist, and every vote once the chain is complete', async () => {
    const desk = await atApproval();
    expect(await desk.decide('approve', 'judge')).toMatchObject({
      kind: 'refused',
      type: 'APPROVAL_STEP_CLOSED',
    });
    await desk.decide('approve');
    expect(await desk.decide('reject')).toMatchObject({ kind: 'refused', type: 'APPROVAL_STEP_CLOSED' });
    expect(desk.state).toBe('HANDED_OVER');
  });

  it('counts nothing for a ticket that expired, a role that does not sign, and a person who signed already', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC', { terms: twoSign }).start();
    const vote = (ticketId: string, step: string) =>
      desk.run.update('castVote', { requestId: ticketId, ticketId, step, digest: 'document-1' });
    const ticket = { digest: 'document-1', personId: 'p', decision: 'approve' } as const;
    desk.office.ticket('late', { ...ticket, step: 'supervisor', role: 'SUPERVISOR', expired: true });
    expect(await vote('late', 'supervisor')).toMatchObject({
      value: { recorded: false, reason: 'TICKET_EXPIRED' },
    });
    desk.office.ticket('role', { ...ticket, step: 'supervisor', role: 'CASE_OFFICER' });
    expect(await vote('role', 'supervisor')).toMatchObject({
      value: { recorded: false, reason: 'APPROVAL_ROLE' },
    });
    desk.office.ticket('one', { ...ticket, step: 'supervisor', role: 'SUPERVISOR' });
    expect(await vote('one', 'supervisor')).toMatchObject({ value: { recorded: true } });
    desk.office.ticket('two', { ...ticket, step: 'prosecutor', role: 'PROSECUTOR' });
    expect(await vote('two', 'prosecutor')).toMatchObject({
      value: { recorded: false, reason: 'APPROVAL_TWICE' },
    });
    expect(desk.state).toBe('APPROVAL');
  });

  it('lets the first of two decisions win that arrive together', async () => {
    const desk = await atApproval();
    const send = (id: string, personId: string, decision: 'approve' | 'reject') => {
      desk.office.ticket(id, {
        step: 'supervisor',
        digest: 'document-1',
        personId,
        role: 'SUPERVISOR',
        decision,
      });
      return desk.run.sendUpdate('castVote', {
        requestId: id,
        ticketId: id,
        step: 'supervisor',
        digest: 'document-1',
      });
    };
    const [first, second] = [send('a', 'p1', 'approve'), send('b', 'p2', 'reject')];
    await desk.run.settle();
    expect(desk.run.answerOf(first)).toMatchObject({ value: { recorded: true } });
    expect(desk.run.answerOf(second)).toMatchObject({
      value: { recorded: false, reason: 'APPROVAL_STEP_CLOSED' },
    });
    expect(called(desk, 'redeemTicket')).toBe(1);
    expect(desk.state).toBe('HANDED_OVER');
  });
});

describe('ways out of approval', () => {
  it('sends a returned request back to the drafter, who asks again with another version', async () => {
    const desk = await atApproval();
    await desk.decide('return');
    expect(desk.state).toBe('RETURNED');
    expect(desk.office.closedRounds).toEqual([{ digest: 'document-1', why: 'returned' }]);
    desk.office.document = 'document-2';
    await desk.revise();
    expect(desk.office.openedSteps.map((step) => [step.digest, step.round])).toEqual([
      ['document-1', 1],
      ['document-2', 2],
    ]);
    await desk.decide('approve');
    expect(desk.state).toBe('HANDED_OVER');
  });

  it('closes a rejected request', async () => {
    const desk = await atApproval();
    await desk.decide('reject');
    expect(desk.run.ended).toEqual({ how: 'completed', value: 'CLOSED' });
  });

  it('reminds and escalates while nobody signs, without end, and never takes silence for approval', async () => {
    const desk = await atApproval();
    await desk.run.advance(7 * HOUR);
    expect(desk.office.reminders.map((one) => one.rung.tell)).toEqual([
      'SUPERVISOR',
      'SUPERVISOR',
      'HEAD_OF_OFFICE',
    ]);
    await desk.run.advance(35 * DAY);
    expect(desk.office.reminders.slice(3).map((one) => one.rung.tell)).toEqual([
      'HEAD_OF_OFFICE',
      'HEAD_OF_OFFICE',
      'HEAD_OF_OFFICE',
    ]);
    expect(desk.state).toBe('APPROVAL');
  });

  it('lets a signature expire that the rest of the chain let wait, and drafts again', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC', {
      terms: { ...twoSign, approvalValidFor: days(2) },
    }).start();
    await desk.decide('approve');
    await desk.run.advance(3 * DAY);
    expect(desk.office.closedRounds).toEqual([{ digest: 'document-1', why: 'expired' }]);
    expect(desk.state).toBe('APPROVAL');
    expect(desk.office.openedSteps.at(-1)).toMatchObject({ step: 'supervisor', round: 2 });
  });

  it('keeps signatures when the case changed but the very same document comes out again', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC', { terms: twoSign }).start();
    await desk.decide('approve');
    await desk.revise();
    expect(desk.office.closedRounds).toEqual([]);
    await desk.decide('approve', 'prosecutor', 'PROSECUTOR');
    expect(desk.state).toBe('HANDED_OVER');
  });

  it('voids signatures when another document comes out', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC', { terms: twoSign }).start();
    await desk.decide('approve');
    desk.office.document = 'document-2';
    await desk.revise();
    expect(desk.office.closedRounds).toEqual([{ digest: 'document-1', why: 'voided' }]);
    expect(desk.office.openedSteps.at(-1)).toMatchObject({ step: 'supervisor', digest: 'document-2' });
  });

  it('voids signatures when the slice of the case is another, even if the document reads the same', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC', { terms: twoSign }).start();
    await desk.decide('approve');
    desk.office.slice = 'slice-2';
    await desk.revise('plan-2');
    expect(desk.office.closedRounds).toEqual([{ digest: 'document-1', why: 'voided' }]);
    expect(desk.office.openedSteps.at(-1)).toMatchObject({ step: 'supervisor', round: 2 });
  });

  it('holds a document that nobody would sign', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC', {
      terms: termsOf('PROV_DISC', { approvals: [] }),
    }).start();
    expect(desk.office.incidentCodes()).toEqual(['APPROVERS_MISSING']);
    desk.office.lots.set('ROUTE1', { ...desk.lot, terms: twoSign });
    await desk.revise('plan-2');
    expect(desk.office.openedSteps.map((step) => step.step)).toEqual(['supervisor']);
  });
});

describe('hand-over', () => {
  it('goes back to the checks when it is refused, and hands over without new signatures once that is cured', async () => {
    const desk = await atApproval();
    desk.office.refuseHandOver = 'ON_HOLD';
    await desk.decide('approve');
    expect(desk.office.projections.at(-1)).toMatchObject({ state: 'CHECKS', waitsFor: 'ON_HOLD' });
    desk.office.refuseHandOver = null;
    await desk.revise();
    expect(desk.state).toBe('HANDED_OVER');
    expect(desk.office.openedSteps).toHaveLength(1);
  });

  it('asks for new signatures when the store says that they are gone', async () => {
    const desk = await atApproval();
    desk.office.refuseHandOver = 'APPROVAL_EXPIRED';
    await desk.decide('approve');
    expect(desk.state).toBe('APPROVAL');
    expect(desk.office.openedSteps.map((step) => step.round)).toEqual([1, 2]);
  });

  it('tells somebody when signatures expire before the dispatch was recorded', async () => {
    const desk = await atApproval();
    await desk.decide('approve');
    await desk.run.advance(11 * DAY);
    expect(desk.office.incidentCodes()).toEqual(['DISPATCH_LATE']);
    expect(desk.state).toBe('HANDED_OVER');
  });

  it('tells somebody not to send when the case changed after hand-over', async () => {
    const desk = await atApproval();
    await desk.decide('approve');
    desk.office.slice = 'slice-2';
    await desk.revise('plan-2');
    expect(desk.office.incidentCodes()).toEqual(['PACKET_OUTDATED']);
  });
});
