import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RouteOnDesk } from '../support/harness/route-on-desk.js';
import { openSandbox, type Sandbox } from '../support/harness/sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const vote = { requestId: 'v1', ticketId: 'v1', step: 'supervisor', digest: 'document-1' };
const ticket = {
  step: 'supervisor',
  digest: 'document-1',
  personId: 'p',
  role: 'SUPERVISOR',
  decision: 'approve',
} as const;

describe('a request id', () => {
  it('that comes twice before the first is recorded is answered only when the record exists, and redeemed once', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_PRES').start();
    desk.office.ticket('v1', ticket);
    desk.run.hold('redeemTicket');
    const first = desk.run.sendUpdate('castVote', vote);
    const second = desk.run.sendUpdate('castVote', vote);
    await desk.run.settle();
    expect([first, second].map((id) => desk.run.answerOf(id).kind)).toEqual(['pending', 'pending']);
    await desk.run.release('redeemTicket');
    expect(desk.run.answerOf(first)).toMatchObject({ value: { recorded: true } });
    expect(desk.run.answerOf(second)).toEqual(desk.run.answerOf(first));
    expect(desk.office.calls.filter((call) => call.name === 'redeemTicket')).toHaveLength(1);
  });

  it('is still known after continue-as-new', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    const first = await desk.reply('ACKNOWLEDGED', 'r1');
    await desk.run.signal('renewRun');
    expect(desk.run.runs).toBe(2);
    const links = desk.office.links.length;
    expect(await desk.reply('ACKNOWLEDGED', 'r1')).toEqual(first);
    expect(desk.office.links).toHaveLength(links);
  });

  it('of a vote is still known after continue-as-new, although the step is closed by then', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').start();
    desk.office.ticket('v1', ticket);
    const first = await desk.run.update('castVote', vote);
    await desk.run.signal('renewRun');
    expect(desk.run.runs).toBe(2);
    expect(await desk.run.update('castVote', vote)).toEqual(first);
  });
});

describe('a message that nobody in the office wrote', () => {
  it('is refused and moves nothing: withdrawal, revision, report', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').start();
    const before = desk.office.projections.length;
    for (const requestId of ['w', 'r', 'd']) desk.office.forged.add(requestId);
    const refused = { kind: 'failed', says: 'nobody in the office wrote this message' };
    expect(await desk.run.update('withdrawRoute', { requestId: 'w', withdrawalId: 'x' })).toMatchObject(
      refused,
    );
    expect(await desk.run.update('reviseRoute', { requestId: 'r', planId: 'x' })).toMatchObject(refused);
    const done = { requestId: 'd', what: 'evidence-received', ref: 'x' };
    expect(await desk.run.update('reportDone', done)).toMatchObject(refused);
    expect([desk.state, desk.office.projections.length]).toEqual(['APPROVAL', before]);
  });

  it('starts no clock: a dispatch and a reply after hand-over, and the true one counts afterwards', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').start();
    await desk.decide('approve');
    const sentAt = desk.nowText;
    desk.office.forged.add('forged');
    const forged = { requestId: 'forged', dispatchId: 'x', sentAt };
    expect(await desk.run.update('recordDispatch', forged)).toMatchObject({ kind: 'failed' });
    expect([desk.state, desk.office.started]).toEqual(['HANDED_OVER', []]);
    expect(await desk.dispatch()).toMatchObject({ value: { state: 'DISPATCHED' } });
    const reply = { requestId: 'forged', replyId: 'x', outcome: 'ANSWERED', receivedAt: sentAt };
    expect(await desk.run.update('receiveReply', reply)).toMatchObject({ kind: 'failed' });
    expect(desk.state).toBe('DISPATCHED');
  });
});

