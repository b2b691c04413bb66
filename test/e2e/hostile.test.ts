import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseWorkflowId, taskQueues } from '../../contracts/ids.js';
import { officer, stands, supervisor } from '../../scripts/demo/acts.js';
import { text, until } from '../../scripts/demo/office.js';
import type { RouteCarry } from '../../contracts/workflow-inputs.js';
import { carryOf } from '../../workflows/carry.js';
import { RunningSystem } from '../support/running-system.js';
import { signStep, startInquiry, startSc01 } from './support/cases.js';
import { aboutRoute, auditTrail, type Entry, firstBroken, routeFile } from './support/record.js';

/** Somebody at the engine's own door: a client that may send a workflow anything, and is nobody. */
const system = new RunningSystem();
const channelUnit = 'training-channel-unit-a';
let engine: Client;
let caseId: string;
/** A route that waits for one signature, and one that waits for two. */
let preservation: string;
let inquiry: string;

beforeAll(async () => {
  await system.start();
  engine = await system.rawClient();
  const started = await startSc01(system.office);
  caseId = started.caseId;
  preservation = started.preservation;
  inquiry = await startInquiry(system.office);
  await stands(system.office, preservation, 'APPROVAL');
  await stands(system.office, inquiry, 'APPROVAL');
});
afterAll(() => system.stop());

/** Sends an update as the console would; answers its outcome, or the type of the refusal. */
async function sent(workflowId: string, update: string, message: object): Promise<unknown> {
  const args: [unknown] = [{ requestId: randomUUID(), ...message }];
  try {
    return await engine.workflow.getHandle(workflowId).executeUpdate(update, { args });
  } catch (error) {
    const said = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    const cause = said instanceof ActivityFailure ? said.cause : said;
    if (cause instanceof ApplicationFailure) return cause.type;
    throw error;
  }
}

const fileOf = (routeId: string) => routeFile(system, officer, routeId);

/** What the office knows of a route, and every packet that lies in the outbox. */
const known = async (routeId: string) => ({
  file: await fileOf(routeId),
  outbox: readdirSync(system.outbox),
});

const refusals = (entries: readonly Entry[]) => entries.filter(({ verb }) => verb === 'APPROVAL_REFUSED');

async function openStep(
  routeId: string,
  named?: string,
): Promise<{ step: string; digest: string; workflowId: string }> {
  const { approvals, workflowId } = await fileOf(routeId);
  const open = approvals.find(({ state, step }) => state === 'OPEN' && (named ?? step) === step);
  if (open === undefined) throw new Error('no step is open');
  return { step: open.step, digest: open.digest, workflowId };
}

describe('a vote that nobody cast', () => {
  const names = { personId: supervisor, role: 'SUPERVISOR', decision: 'approve' };

  it.each([
    ['an invented ticket', {}],
    ['an invented ticket and a supervisor’s name', names],
  ])('with %s counts for nothing, and is on record as refused', async (_, more) => {
    const before = await known(preservation);
    const { step, digest, workflowId } = await openStep(preservation);
    const vote = { ticketId: `01INVENTED${randomUUID().slice(0, 8)}`, step, digest, ...more };
    expect(await sent(workflowId, 'castVote', vote)).toEqual({
      recorded: false,
      reason: 'TICKET_UNKNOWN',
      state: 'APPROVAL',
    });
    expect(await known(preservation)).toEqual(before);
    const [entry] = refusals(aboutRoute(await auditTrail(system), preservation)).slice(-1);
    expect(entry).toMatchObject({ reason: 'TICKET_UNKNOWN', subject: { id: vote.ticketId } });
  });

  it('for another draft, or for a step that is not open, is not even looked at', async () => {
    const before = await known(preservation);
    const { step, digest, workflowId } = await openStep(preservation);
    const ticketId = '01INVENTED';
    const other = '0'.repeat(64);
    expect(await sent(workflowId, 'castVote', { ticketId, step, digest: other })).toBe(
      'APPROVAL_DIGEST_STALE',
    );
    expect(await sent(workflowId, 'castVote', { ticketId, step: 'prosecutor', digest })).toBe(
      'APPROVAL_STEP_CLOSED',
    );
    expect(await known(preservation)).toEqual(before);
  });
});

