import type { OpenStep } from '../../contracts/activities.js';
import type { Role } from '../../contracts/codes.js';
import type { Blocker, Determination, Lot } from '../../contracts/determination.js';
import {
  choosePlan,
  issueTicket,
  markStarted,
  newId,
  openApprovalSteps,
  openCase,
  project,
  redeemTicket,
  routeById,
  saveDetermination,
  saveDocument,
  seedPeople,
  sha256,
  systemAct,
  type PersonAct,
  type Reader,
  type RouteRecord,
  type Store,
} from '../../store/index.js';

export const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString();
export const system = (minute = 0) => systemAct('test', at(minute));

/** People of two units; `tag` keeps the tests of one store apart. */
export type People = {
  officer: PersonAct;
  supervisor: PersonAct;
  otherSupervisor: PersonAct;
  prosecutor: PersonAct;
  custodian: PersonAct;
  witness: PersonAct;
  adviser: PersonAct;
  stranger: PersonAct;
  unitId: string;
  id: (name: string) => string;
};

const cast: readonly [name: string, roles: readonly Role[], unit: 'own' | 'next'][] = [
  ['officer', ['CASE_OFFICER'], 'own'],
  ['colleague', ['CASE_OFFICER'], 'own'],
  ['supervisor', ['SUPERVISOR'], 'own'],
  ['otherSupervisor', ['SUPERVISOR'], 'own'],
  ['bothRoles', ['CASE_OFFICER', 'SUPERVISOR', 'PROSECUTOR'], 'own'],
  ['prosecutor', ['PROSECUTOR'], 'own'],
  ['adviser', ['LEGAL_ADVISOR'], 'own'],
  ['custodian', ['EVIDENCE_CUSTODIAN'], 'own'],
  ['witness', ['EVIDENCE_WITNESS'], 'own'],
  ['stranger', ['CASE_OFFICER', 'SUPERVISOR'], 'next'],
  ['auditor', ['AUDITOR'], 'next'],
  ['administrator', ['ADMINISTRATOR'], 'own'],
  ['channel', ['CHANNEL_UNIT'], 'next'],
];

export async function somePeople(store: Store): Promise<People> {
  const tag = newId().toLowerCase();
  const id = (name: string): string => `${name}-${tag}`;
  const unitOf = (unit: string): string => `unit-${unit}-${tag}`;
  const units = ['own', 'next'].map((unit) => ({ id: unitOf(unit), label: `Unit ${unit}`, state: 'KZ' }));
  const persons = cast.map(([name, roles, unit]) => ({
    id: id(name),
    unitId: unitOf(unit),
    label: name,
    roles,
  }));
  await store.transaction((tx) => seedPeople(tx, system(), { units, persons }));
  const as = (name: string, role: Role): PersonAct => person(id(name), role);
  return {
    officer: as('officer', 'CASE_OFFICER'),
    supervisor: as('supervisor', 'SUPERVISOR'),
    otherSupervisor: as('otherSupervisor', 'SUPERVISOR'),
    prosecutor: as('prosecutor', 'PROSECUTOR'),
    custodian: as('custodian', 'EVIDENCE_CUSTODIAN'),
    witness: as('witness', 'EVIDENCE_WITNESS'),
    adviser: as('adviser', 'LEGAL_ADVISOR'),
    stranger: as('stranger', 'CASE_OFFICER'),
    unitId: unitOf('own'),
    id,
  };
}

export const person = (personId: string, role: Role, minute = 0): PersonAct => ({
  actor: { kind: 'person', personId, role },
  at: at(minute),
});
export const later = <A extends { at: string }>(act: A, minute: number): A => ({ ...act, at: at(minute) });

