import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { RouteFamily } from '../../contracts/codes.js';
import { caseWorkflowId, taskQueues, caseWorkflowType } from '../../contracts/ids.js';
import { DAY } from './harness/lots.js';
import { Office } from './harness/office.js';
import { RouteOnServer } from './harness/route-on-server.js';
import { startEngine } from './temporal.js';

/**
 * Records histories on a real server: `npx tsx test/support/record-histories.ts`. Record anew only when a life cycle was
 * changed on purpose and no case runs on the old one; otherwise `patched()` keeps the old histories replaying.
 */
const folder = fileURLToPath(new URL('../replay/histories/', import.meta.url));
const office = new Office();
const engine = await startEngine(office.activities(), { inClearText: true });

type Life = (route: RouteOnServer) => Promise<unknown>;
const preserved: Life = async (route) => {
  await route.signAndSend();
  await route.reply('ACKNOWLEDGED');
  await route.reply('PRESERVED');
  await route.advance(50 * DAY);
  await route.done('legal-process-served');
  await route.done('evidence-received');
};
const disclosed: Life = async (route) => {
  await route.signAndSend();
  await route.advance(8 * DAY);
  await route.reply('ACKNOWLEDGED');
  await route.reply('CLARIFICATION');
  await route.done('clarification-answered');
  await route.reply('ANSWERED');
  await route.done('evidence-received');
};
const reviewed: Life = async (route) => {
  await route.signAndSend();
  await route.reply('ANSWERED');
  await route.done('evidence-received');
  await route.done('ex-post-reviewed');
};
const collected: Life = async (route) => {
  await route.stands('APPROVAL');
  await route.decide('approve');
  await route.stands('IN_EXECUTION');
  await route.done('evidence-received');
};
const renewedAndWithdrawn: Life = async (route) => {
  await route.signAndSend();
  await route.handle.signal('renewRun');
  await route.reply('ACKNOWLEDGED');
  await route.withdraw();
};

const lives: readonly (readonly [name: string, family: RouteFamily, life: Life])[] = [
  ['prov-pres', 'PROV_PRES', preserved],
  ['art29', 'ART29', preserved],
  ['p2p', 'P2P', preserved],
  ['prov-disc', 'PROV_DISC', disclosed],
  ['art30', 'ART30', disclosed],
  ['mla', 'MLA', disclosed],
  ['edr', 'EDR', reviewed],
  ['osint', 'OSINT', collected],
  ['consent', 'CONSENT', collected],
  ['domestic', 'DOMESTIC', collected],
  ['withdrawn-in-a-later-run', 'PROV_DISC', renewedAndWithdrawn],
];

/** Writes a history without the name of the machine that recorded it. */
async function save(name: string, workflowId: string): Promise<void> {
  const history = await engine.client.workflow.getHandle(workflowId).fetchHistory();
  const named: unknown = JSON.parse(
    historyToJSON(history).replace(/"identity": *"[^"]*"/g, '"identity": "recorder"'),
  );
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify(named)}\n`);
}

async function recordCase(): Promise<void> {
  const routes = (['PROV_PRES', 'MLA'] as const).map(
    (family) => new RouteOnServer(engine, office, family, `CASE-${family}`),
  );
  const start = routes.map(({ routeId, workflowId, lot }) => ({ routeId, workflowId, lot, startBy: null }));
  office.toRun = {
    start,
    difference: { started: [], redrafted: [], kept: [], withdrawalProposed: [] },
    revise: [],
  };
  const workflowId = caseWorkflowId('RECORDED');
  const args = [{ inputVersion: 1, caseId: 'RECORDED' }];
  const handle = await engine.client.workflow.start(caseWorkflowType, {
    workflowId,
    taskQueue: taskQueues.workflows,
    args,
  });
  const plan = {
    requestId: 'p',
    basePlanDigest: null,
    planId: 'plan-1',
    planDigest: 'digest-1',
    ticketId: null,
  };
  await handle.executeUpdate('adoptPlan', { args: [plan] });
  for (const route of routes) await route.signAndSend();
  await save('case', workflowId);
}

mkdirSync(folder, { recursive: true });
try {
  for (const [name, family, life] of lives) {
    const route = await new RouteOnServer(engine, office, family, `RECORDED-${name}`).start();
    await life(route);
    await route.handle.result();
    await save(name, route.workflowId);
  }
  await recordCase();
} finally {
  await engine.stop();
}