describe('a message of any other kind, to a route that waits for a signature', () => {
  let before: Awaited<ReturnType<typeof known>>;
  beforeEach(async () => {
    before = await known(preservation);
  });

  const now = new Date().toISOString();
  const unchanged = async () => expect(await known(preservation)).toEqual(before);

  it.each([
    ['recordDispatch', { dispatchId: 'invented', sentAt: now }],
    ['receiveReply', { replyId: 'invented', outcome: 'ANSWERED', receivedAt: now }],
  ])('%s is refused: nothing was handed over', async (update, message) => {
    expect(await sent(before.file.workflowId, update, message)).toBe('ROUTE_STATE');
    await unchanged();
  });

  it.each([
    ['withdrawRoute', { withdrawalId: 'invented' }],
    ['reviseRoute', { planId: 'invented' }],
    ['reportDone', { what: 'evidence-received', ref: 'invented' }],
    ['reportDone', { what: 'legal-process-served', ref: 'invented' }],
    ['reportDone', { what: 'decision-taken', ref: 'invented', choice: 'CLOSE' }],
    ['reportDone', { what: 'clarification-answered', ref: 'invented' }],
    ['reportDone', { what: 'ex-post-reviewed', ref: 'invented' }],
  ])('%s %j changes nothing', async (update, message) => {
    expect(await sent(before.file.workflowId, update, message)).toBe('NOT_ON_RECORD');
    await unchanged();
  });

  it.each([
    ['planAdopted', { planId: 'invented' }],
    ['renewRun', undefined],
    ['routeReported', { routeId: 'x', workflowId: 'y', seq: 9, state: 'DISPATCHED' }],
    ['somethingElse', { approve: true }],
  ])('signal %s changes nothing', async (signal, message) => {
    const handle = engine.workflow.getHandle(before.file.workflowId);
    await handle.signal(signal, ...(message === undefined ? [] : [message]));
    await handle.query('routeProgress');
    await unchanged();
  });

  it('a plan that nobody adopted is not adopted by the case, whatever base it names', async () => {
    const handle = caseWorkflowId(caseId);
    const forged = { planId: before.file.planId, planDigest: 'f'.repeat(64), ticketId: 'invented' };
    expect(await sent(handle, 'adoptPlan', { ...forged, basePlanDigest: null })).toBe('PLAN_STALE');
    const progress: unknown = await engine.workflow.getHandle(handle).query('caseProgress');
    const basePlanDigest = text(progress, 'planDigest');
    expect(await sent(handle, 'adoptPlan', { ...forged, basePlanDigest })).toBe('PLAN_NOT_ADOPTED');
    expect(await engine.workflow.getHandle(handle).query('caseProgress')).toEqual(progress);
    await unchanged();
  });

  it('a report that no route made, sent to the case, moves none of its routes and is on record as refused', async () => {
    const { workflowId } = before.file;
    const handle = engine.workflow.getHandle(caseWorkflowId(caseId));
    const progress: unknown = await handle.query('caseProgress');
    for (const [seq, from] of [
      [999, workflowId],
      [1, 'prov-pres-another'],
    ] as const) {
      const forged = { routeId: preservation, workflowId: from, seq, state: 'CLOSED' };
      await handle.signal('routeReported', forged);
    }
    await until('the refusal being on record', async () =>
      (await auditTrail(system)).find(
        ({ verb, reason, body }) =>
          verb === 'ACCESS_REFUSED' && reason === 'NOT_ON_RECORD' && body.includes('routeReported'),
      ),
    );
    expect(await handle.query('caseProgress')).toEqual(progress);
    await unchanged();
  });

  it('a second workflow over the same route, which says that everything is signed, hands nothing over', async () => {
    const { lot, id: routeId, planId, documents } = before.file;
    const { digest = '' } = documents.at(-1) ?? {};
    const workflowId = `prov-pres-${randomUUID()}`;
    const input = { inputVersion: 1, caseId, routeId, planId, lot, startsIn: 'handOver' } as const;
    const carry: RouteCarry = {
      ...carryOf({ ...input }),
      ...{ entered: 'APPROVED', state: 'APPROVED', waitsFor: 'hand-over', seq: before.file.seq },
      draft: { documentId: null, digest },
    };
    const options = { workflowId, taskQueue: taskQueues.workflows, args: [{ ...input, carry }] };
    const handle = await engine.workflow.start('provPres', options);
    await until('the hand-over being refused', async () => {
      const entries = aboutRoute(await auditTrail(system), routeId);
      return entries.find(
        ({ verb, reason }) => verb === 'HAND_OVER_REFUSED' && reason === 'APPROVAL_MISSING',
      );
    });
    await handle.terminate();
    await unchanged();
  });
});