export const readerOf = (people: People, name: string): Reader => {
  const found = cast.find(([one]) => one === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  const unitId = found[2] === 'own' ? people.unitId : people.unitId.replace('-own-', '-next-');
  return { personId: people.id(name), unitId, roles: found[1] };
};

export async function aCase(
  store: Store,
  people: People,
  items: readonly string[] = ['i1'],
): Promise<string> {
  const input = { reference: 'R-1', requestingState: 'KZ', unitId: people.unitId, items };
  return (await store.transaction((tx) => openCase(tx, people.officer, input))).id;
}

export const blockedBy = (code: string, items: readonly string[] = ['i1']): Blocker => ({
  code,
  scope: 'ALL',
  stage: 'dispatch',
  items,
  rule: 'G17',
  kind: 'law',
  cure: { fact: 'authorisation.exists', is: true, by: ['PROSECUTOR'] },
});

export function aLot(change: Partial<Lot> = {}): Lot {
  const items = change.items ?? ['i1'];
  const route = change.route ?? 'PROV_PRES';
  const addressee = change.addressee ?? 'Provider X';
  return {
    order: 1,
    route,
    measure: 'PRESERVE',
    addressee,
    items,
    basis: ['BASIS'],
    key: `${route}/${addressee}/${items.join('+')}`,
    family: 'PROV_PRES',
    categories: ['CONTENT'],
    dispatchBlockers: [],
    after: [],
    safeguards: [],
    duties: [],
    terms: {
      lifeCycle: 'PROV_PRES',
      forms: ['D-01'],
      urgency: 'ROUTINE',
      approvals: [
        {
          step: 'supervisor',
          order: 1,
          roles: ['SUPERVISOR'],
          within: { amount: 2, unit: 'day' },
          ladder: [],
        },
        {
          step: 'prosecutor',
          order: 1,
          roles: ['PROSECUTOR'],
          within: { amount: 2, unit: 'day' },
          ladder: [],
        },
      ],
      approvalValidFor: { amount: 1, unit: 'day' },
      clocks: [],
      events: [],
      decisions: [],
      renewals: null,
    },
    ...change,
  };
}

export const aDetermination = (lots: readonly Lot[], digest: string): Determination => ({
  ruleSetDigest: 'rules-1',
  digest,
  asOf: '2026-11-24',
  plan: [...new Set(lots.map((lot) => lot.route))],
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

/** Stores a determination with these lots; its digest is new each time. */
export async function determined(store: Store, caseId: string, lots: readonly Lot[]): Promise<string> {
  const determination = aDetermination(lots, sha256(newId()));
  const frame = { asOf: '2026-11-24', case: {}, items: [], sources: {} };
  const input = { caseId, caseVersion: 1, cause: 'ASKED' as const, frame, determination, prose: 'Text.' };
  return (await store.transaction((tx) => saveDetermination(tx, system(), input))).id;
}

/** A case whose plan runs: its routes exist and have said that they draft. */
export async function aRunningCase(store: Store, people: People, lots: readonly Lot[]) {
  const items = [...new Set(lots.flatMap((lot) => lot.items))];
  const caseId = await aCase(store, people, items);
  const determinationId = await determined(store, caseId, lots);
  const chosen = { caseId, determinationId, lots: 'ALL' as const };
  const begun = await store.transaction(async (tx) => {
    const { id: planId } = await choosePlan(tx, people.officer, chosen);
    return markStarted(tx, people.officer, { planId });
  });
  for (const { routeId } of begun.routes) await moved(store, routeId, 1, 'DRAFT');
  const [route] = begun.routes;
  if (!route) throw new Error('no route was started');
  return { ...begun, caseId, determinationId, routeId: route.routeId };
}

export async function moved(
  store: Store,
  routeId: string,
  seq: number,
  state: RouteRecord['state'],
): Promise<void> {
  const { caseId, workflowId } = await theRoute(store, routeId);
  const where = {
    caseId,
    routeId,
    workflowId,
    seq,
    state,
    waitsFor: null,
    nextAt: null,
    at: at(seq),
    reason: 'test',
  };
  await store.transaction((tx) => project(tx, system(seq), where));
}

export async function theRoute(store: Store, routeId: string): Promise<RouteRecord> {
  const route = await routeById(store.read, routeId);
  if (!route) throw new Error(`no route ${routeId}`);
  return route;
}

/** Renders a draft and opens the signatures its lot asks for. */
export async function aDraft(store: Store, routeId: string, text = 'letter', round = 1) {
  const route = await theRoute(store, routeId);
  const bytes = new TextEncoder().encode(text);
  const digest = sha256(text);
  const { caseId, planId, sliceDigest, lot } = route;
  const files = [{ form: 'D-01' as const, mediaType: 'application/pdf', bytes }];
  const input = { caseId, routeId, planId, sliceDigest, digest, language: 'en', fields: '{}', files };
  const steps: OpenStep[] = lot.terms.approvals.map(({ step, order, roles }) => ({
    step,
    order,
    round,
    roles,
    digest,
    opensAt: at(1),
    dueAt: at(50),
  }));
  await store.transaction(async (tx) => {
    await saveDocument(tx, system(1), input);
    await openApprovalSteps(tx, system(1), { routeId, digest, steps });
  });
  return { digest, stepId: (name: string) => stepIdOf(store, routeId, name) };
}

export async function stepIdOf(store: Store, routeId: string, name: string): Promise<string> {
  const row = await store.read.db
    .selectFrom('approvalSteps as s')
    .innerJoin('approvalRounds as r', 'r.id', 's.roundId')
    .select('s.id')
    .where('r.routeId', '=', routeId)
    .where('s.step', '=', name)
    .orderBy('r.number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Ticket of one person for one step, not redeemed yet. */
export async function aTicket(
  store: Store,
  act: PersonAct,
  input: { routeId: string; step: string; digest: string; decision?: 'approve' | 'return' | 'reject' },
): Promise<string> {
  const { routeId, step, digest, decision = 'approve' } = input;
  const stepId = await stepIdOf(store, routeId, step);
  const more = decision === 'approve' ? {} : { reason: 'In my own words.' };
  const asked = { stepId, decision, digest, expiresAt: at(30), ...more };
  return (await store.transaction((tx) => issueTicket(tx, act, asked))).ticketId;
}

export const redeem = (
  store: Store,
  input: { routeId: string; ticketId: string; step: string; digest: string },
  minute = 5,
  validUntil = at(59),
) => store.transaction((tx) => redeemTicket(tx, system(minute), { ...input, validUntil }));

/** Drafted and signed by everybody the lot names. */
export async function aSignedDraft(
  store: Store,
  people: People,
  routeId: string,
  text = 'letter',
): Promise<string> {
  const { digest } = await aDraft(store, routeId, text);
  for (const step of ['supervisor', 'prosecutor'] as const) {
    const ticketId = await aTicket(store, people[step], { routeId, step, digest });
    await redeem(store, { routeId, ticketId, step, digest });
  }
  return digest;
}
