import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngineClient } from '../../api/engine-client.js';
import type { EngineClient } from '../../api/engine-client.js';
import { caseWorkflowId } from '../../contracts/ids.js';
import { newId } from '../../store/index.js';
import type { RelayRow } from '../../store/index.js';
import { Office } from '../support/harness/office.js';
import { startEngine } from '../support/temporal.js';
import type { Engine } from '../support/temporal.js';

/** The API's messages against the real case workflow on a real server; its activities are the office in memory. */
const office = new Office();
office.toRun = {
  start: [],
  difference: { started: [], redrafted: [], kept: [], withdrawalProposed: [] },
  revise: [],
};
let server: Engine;
let engine: EngineClient;
beforeAll(async () => {
  server = await startEngine(office.activities());
  engine = createEngineClient(server.client);
});
afterAll(() => server.stop());

function message(caseId: string, update: RelayRow['update'], payload: Record<string, unknown>): RelayRow {
  const id = newId();
  const about = { id, caseId, workflowId: caseWorkflowId(caseId), position: 1, attempts: 0 };
  return { ...about, update, payload: { ...payload, requestId: id } };
}
const adopt = (caseId: string, basePlanDigest: string | null, planDigest: string) =>
  message(caseId, 'adoptPlan', {
    basePlanDigest,
    planId: `plan of ${planDigest}`,
    planDigest,
    ticketId: null,
  });

it('starts the workflow of a case with its first plan, and adopts the next on top of it', async () => {
  const caseId = newId();
  const first = await engine.deliver(adopt(caseId, null, 'one'));
  expect(first).toMatchObject({ kind: 'delivered', outcome: { planDigest: 'one' } });
  const next = await engine.deliver(adopt(caseId, 'one', 'two'));
  expect(next).toMatchObject({ kind: 'delivered', outcome: { planDigest: 'two' } });
});

it('gives a repeated message the outcome of the first', async () => {
  const caseId = newId();
  const row = adopt(caseId, null, 'one');
  const first = await engine.deliver(row);
  expect(await engine.deliver(row)).toEqual(first);
});

it('says with the code of the workflow that a stale base is refused', async () => {
  const caseId = newId();
  await engine.deliver(adopt(caseId, null, 'one'));
  expect(await engine.deliver(adopt(caseId, 'another', 'two'))).toMatchObject({
    kind: 'refused',
    code: 'PLAN_STALE',
  });
});

it('calls a workflow that is not there unknown, and does not create it', async () => {
  const caseId = newId();
  const vote = message(caseId, 'castVote', { ticketId: 't', step: 's', digest: 'd' });
  expect(await engine.deliver(vote)).toMatchObject({ kind: 'unknown' });
  expect(await engine.deliver(adopt(caseId, 'one', 'two'))).toMatchObject({ kind: 'unknown' });
});
