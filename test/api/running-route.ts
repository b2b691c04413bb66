import type { RouteFamily, RouteState } from '../../contracts/codes.js';
import type { Determination, Lot } from '../../contracts/determination.js';
import {
  handOver,
  markPacketWritten,
  openApprovalSteps,
  project,
  redeemTicket,
  routeById,
  saveDetermination,
  saveDocument,
  sha256,
  systemAct,
} from '../../store/index.js';
import type { Delivery, RelayRow } from '../../store/index.js';
import { at, list, text } from './harness.js';
import type { Harness } from './harness.js';
import type { Name } from './people.js';

const day = { amount: 1, unit: 'day' } as const;

/** One lot of a family, signed by a supervisor, with nothing in its way. */
export const lotOf = (family: RouteFamily, more: Partial<Lot> = {}): Lot => ({
  key: `lot-${family}`,
  order: 1,
  route: family,
  family,
  measure: 'PRESERVE',
  addressee: 'Training provider',
  items: ['I1'],
  basis: ['VOLUNTARY'],
  categories: ['SUBSCRIBER'],
  dispatchBlockers: [],
  after: [],
  safeguards: [],
  duties: [],
  terms: {
    lifeCycle: family,
    forms: ['D-01'],
    urgency: 'ROUTINE',
    approvals: [
      { step: 'supervisor', order: 1, roles: ['SUPERVISOR', 'DUTY_SUPERVISOR'], within: day, ladder: [] },
    ],
    approvalValidFor: day,
    clocks: [],
    events: [],
    decisions: [],
    renewals: null,
  },
  ...more,
});

const determinationOf = (lots: readonly Lot[]): Determination => ({
  ruleSetDigest: sha256('rules'),
  digest: sha256(JSON.stringify(lots)),
  asOf: '2026-11-23',
  plan: lots.map((lot) => lot.route),
  steps: lots,
  lots,
  legalBasis: [],
  blockers: [],
  missingFacts: [],
  asks: [],
  openQuestions: [],
  alternates: [],
  safeguards: [],
  firedRules: [],
  unconfirmedRules: [],
  explanation: [],
  engine: { name: 'json-rules-engine', version: '7.3.1' },
  disputed: null,
});

export type OpenedCase = { id: string; etag: string };
/** A case with one item, opened over HTTP. */
export async function aCase(
  h: Harness,
  by: Name = 'officer',
  items: readonly string[] = ['I1'],
): Promise<OpenedCase> {
  const body = { reference: 'T-1', requestingState: 'KZ', items: items.map((id) => ({ id })) };
  const opened = await h.as(by).post('/v1/cases', body);
  return { id: text(opened.body, 'id'), etag: opened.headers['etag'] ?? '' };
}

/** Id of a determination with these lots, kept as if the rules had returned it. */
export async function aDetermination(h: Harness, caseId: string, lots: readonly Lot[]): Promise<string> {
  const saved = await h.store.transaction((tx) =>
    saveDetermination(tx, systemAct('test', h.clock.now.toISOString()), {
      caseId,
      caseVersion: 1,
      cause: 'ASKED',
      frame: { asOf: '2026-11-23', case: {}, items: [], sources: {} },
      determination: determinationOf(lots),
      prose: 'text',
    }),
  );
  return saved.id;
}

export type RunningRoute = {
  caseId: string;
  routeId: string;
  workflowId: string;
  planId: string;
  planDigest: string;
};

/** A route that an officer started over HTTP and whose workflow has begun. */
export async function aRoute(
  h: Harness,
  family: RouteFamily = 'PROV_PRES',
  {
    by = 'officer',
    lot = lotOf(family),
    before,
  }: { by?: Name; lot?: Lot; before?: (caseId: string) => Promise<unknown> } = {},
): Promise<RunningRoute> {
  const { id: caseId } = await aCase(h, by);
  await before?.(caseId);
  const determinationId = await aDetermination(h, caseId, [lot]);
  const chosen = await h.as(by).post(`/v1/cases/${caseId}/plans`, { determinationId, lots: 'ALL' });
  const planId = text(chosen.body, 'id');
  const started = await h
    .as(by)
    .post(`/v1/plans/${planId}/start`, undefined, { ifMatch: chosen.headers['etag'] ?? '' });
  const routeId = text(started.body, 'routes', 0, 'routeId');
  const workflowId = text(started.body, 'routes', 0, 'workflowId');
  const route = { caseId, routeId, workflowId, planId, planDigest: text(chosen.body, 'digest') };
  await moveTo(h, route, 'DRAFT');
  return route;
}

/** Projects the next state, as the route's workflow would. */
export async function moveTo(h: Harness, route: RunningRoute, state: RouteState): Promise<void> {
  const before = await routeById(h.store.read, route.routeId);
  const { caseId, routeId, workflowId } = route;
  const now = h.clock.now.toISOString();
  const move = {
    caseId,
    routeId,
    workflowId,
    seq: (before?.seq ?? 0) + 1,
    state,
    waitsFor: null,
    nextAt: null,
  };
  await h.store.transaction((tx) =>
    project(tx, systemAct('workflow', now), { ...move, at: now, reason: 'test' }),
  );
}

