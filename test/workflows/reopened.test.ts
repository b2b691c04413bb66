import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteToReopen } from '../../contracts/activities.js';
import type { ReplyOutcome, RouteFamily } from '../../contracts/codes.js';
import { caseWorkflowId, caseWorkflowType, routeWorkflowId, routeWorkflowType } from '../../contracts/ids.js';
import { aLot, DAY } from '../support/harness/lots.js';
import { Office } from '../support/harness/office.js';
import { MONDAY, RouteOnDesk } from '../support/harness/route-on-desk.js';
import { openSandbox, type Sandbox } from '../support/harness/sandbox.js';
import { VirtualRun } from '../support/harness/virtual-run.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const SEQ = 7;
const toReopen = (family: RouteFamily, outcome: ReplyOutcome): RouteToReopen => ({
  routeId: 'ROUTE1',
  workflowId: routeWorkflowId(family, 'ROUTE1'),
  planId: 'plan-1',
  lot: aLot(family),
  seq: SEQ,
  reopened: {
    state: 'CLOSED',
    dispatch: { dispatchId: 'dispatch-1', sentAt: new Date(MONDAY - 60 * DAY).toISOString() },
    sentDigest: 'digest-1',
    reply: { replyId: 'late-1', outcome, receivedAt: new Date(MONDAY).toISOString() },
  },
});

async function reopened(family: RouteFamily, outcome: ReplyOutcome): Promise<RouteOnDesk> {
  const desk = new RouteOnDesk(sandbox, family);
  const { caseId, workflowId } = { caseId: 'case-1', workflowId: routeWorkflowId(family, 'ROUTE1') };
  const at = new Date(MONDAY).toISOString();
  const closed = { state: 'CLOSED', waitsFor: null, nextAt: null, at, reason: 'closed' } as const;
  desk.office.projections.push({ caseId, routeId: 'ROUTE1', workflowId, seq: SEQ, ...closed });
  return desk.start(toReopen(family, outcome));
}

describe('a route that a late answer opens again', () => {
  it.each<[RouteFamily, ReplyOutcome, string]>([
    ['PROV_DISC', 'ANSWERED', 'INTAKE'],
    ['PROV_DISC', 'REFUSED', 'DECISION_DUE'],
    ['MLA', 'PARTIAL', 'INTAKE'],
    ['MLA', 'CLARIFICATION', 'CLARIFICATION'],
    ['PROV_PRES', 'PRESERVED', 'PRESERVED'],
    ['ART29', 'WARNING_29_6', 'WARNING_29_6'],
    ['P2P', 'NEEDS_MLA', 'DECISION_DUE'],
    ['EDR', 'ANSWERED', 'INTAKE'],
    ['EPOC', 'NOT_EXECUTED', 'DECISION_DUE'],
    ['EPOC_PR', 'PRESERVED', 'PRESERVED'],
    ['ART30', 'NOTHING_FURTHER', 'CLOSED'],
    ['MLA', 'ACKNOWLEDGED', 'DISPATCHED'],
  ])('begins as %s on %s in %s, drafts nothing and asks for no signature', async (family, outcome, state) => {
    const desk = await reopened(family, outcome);
    expect(desk.state).toBe(state);
    expect(desk.office.links).toEqual([expect.objectContaining({ replyId: 'late-1', state })]);
    expect(desk.office.openedSteps).toEqual([]);
    expect(desk.office.projections.at(1)).toMatchObject({ seq: SEQ + 1 });
  });

  it('is received and closed as any other', async () => {
    const desk = await reopened('PROV_DISC', 'ANSWERED');
    await desk.done('evidence-received');
    expect(desk.office.states).toEqual(['CLOSED', 'INTAKE', 'CLOSED']);
  });

  it('is reviewed again where it was an emergency', async () => {
    const desk = await reopened('EDR', 'ANSWERED');
    await desk.done('evidence-received');
    expect(desk.state).toBe('EX_POST');
  });

  it('goes back to its wait when the question that came late is answered', async () => {
    const desk = await reopened('MLA', 'CLARIFICATION');
    await desk.done('clarification-answered');
    expect(desk.state).toBe('DISPATCHED');
    expect(desk.office.incidents).toEqual([]);
  });

  it('stands where it stood over continue-as-new', async () => {
    const desk = await reopened('PROV_DISC', 'REFUSED');
    await desk.run.signal('renewRun');
    expect(desk.run.runs).toBe(2);
    await desk.choose('CONVERT');
    expect(desk.state).toBe('CONVERTED');
  });
});

describe('the case of it', () => {
  const late = { requestId: 'r1', replyId: 'late-1' };
  async function aCase() {
    const office = new Office();
    const id = caseWorkflowId('case-1');
    const run = new VirtualRun(sandbox, caseWorkflowType, id, office.activities(), MONDAY);
    await run.start({ inputVersion: 1, caseId: 'case-1' });
    return { office, run };
  }

  it('starts its next run, and a repeated message starts none', async () => {
    const { office, run } = await aCase();
    office.toReopen = toReopen('MLA', 'ANSWERED');
    expect(await run.update('reopenRoute', late)).toEqual({ kind: 'answered', value: { routeId: 'ROUTE1' } });
    await run.signal('renewRun');
    await run.update('reopenRoute', late);
    expect(run.children).toMatchObject([
      { workflowId: 'mla-ROUTE1', type: routeWorkflowType('MLA'), input: { startsIn: 'waiting', seq: SEQ } },
    ]);
  });

  it('starts nothing that nobody decided on', async () => {
    const { run } = await aCase();
    expect(await run.update('reopenRoute', late)).toMatchObject({ kind: 'failed' });
    expect(run.children).toEqual([]);
  });
});