describe('a vote that was cast, sent once more', () => {
  let first: { ticketId: string; step: string; digest: string };

  it('by its own ticket to the step it signed changes nothing', async () => {
    const { step, digest, workflowId } = await openStep(inquiry, 'supervisor');
    const decided = await signStep(system.office, inquiry, supervisor);
    first = { ticketId: text(decided.body, 'ticketId'), step, digest };
    await until('the other signature alone being awaited', async () =>
      (await fileOf(inquiry)).waitsFor === 'signature: channel-unit' ? true : undefined,
    );
    const before = await known(inquiry);
    expect(await sent(workflowId, 'castVote', first)).toBe('APPROVAL_STEP_CLOSED');
    expect(await known(inquiry)).toEqual(before);
  });

  it('to the step that is open now does not sign for the other person', async () => {
    const before = await known(inquiry);
    const { step, workflowId } = await openStep(inquiry);
    expect(step).not.toBe(first.step);
    expect(await sent(workflowId, 'castVote', { ...first, step })).toMatchObject({
      recorded: false,
      reason: 'TICKET_OF_ANOTHER_STEP_OR_DIGEST',
    });
    expect(await known(inquiry)).toEqual(before);
    expect(before.file.state).toBe('APPROVAL');
  });

  it('to another route signs nothing there', async () => {
    const before = await known(preservation);
    const { step, digest, workflowId } = await openStep(preservation);
    const vote = { ticketId: first.ticketId, step, digest };
    expect(await sent(workflowId, 'castVote', vote)).toMatchObject({ recorded: false });
    expect(await known(preservation)).toEqual(before);
  });
});

describe('a dispatch', () => {
  it('before the hand-over is refused to the sender at the API as well', async () => {
    const before = await known(preservation);
    const body = { sentAt: new Date().toISOString(), means: 'training portal', reference: 'T-1' };
    const tried = await system.office(officer).attempt(`/v1/routes/${preservation}/dispatch`, body);
    expect([tried.status, text(tried.body, 'code')]).toEqual([409, 'ROUTE_STATE']);
    expect(await known(preservation)).toEqual(before);
  });

  it('that nobody recorded does not count as sent: the route stays handed over, and the sender can record the true one', async () => {
    await signStep(system.office, inquiry, channelUnit);
    await stands(system.office, inquiry, 'HANDED_OVER');
    const before = await known(inquiry);
    const forged = await sent(before.file.workflowId, 'recordDispatch', {
      dispatchId: 'invented',
      sentAt: '2026-01-01T00:00:00.000Z',
    });
    expect(forged).toBe('NOT_ON_RECORD');
    expect(await known(inquiry)).toEqual(before);
    const body = { sentAt: new Date().toISOString(), means: 'training portal', reference: 'T-2' };
    await system.office(channelUnit).post(`/v1/routes/${inquiry}/dispatch`, body);
    await stands(system.office, inquiry, 'DISPATCHED');
  });
});

describe('after all of it', () => {
  it('each message that nobody wrote is on record, by its name only', async () => {
    const refused = (await auditTrail(system)).filter(({ reason }) => reason === 'NOT_ON_RECORD');
    expect(refused).toHaveLength(9);
    for (const { verb, actor, body } of refused) {
      expect([verb, actor]).toEqual(['ACCESS_REFUSED', { kind: 'unidentified', seenAs: 'engine' }]);
      expect(body).not.toContain('invented');
    }
  });

  it('the route that was attacked is signed and leaves as any other', async () => {
    await signStep(system.office, preservation, supervisor);
    await stands(system.office, preservation, 'HANDED_OVER');
    expect((await fileOf(preservation)).packets).toHaveLength(1);
    expect(readdirSync(system.outbox)).toHaveLength(2);
  });

  it('the audit trail has no gap', async () => {
    expect(firstBroken(await auditTrail(system))).toBeUndefined();
  });
});
