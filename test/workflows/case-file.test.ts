import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteFamily } from '../../contracts/codes.js';
import type { Lot } from '../../contracts/determination.js';
import { caseWorkflowId, caseWorkflowType, routeWorkflowId } from '../../contracts/ids.js';
import { aLot, DAY } from '../support/harness/lots.js';
import { Office } from '../support/harness/office.js';
import { MONDAY } from '../support/harness/route-on-desk.js';
import { openSandbox, type Sandbox } from '../support/harness/sandbox.js';
import { VirtualRun } from '../support/harness/virtual-run.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const ABANDON = 2;
const toStart = (family: RouteFamily, more: Partial<Lot> = {}, startBy: string | null = null) => ({
  routeId: `R-${family}`,
  workflowId: routeWorkflowId(family, `R-${family}`),
  lot: aLot(family, more),
  startBy,
});
const difference = { started: [], redrafted: [], kept: [], withdrawalProposed: [] };
const first = {
  requestId: 'p1',
  basePlanDigest: null,
  planId: 'plan-1',
  planDigest: 'digest-1',
  ticketId: null,
};
const second = {
  requestId: 'p2',
  basePlanDigest: 'digest-1',
  planId: 'plan-2',
  planDigest: 'digest-2',
  ticketId: 't',
};

async function aCase() {
  const office = new Office();
  const run = new VirtualRun(
    sandbox,
    caseWorkflowType,
    caseWorkflowId('case-1'),
    office.activities(),
    MONDAY,
  );
  await run.start({ inputVersion: 1, caseId: 'case-1' });
  return { office, run, started: () => run.children.map((child) => child.workflowId) };
}

const report = (family: RouteFamily, seq: number, state: string) => ({
  routeId: `R-${family}`,
  workflowId: routeWorkflowId(family, `R-${family}`),
  seq,
  state,
});

describe('adopting a plan', () => {
  it('starts each lot as a route that outlives the case run', async () => {
    const { office, run } = await aCase();
    office.toRun = { start: [toStart('PROV_PRES'), toStart('MLA')], difference, revise: [] };
    expect(await run.update('adoptPlan', first)).toEqual({
      kind: 'answered',
      value: { planDigest: 'digest-1', started: ['R-PROV_PRES', 'R-MLA'] },
    });
    expect(run.children).toMatchObject([
      {
        workflowId: 'prov-pres-R-PROV_PRES',
        type: 'provPres',
        closePolicy: ABANDON,
        input: { startsIn: 'draft', planId: 'plan-1' },
      },
      { workflowId: 'mla-R-MLA', closePolicy: ABANDON },
    ]);
  });

  it('refuses a plan with a stale base, also while another one is being adopted', async () => {
    const { office, run } = await aCase();
    office.toRun = { start: [toStart('MLA')], difference, revise: [] };
    run.hold('planToRun');
    const one = run.sendUpdate('adoptPlan', first);
    const other = run.sendUpdate('adoptPlan', { ...first, requestId: 'px', planDigest: 'digest-x' });
    await run.settle();
    expect(run.answerOf(other)).toMatchObject({ kind: 'refused', type: 'PLAN_STALE' });
    await run.release('planToRun');
    expect(run.answerOf(one)).toMatchObject({ kind: 'answered' });
    expect(await run.update('adoptPlan', { ...second, basePlanDigest: null })).toMatchObject({
      kind: 'refused',
    });
  });

  it('answers a duplicate as it answered the first, and starts nothing twice', async () => {
    const { office, run, started } = await aCase();
    office.toRun = { start: [toStart('MLA')], difference, revise: [] };
    const answer = await run.update('adoptPlan', first);
    await run.signal('renewRun');
    expect(run.runs).toBe(2);
    expect(await run.update('adoptPlan', first)).toEqual(answer);
    expect(started()).toEqual(['mla-R-MLA']);
  });

  it('tells routes that run to read their lots again, and goes on when one of them is over', async () => {
    const { office, run } = await aCase();
    office.toRun = { start: [toStart('MLA')], difference, revise: [] };
    await run.update('adoptPlan', first);
    const revise = ['mla-R-MLA', 'p2p-R-P2P'].map((workflowId) => ({ routeId: 'r', workflowId }));
    office.toRun = { start: [], difference, revise };
    run.makeUnreachable('mla-R-MLA');
    expect(await run.update('adoptPlan', second)).toMatchObject({ value: { planDigest: 'digest-2' } });
    expect(run.signals.map((one) => [one.workflowId, one.name])).toEqual([
      ['mla-R-MLA', 'planAdopted'],
      ['p2p-R-P2P', 'planAdopted'],
    ]);
  });
});

