import { WithStartWorkflowOperation } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RouteFamily, RouteState } from '../../contracts/codes.js';
import { caseWorkflowId, caseWorkflowType, taskQueues } from '../../contracts/ids.js';
import { DAY } from '../support/harness/lots.js';
import { Office } from '../support/harness/office.js';
import { RouteOnServer } from '../support/harness/route-on-server.js';
import { type Engine, startEngine } from '../support/temporal.js';

/** Workflow behaviour on a real server; the office is in memory, its own parts are tested elsewhere. */
const office = new Office();
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine(office.activities());
});
afterAll(() => engine.stop());

const difference = { started: [], redrafted: [], kept: [], withdrawalProposed: [] };
const taskQueue = taskQueues.workflows;
const aRoute = (family: RouteFamily, routeId: string) => new RouteOnServer(engine, office, family, routeId);

/** Opens the case and adopts its first plan in one round trip, as the API does. */
async function adoptFirstPlan(caseId: string, routes: readonly RouteOnServer[]): Promise<unknown> {
  const start = routes.map(({ routeId, workflowId, lot }) => ({ routeId, workflowId, lot, startBy: null }));
  office.toRun = { start, difference, revise: [] };
  const startWorkflowOperation = new WithStartWorkflowOperation(caseWorkflowType, {
    workflowId: caseWorkflowId(caseId),
    taskQueue,
    args: [{ inputVersion: 1, caseId }],
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  const requestId = `adopt-${caseId}`;
  const plan = { requestId, basePlanDigest: null, planId: 'plan-1', planDigest: 'digest-1', ticketId: null };
  return engine.client.workflow.executeUpdateWithStart('adoptPlan', {
    args: [plan],
    updateId: requestId,
    startWorkflowOperation,
  });
}

/** Where a route stands once it is signed, when not handed over. */
const standsIn: Partial<Record<RouteFamily, RouteState>> = {
  OSINT: 'IN_EXECUTION',
  CONSENT: 'IN_EXECUTION',
  DOMESTIC: 'WAITING_DOMESTIC',
  MLA: 'TRANSLATION',
};

/** Waits until the case shows what is expected: it looks a report up in the record before it counts it. */
async function caseShows(caseId: string, expected: object): Promise<void> {
  const handle = engine.client.workflow.getHandle(caseWorkflowId(caseId));
  await vi.waitFor(async () => expect(await handle.query('caseProgress')).toMatchObject(expected), {
    timeout: 20_000,
    interval: 100,
  });
}

/** Signals the execution to continue as new and waits until its next run is there. */
async function renewed(workflowId: string): Promise<void> {
  const handle = engine.client.workflow.getHandle(workflowId);
  const { runId } = await handle.describe();
  await handle.signal('renewRun');
  await vi.waitFor(async () => expect((await handle.describe()).runId).not.toBe(runId), {
    timeout: 20_000,
    interval: 100,
  });
}

describe('on a real server', () => {
  it('adopts a plan by update-with-start and runs PROV_PRES from draft to close', async () => {
    const route = aRoute('PROV_PRES', 'STRAIGHT');
    const adopted = await adoptFirstPlan('STRAIGHT', [route]);
    expect(adopted).toEqual({ planDigest: 'digest-1', started: ['STRAIGHT'] });
    await route.signAndSend();
    await route.reply('ACKNOWLEDGED');
    await route.reply('PRESERVED');
    await route.done('legal-process-served');
    expect(await route.done('evidence-received')).toEqual({ state: 'CLOSED' });
    expect(await route.handle.result()).toBe('CLOSED');
    await caseShows('STRAIGHT', { routes: [{ routeId: 'STRAIGHT', state: 'CLOSED' }] });
  });

  it('reminds five times in ninety days that are skipped, and expires', async () => {
    const route = await aRoute('PROV_PRES', 'REMINDERS').start();
    await route.signAndSend();
    await route.reply('PRESERVED');
    const before = office.reminders.length;
    await route.advance(89.5 * DAY);
    expect(office.reminders.slice(before).map((one) => one.rung.after.amount)).toEqual([
      -30, -14, -7, -3, -1,
    ]);
    await route.advance(DAY);
    await route.stands('LAPSED');
    await route.choose('CLOSE');
    expect(await route.handle.result()).toBe('EXPIRED');
  });

  it.each<RouteFamily>([
    'PROV_PRES',
    'PROV_DISC',
    'ART29',
    'ART30',
    'P2P',
    'EDR',
    'MLA',
    'OSINT',
    'CONSENT',
    'DOMESTIC',
  ])('continues %s as new while it waits, and the next run is signed', async (family) => {
    const route = await aRoute(family, `RENEWED-${family}`).start();
    await route.stands('APPROVAL');
    await renewed(route.workflowId);
    await route.decide('approve');
    await route.stands(standsIn[family] ?? 'HANDED_OVER');
    await renewed(route.workflowId);
    expect(await route.withdraw()).toEqual({ state: 'CANCELLED_BEFORE_DISPATCH' });
  });

  it('continues the case as new with five open routes and finds all five running', async () => {
    const families = ['PROV_PRES', 'ART29', 'MLA', 'P2P', 'EDR'] as const;
    const routes = families.map((family) => aRoute(family, `FIVE-${family}`));
    await adoptFirstPlan('FIVE', routes);
    await Promise.all(routes.map((route) => route.stands('APPROVAL')));
    await renewed(caseWorkflowId('FIVE'));
    for (const route of routes) {
      expect((await route.handle.describe()).status.name).toBe('RUNNING');
      await route.signAndSend();
      expect(route.states.at(-1)).toBe('DISPATCHED');
    }
    await caseShows('FIVE', { planDigest: 'digest-1', routes: routes.map(({ routeId }) => ({ routeId })) });
  });

  it('goes on after its execution was cancelled in the console, and opens one incident', async () => {
    const route = await aRoute('PROV_DISC', 'CANCELLED').start();
    await route.signAndSend();
    await route.handle.cancel();
    await route.reply('ANSWERED');
    expect(await route.done('evidence-received')).toEqual({ state: 'CLOSED' });
    expect(office.incidentCodes().filter((code) => code === 'WITHDRAWAL_PROPOSED')).toHaveLength(1);
  });

  it('changes nothing when a raw client names a supervisor', async () => {
    const route = await aRoute('PROV_DISC', 'FORGED').start();
    await route.stands('APPROVAL');
    const forged = { requestId: 'f', ticketId: 'invented', step: 'supervisor', digest: 'document-1' };
    const named = { ...forged, personId: 'supervisor-2', role: 'SUPERVISOR', decision: 'approve' };
    expect(await route.handle.executeUpdate('castVote', { args: [named] })).toMatchObject({
      recorded: false,
    });
    expect(route.states.at(-1)).toBe('APPROVAL');
  });

  it('answers the same request in a later run as it answered it in the first', async () => {
    const route = await aRoute('PROV_DISC', 'TWICE').start();
    await route.signAndSend();
    const first = await route.reply('ACKNOWLEDGED', 'same');
    await renewed(route.workflowId);
    const projections = route.states.length;
    expect(await route.reply('ACKNOWLEDGED', 'same')).toEqual(first);
    expect(route.states).toHaveLength(projections);
  });
});