describe('what arrives where it is not wanted', () => {
  it('is refused early: a dispatch before hand-over and a second one, a reply before dispatch', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').start();
    expect(await desk.dispatch()).toMatchObject({ kind: 'refused', type: 'ROUTE_STATE' });
    expect(await desk.reply('ANSWERED')).toMatchObject({ kind: 'refused', type: 'ROUTE_STATE' });
    await desk.decide('approve');
    await desk.dispatch();
    expect(await desk.dispatch()).toMatchObject({ kind: 'refused', type: 'ROUTE_STATE' });
  });

  it('is kept until a state wants it: evidence that came before the answer was recorded', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    expect(await desk.done('evidence-received')).toMatchObject({ value: { state: 'DISPATCHED' } });
    await desk.run.signal('renewRun');
    expect(await desk.reply('ANSWERED')).toMatchObject({ value: { state: 'CLOSED' } });
  });

  it('is linked and changes nothing: the same answer by a second channel', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    await desk.reply('ANSWERED');
    await desk.reply('ANSWERED');
    expect(desk.state).toBe('INTAKE');
    expect(desk.office.links).toHaveLength(2);
    await desk.done('evidence-received');
    expect(desk.office.incidents).toEqual([]);
  });

  it('is put to the file while a review is open, and changes nothing', async () => {
    const desk = await new RouteOnDesk(sandbox, 'EDR').sent();
    await desk.reply('ANSWERED');
    await desk.done('evidence-received');
    await desk.reply('PARTIAL');
    expect(desk.office.links.at(-1)?.state).toBe('EX_POST');
    await desk.review('VALIDATED');
    expect(desk.office.incidents).toEqual([]);
  });

  it('is an incident when the route ends without having read it', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    await desk.reply('REFUSED');
    await desk.choose('AGAIN');
    desk.office.document = 'document-2';
    await desk.revise();
    await desk.reply('ANSWERED');
    await desk.decide('reject');
    expect(desk.state).toBe('CLOSED');
    expect(desk.office.incidentCodes()).toEqual(['REPLY_UNREAD']);
  });

  it('is an incident when it is a decision that nobody asked for, and is not kept for a later question', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    await desk.choose('CLOSE');
    expect(desk.office.incidentCodes()).toEqual(['DECISION_UNREAD']);
    await desk.reply('REFUSED');
    expect(desk.state).toBe('DECISION_DUE');
  });
});

describe('replies', () => {
  it.each([
    ['REFUSED', 'DECISION_DUE'],
    ['NOTHING_FURTHER', 'DECISION_DUE'],
    ['NOTICE_ANNOUNCED', 'NOTICE_ANNOUNCED'],
    ['OBJECTION', 'DECISION_DUE'],
    ['PARTIAL', 'INTAKE'],
    ['CLARIFICATION', 'CLARIFICATION'],
  ] as const)('%s leads a disclosure to %s and is linked to it', async (outcome, state) => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    await desk.reply(outcome);
    expect(desk.state).toBe(state);
    expect(desk.office.links.at(-1)?.state).toBe(state);
  });

  it('asks for a decision on the gaps after a partial answer was received', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    await desk.reply('PARTIAL');
    await desk.done('evidence-received');
    expect(desk.state).toBe('PARTIAL');
    await desk.choose('CLOSE');
    expect(desk.state).toBe('CLOSED');
  });

  it('lets a late reply lead on from the decision that was due', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    await desk.reply('REFUSED');
    await desk.reply('ANSWERED');
    expect(desk.state).toBe('INTAKE');
  });

  it('keeps waiting when a disclosure is only told that data are preserved', async () => {
    const desk = await new RouteOnDesk(sandbox, 'PROV_DISC').sent();
    await desk.reply('PRESERVED');
    expect(desk.state).toBe('DISPATCHED');
    expect(desk.office.links).toHaveLength(1);
  });

  it('ends ART30 when the path ends', async () => {
    const desk = await new RouteOnDesk(sandbox, 'ART30').sent();
    await desk.reply('NOTHING_FURTHER');
    expect(desk.run.ended).toEqual({ how: 'completed', value: 'CLOSED' });
  });

  it('lets the preservation clock run on through a clarification and goes back under it', async () => {
    const desk = await new RouteOnDesk(sandbox, 'P2P').sent();
    await desk.reply('PRESERVED');
    await desk.reply('CLARIFICATION');
    await desk.done('clarification-answered');
    expect(desk.state).toBe('PRESERVED');
    expect(desk.office.started.filter((one) => one.term === 'preservation')).toHaveLength(1);
  });

  it('opens an incident when a preservation ends while the route stands elsewhere', async () => {
    const desk = await new RouteOnDesk(sandbox, 'ART29').sent();
    await desk.reply('PRESERVED');
    await desk.reply('REFUSED');
    await desk.run.advance(61 * 86_400_000);
    expect(desk.state).toBe('DECISION_DUE');
    expect(desk.office.incidentCodes()).toEqual(['CLOCK_MISSED/preservation']);
  });

  it.each(['CLOSE', 'CONVERT'] as const)(
    'reviews an emergency that was declined when the decision is %s',
    async (choice) => {
      const desk = await new RouteOnDesk(sandbox, 'EDR').sent();
      await desk.run.advance(61 * 60_000);
      expect(desk.office.reminders.map((one) => one.rung.what)).toEqual(['call', 'call', 'call']);
      await desk.choose(choice);
      expect(desk.state).toBe('EX_POST');
      await desk.review('VALIDATED');
      expect(desk.state).toBe(choice === 'CLOSE' ? 'CLOSED' : 'CONVERTED');
    },
  );
});