describe('a route that comes after another', () => {
  const after = [{ route: 'ART29', waitsFor: 'DISPATCHED', atMostDays: 5 }] as const;
  const startBy = new Date(MONDAY + 5 * DAY).toISOString();
  const waitingCase = async () => {
    const one = await aCase();
    one.office.toRun = {
      start: [toStart('MLA', { after }, startBy), toStart('ART29')],
      difference,
      revise: [],
    };
    await one.run.update('adoptPlan', first);
    return one;
  };

  it('starts when the state it waits for is reached', async () => {
    const { office, run, started } = await waitingCase();
    expect(started()).toEqual(['art29-R-ART29']);
    await run.signal('routeReported', report('ART29', 1, 'DRAFT'));
    expect(started()).toHaveLength(1);
    await run.signal('routeReported', report('ART29', 2, 'DISPATCHED'));
    expect(started()).toEqual(['art29-R-ART29', 'mla-R-MLA']);
    expect(office.incidents).toEqual([]);
  });

  it('does not start on a report that its route never made, nor on one from another workflow', async () => {
    const { office, run, started } = await waitingCase();
    office.forgedReports.add(99);
    await run.signal('routeReported', report('ART29', 99, 'DISPATCHED'));
    await run.signal('routeReported', { ...report('ART29', 2, 'DISPATCHED'), workflowId: 'art29-another' });
    expect(started()).toEqual(['art29-R-ART29']);
    await run.signal('routeReported', report('ART29', 2, 'DISPATCHED'));
    expect(started()).toEqual(['art29-R-ART29', 'mla-R-MLA']);
  });

  it('starts when the other route ends otherwise, and a person is told', async () => {
    const { office, run, started } = await waitingCase();
    await run.signal('routeReported', report('ART29', 1, 'CANCELLED_BEFORE_DISPATCH'));
    expect(started()).toContain('mla-R-MLA');
    expect(office.incidents).toMatchObject([{ code: 'DEPENDENCY_NOT_MET' }]);
  });

  it('starts at the latest at its instant, also over continue-as-new, and a person is told', async () => {
    const { office, run, started } = await waitingCase();
    await run.advance(2 * DAY);
    await run.signal('renewRun');
    expect(run.runs).toBe(2);
    await run.advance(2.9 * DAY);
    expect(started()).toHaveLength(1);
    await run.advance(DAY);
    expect(started()).toContain('mla-R-MLA');
    expect(office.incidentCodes()).toEqual(['DEPENDENCY_NOT_MET']);
  });

  it('does not wait for a route of other items, or one that the plan does not have', async () => {
    const { office, run, started } = await aCase();
    const elsewhere = toStart('ART29', { items: ['item-2'] });
    office.toRun = { start: [elsewhere, toStart('MLA', { after })], difference, revise: [] };
    await run.update('adoptPlan', first);
    expect(started()).toContain('mla-R-MLA');
  });
});

describe('the case', () => {
  it('continues as new with five open routes, knows all five afterwards, and ends none', async () => {
    const { office, run } = await aCase();
    const families = ['PROV_PRES', 'ART29', 'MLA', 'P2P', 'EDR'] as const;
    office.toRun = { start: families.map((family) => toStart(family)), difference, revise: [] };
    await run.update('adoptPlan', first);
    for (const family of families) await run.signal('routeReported', report(family, 3, 'APPROVAL'));
    await run.signal('renewRun');
    expect(run.runs).toBe(2);
    await run.signal('routeReported', report('MLA', 2, 'DRAFT'));
    const routes = families.map((family) => ({ routeId: `R-${family}`, state: 'APPROVAL' }));
    expect(await run.query('caseProgress')).toMatchObject({ planDigest: 'digest-1', routes, waiting: [] });
    expect(run.children).toHaveLength(5);
    expect(run.children.every((child) => child.closePolicy === ABANDON)).toBe(true);
  });

  it('lives on when its execution is cancelled in the console', async () => {
    const { office, run, started } = await aCase();
    await run.cancel();
    office.toRun = { start: [toStart('MLA')], difference, revise: [] };
    await run.update('adoptPlan', first);
    expect(started()).toEqual(['mla-R-MLA']);
    expect(run.ended).toBeNull();
  });
});

it('the relay sweep delivers what was not confirmed', async () => {
  const run = new VirtualRun(sandbox, 'relaySweep', 'sweep', new Office().activities(), MONDAY);
  await run.start({});
  expect(run.ended).toEqual({ how: 'completed', value: { delivered: 2, left: 0 } });
});

it('the wait sweep tells what waits for nobody', async () => {
  const run = new VirtualRun(sandbox, 'waitSweep', 'sweep', new Office().activities(), MONDAY);
  await run.start({});
  expect(run.ended).toEqual({ how: 'completed', value: { opened: 1, closed: 0 } });
});

it('the alert sweep tells the overseer what is due', async () => {
  const run = new VirtualRun(sandbox, 'alertSweep', 'sweep', new Office().activities(), MONDAY);
  await run.start({});
  expect(run.ended).toEqual({ how: 'completed', value: { raised: 1 } });
});