/** A letter as it is kept with a draft: two numbered fields, one item. */
export const aLetter = (more: { facts?: string; item?: string; lines?: readonly string[] } = {}) => ({
  form: 'D-01',
  title: 'Request to preserve electronic data',
  to: 'The provider named below',
  addressee: 'Training provider',
  authority: 'Training Investigation Department',
  unit: 'Unit for computer crime',
  classification: 'Confidential',
  date: '23 November 2026',
  opening: 'We ask you to preserve the data described below.',
  closing: 'Please confirm in writing.',
  fields: [
    {
      id: 'case',
      number: '1',
      title: 'The case',
      lines: [{ label: 'Facts', text: more.facts ?? 'An account was opened.' }],
    },
    ...(more.lines ?? ['Training provider']).map((text, at) => ({
      id: `line${at}`,
      number: String(at + 2),
      title: 'Further',
      lines: [{ label: null, text }],
    })),
  ],
  schedule: [
    {
      id: more.item ?? 'I1',
      category: 'Subscriber data',
      custodian: 'Training provider',
      identifiers: [{ kind: 'Account', value: 'training-1', more: [] }],
      period: ['not limited in this request'],
    },
  ],
  signatures: [{ title: 'Approved by', name: '', role: 'Supervisor' }],
});

export type OpenStep = { stepId: string; digest: string; documentId: string };

/** Drafts a document and opens the signature of a supervisor on it, as the route's activities would. */
export async function askSignature(
  h: Harness,
  route: RunningRoute,
  draft = 'draft',
  letter = aLetter(),
): Promise<OpenStep> {
  const now = h.clock.now.toISOString();
  const act = systemAct('workflow', now);
  const { caseId, routeId, planId } = route;
  const digest = sha256(draft);
  const files = [
    { form: 'D-01' as const, mediaType: 'application/pdf', bytes: Buffer.from(`%PDF-1.7 ${draft}`) },
  ];
  const standing = await routeById(h.store.read, routeId);
  const sliceDigest = standing?.sliceDigest ?? '';
  const { documentId } = await h.store.transaction((tx) =>
    saveDocument(tx, act, {
      sliceDigest,
      caseId,
      routeId,
      planId: standing?.planId ?? planId,
      digest,
      language: 'en',
      fields: JSON.stringify([letter]),
      files,
    }),
  );
  const round = (rounds.get(routeId) ?? 0) + 1;
  rounds.set(routeId, round);
  const step = {
    step: 'supervisor',
    order: 1,
    roles: ['SUPERVISOR', 'DUTY_SUPERVISOR'] as const,
    digest,
    round,
  };
  const dueAt = new Date(h.clock.now.getTime() + 86_400_000).toISOString();
  await h.store.transaction((tx) =>
    openApprovalSteps(tx, act, { routeId, digest, steps: [{ ...step, opensAt: now, dueAt }] }),
  );
  await moveTo(h, route, 'APPROVAL');
  const inbox = await h.as('supervisorB').get('/v1/approvals?limit=100');
  const found = list(inbox.body, 'rows').find((row) => at(row, 'routeId') === routeId);
  return { stepId: text(found, 'stepId'), digest, documentId };
}
const rounds = new Map<string, number>();

/** The engine redeems the ticket of a vote, as the route's activity would. */
export function redeemVotes(h: Harness): void {
  h.engine.answer = async (row: RelayRow): Promise<Delivery> => {
    if (row.update !== 'castVote') return { kind: 'delivered', outcome: { state: 'CHECKS' } };
    const redeemed = await h.store.transaction((tx) => redeem(h, tx, row));
    const outcome = redeemed.valid
      ? { recorded: true, state: 'APPROVED' }
      : { recorded: false, reason: redeemed.reason, state: 'APPROVAL' };
    return { kind: 'delivered', outcome };
  };
}

const redeem = (h: Harness, tx: Parameters<typeof redeemTicket>[0], { payload, workflowId }: RelayRow) =>
  redeemTicket(tx, systemAct('workflow', h.clock.now.toISOString()), {
    routeId: workflowId.slice(-26),
    ticketId: text(payload, 'ticketId'),
    step: text(payload, 'step'),
    digest: text(payload, 'digest'),
    validUntil: new Date(h.clock.now.getTime() + 86_400_000).toISOString(),
  });

/** Drafted, signed by a supervisor over HTTP and handed over. */
export async function aHandedOverRoute(
  h: Harness,
  family: RouteFamily = 'PROV_PRES',
  how: Parameters<typeof aRoute>[2] = {},
): Promise<RunningRoute> {
  redeemVotes(h);
  const route = await aRoute(h, family, how);
  const { stepId, digest } = await askSignature(h, route);
  await h.as('supervisor').post(`/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
  const act = systemAct('workflow', h.clock.now.toISOString());
  const handed = await h.store.transaction((tx) => handOver(tx, act, { routeId: route.routeId, digest }));
  if (!handed.handedOver) throw new Error(handed.reason);
  const packet = { outboxId: handed.outboxId, path: 'packets/one', sha256: sha256('packet') };
  await h.store.transaction((tx) => markPacketWritten(tx, act, packet));
  await moveTo(h, route, 'HANDED_OVER');
  return route;
}

/** Handed over, and recorded as sent by the officer. */
export async function aSentRoute(
  h: Harness,
  family?: RouteFamily,
  how?: Parameters<typeof aRoute>[2],
): Promise<RunningRoute> {
  const route = await aHandedOverRoute(h, family, how);
  const body = { sentAt: h.clock.now.toISOString(), means: 'portal', reference: 'R-1' };
  const sent = await h.as('officer').post(`/v1/routes/${route.routeId}/dispatch`, body);
  if (sent.status !== 201) throw new Error(sent.text);
  await moveTo(h, route, 'DISPATCHED');
  return route;
}
