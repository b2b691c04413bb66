import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { ReplyOutcome, RouteFamily } from '../../contracts/codes.js';
import type { DecisionChoice, reports, Verdict } from '../../contracts/route-events.js';
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

type Act = (route: RouteOnServer) => Promise<unknown>;
const verbs = {
  reply:
    (outcome: ReplyOutcome): Act =>
    (route) =>
      route.reply(outcome),
  done:
    (what: keyof typeof reports): Act =>
    (route) =>
      route.done(what),
  choose:
    (choice: DecisionChoice): Act =>
    (route) =>
      route.choose(choice),
  review:
    (verdict: Verdict): Act =>
    (route) =>
      route.review(verdict),
  wait:
    (ms: number): Act =>
    (route) =>
      route.advance(ms),
  withdraw: ((route) => route.withdraw()) satisfies Act,
  renew: ((route) => route.handle.signal('renewRun')) satisfies Act,
};
const { done, reply } = verbs;
const relied = [done('legal-process-served'), done('evidence-received')];
const answered = [reply('ANSWERED'), done('evidence-received')];
const asked = [reply('ACKNOWLEDGED'), reply('CLARIFICATION'), done('clarification-answered')];
const withdrawn = [verbs.withdraw, done('letter-sent')];

/** A life after the request was signed and sent; those of the families that send nothing begin at the signature. */
const sent: Record<string, readonly [RouteFamily, readonly Act[]]> = {
  'prov-pres': ['PROV_PRES', [reply('ACKNOWLEDGED'), reply('PRESERVED'), verbs.wait(50 * DAY), ...relied]],
  'prov-pres-renewed': [
    'PROV_PRES',
    [
      reply('PRESERVED'),
      verbs.choose('RENEW'),
      reply('PRESERVED'),
      verbs.choose('RELEASE'),
      done('letter-sent'),
    ],
  ],
  'prov-pres-lapsed': ['PROV_PRES', [reply('PRESERVED'), verbs.wait(91 * DAY), verbs.choose('CLOSE')]],
  art29: ['ART29', [reply('ACKNOWLEDGED'), reply('PRESERVED'), verbs.wait(50 * DAY), ...relied]],
  'art29-warned': ['ART29', [reply('WARNING_29_6'), verbs.choose('CONVERT')]],
  art30: ['ART30', [...asked, ...answered, verbs.choose('CONVERT')]],
  'prov-disc': ['PROV_DISC', [verbs.wait(8 * DAY), ...asked, ...answered]],
  'prov-disc-part': [
    'PROV_DISC',
    [
      reply('NOTICE_ANNOUNCED'),
      verbs.choose('ORDER_OBTAINED'),
      reply('PARTIAL'),
      done('evidence-received'),
      verbs.choose('CLOSE'),
    ],
  ],
  'withdrawn-in-a-later-run': ['PROV_DISC', [verbs.renew, reply('ACKNOWLEDGED'), ...withdrawn]],
  p2p: ['P2P', [reply('ACKNOWLEDGED'), reply('PRESERVED'), verbs.wait(50 * DAY), ...relied]],
  edr: ['EDR', [...answered, verbs.review('VALIDATED')]],
  'edr-not-validated': [
    'EDR',
    [verbs.choose('END'), done('letter-sent'), verbs.review('NOT_VALIDATED'), done('measures-taken')],
  ],
  mla: ['MLA', [verbs.wait(8 * DAY), ...asked, reply('CONDITIONS'), verbs.choose('ACCEPT'), ...answered]],
  epoc: ['EPOC', [reply('NOT_EXECUTED'), verbs.choose('ENFORCE'), ...answered]],
  'epoc-pr': ['EPOC_PR', [reply('PRESERVED'), ...relied]],
};
const collected: Record<string, readonly [RouteFamily, readonly Act[]]> = {
  osint: ['OSINT', [done('evidence-received')]],
  consent: ['CONSENT', [done('consent-withdrawn'), verbs.choose('CLOSE')]],
  domestic: ['DOMESTIC', [done('evidence-received')]],
};

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

async function signedOnly(route: RouteOnServer): Promise<void> {
  await route.stands('APPROVAL');
  await route.decide('approve');
}

mkdirSync(folder, { recursive: true });
try {
  for (const [name, [family, acts]] of Object.entries({ ...sent, ...collected })) {
    const route = await new RouteOnServer(engine, office, family, `RECORDED-${name}`).start();
    if (name in sent) await route.signAndSend();
    else await signedOnly(route);
    for (const act of acts) await act(route);
    await route.handle.result();
    await save(name, route.workflowId);
  }
  await recordCase();
} finally {
  await engine.stop();
}
