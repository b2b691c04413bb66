import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClocks } from '../../activities/clocks/index.js';
import { createDocuments } from '../../activities/documents/index.js';
import type { Determination, Lot } from '../../contracts/determination.js';
import type { ClockTerm } from '../../contracts/plan.js';
import {
  choosePlan,
  deadlinesOf,
  documentById,
  filesOfDocument,
  markStarted,
  openCase,
  recordDecision,
  recordFacts,
  saveDetermination,
  seedPeople,
  systemAct,
  type PersonAct,
  type Store,
} from '../../store/index.js';
import { aLot, fullCaseFacts, fullItemFacts } from './support/a-draft.js';
import { formsDir } from './support/forms.js';
import { openMemoryStore } from '../support/memory-store.js';

let now = new Date('2026-11-24T06:00:00Z');
const clock = () => now;
const officer: PersonAct['actor'] = { kind: 'person', personId: 'officer-a', role: 'CASE_OFFICER' };
const prosecutor: PersonAct['actor'] = { kind: 'person', personId: 'prosecutor-a', role: 'PROSECUTOR' };
const by = (actor: PersonAct['actor']): PersonAct => ({ actor, at: now.toISOString() });
let store: Store;

beforeAll(async () => {
  store = await openMemoryStore();
  const person = (id: string, role: 'CASE_OFFICER' | 'PROSECUTOR', label: string) => ({
    id,
    unitId: 'unit',
    label,
    roles: [role],
  });
  await store.transaction((tx) =>
    seedPeople(tx, systemAct('test', now.toISOString()), {
      units: [{ id: 'unit', label: 'Training unit', state: 'KZ' }],
      persons: [
        person('officer-a', 'CASE_OFFICER', 'Training case officer A'),
        person('prosecutor-a', 'PROSECUTOR', 'Training prosecutor A'),
      ],
    }),
  );
});
afterAll(() => store.close());
beforeEach(() => {
  now = new Date('2026-11-24T06:00:00Z');
});

const determinationOf = (lots: readonly Lot[]): Determination => ({
  ruleSetDigest: 'rules',
  digest: 'determination',
  asOf: '2026-11-24',
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

const answer =
  (item: string | null, known = true) =>
  ([fact, value]: [string, (typeof fullCaseFacts)[string]]) => ({
    fact,
    item,
    known,
    value,
    source: 'file',
  });

/** A started case with one lot; the provider is known from the register alone, through the frame. */
async function aStartedCase({ lot = aLot({ items: ['I1'] }), without = [] as string[] } = {}) {
  const { 'provider.name': name, 'provider.channel': channel, ...own } = fullItemFacts;
  if (name === undefined || channel === undefined) throw new Error('the builder knows the provider');
  const kept = ([fact]: [string, unknown]) => !without.includes(fact) && fact !== 'requestingState';
  return store.transaction(async (tx) => {
    const act = by(officer);
    const { id: caseId, version } = await openCase(tx, act, {
      reference: 'TR-2026-0007',
      requestingState: 'KZ',
      unitId: 'unit',
      items: ['I1'],
    });
    const answers = [
      ...Object.entries(fullCaseFacts).filter(kept).map(answer(null)),
      ...Object.entries(own)
        .filter(([fact]) => fact !== 'identifiers')
        .filter(kept)
        .map(answer('I1')),
      answer('I1')(['identifiers', fullItemFacts['identifiers'] ?? []]),
    ];
    await recordFacts(tx, act, { caseId, expectedVersion: version, answers });
    const frame = {
      asOf: '2026-11-24',
      case: {},
      items: [
        {
          id: 'I1',
          facts: { 'provider.name': 'Training social network (US)', 'provider.channel': 'portal' },
        },
      ],
      sources: {},
    };
    const determination = determinationOf([lot]);
    const input = { caseId, caseVersion: version, cause: 'ASKED' as const, frame, determination, prose: '' };
    const { id: determinationId } = await saveDetermination(tx, act, input);
    const { id: planId } = await choosePlan(tx, act, { caseId, determinationId, lots: 'ALL' });
    const { routes } = await markStarted(tx, act, { planId });
    const [route] = routes;
    if (route === undefined) throw new Error('the plan has one route');
    return { caseId, planId, ...route };
  });
}

const documents = (mode: 'embedded' | 'site' = 'embedded') =>
  createDocuments({ store, formsDir, mode, clock, zoneOf: () => 'Asia/Almaty' });

describe('renderDraft', () => {
  it('stores PDF and JSON of the form, write-once, under the digest it answers', async () => {
    const route = await aStartedCase();
    const draft = await documents().renderDraft({ ...route, forms: ['D-01'] });
    if (!draft.complete) throw new Error(draft.missing.map((one) => one.says).join('\n'));
    expect(draft.version).toBe(1);
    const stored = await documentById(store.read, draft.documentId);
    expect(stored).toMatchObject({ digest: draft.digest, version: 1, language: 'en' });
    const files = await filesOfDocument(store.read, draft.documentId);
    expect(files.map((file) => file.mediaType)).toEqual(['application/json', 'application/pdf']);
    const json: unknown = JSON.parse(Buffer.from(files[0]?.bytes ?? []).toString('utf8'));
    expect(json).toMatchObject({
      form: 'D-01',
      mark: 'TRAINING - NOT A REQUEST',
      caseReference: 'TR-2026-0007',
    });
    expect(
      Buffer.from(files[1]?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('answers the same document when it is asked again for the same facts', async () => {
    const route = await aStartedCase();
    const first = await documents().renderDraft({ ...route, forms: ['D-01'] });
    now = new Date('2026-11-24T06:10:00Z');
    expect(await documents().renderDraft({ ...route, forms: ['D-01'] })).toEqual(first);
  });

  it('makes the next version under another digest when a fact changed', async () => {
    const route = await aStartedCase();
    const first = await documents().renderDraft({ ...route, forms: ['D-01'] });
    await store.transaction((tx) =>
      recordFacts(tx, by(officer), {
        caseId: route.caseId,
        answers: [answer(null)(['request.riskOfLoss', 'Worse now'])],
      }),
    );
    const second = await documents().renderDraft({ ...route, forms: ['D-01'] });
    if (!first.complete || !second.complete) throw new Error('both are complete');
    expect(second.version).toBe(2);
    expect(second.digest).not.toBe(first.digest);
  });

  it('writes nothing when a field is missing, and names field and fact', async () => {
    const route = await aStartedCase({ without: ['requestingAuthority.email'] });
    const draft = await documents().renderDraft({ ...route, forms: ['D-01'] });
    expect(draft).toMatchObject({
      complete: false,
      missing: [
        { field: 'D-01.requestingAuthority', facts: ['requestingAuthority.email'] },
        { field: 'D-01.confirmation', facts: ['requestingAuthority.email'] },
      ],
    });
  });

  it('takes an answer "not known" for no answer', async () => {
    const route = await aStartedCase();
    await store.transaction((tx) =>
      recordFacts(tx, by(officer), {
        caseId: route.caseId,
        answers: [answer(null, false)(['offence.summary', null])],
      }),
    );
    const draft = await documents().renderDraft({ ...route, forms: ['D-01'] });
    expect(draft).toMatchObject({ complete: false, missing: [{ facts: ['offence.summary'] }] });
  });

  it('quotes an order only from a decision that is in force', async () => {
    const blocker = {
      code: 'AUTHORISATION_MISSING',
      scope: 'PROV_DISC',
      stage: 'dispatch',
      items: ['I1'],
      rule: 'G17',
      kind: 'law',
      cure: { fact: 'authorisation.obtained', is: 'COURT', by: ['PROSECUTOR'] },
    } as const;
    const more = { items: ['I1'], route: 'PROV_DISC', family: 'PROV_DISC', measure: 'DISCLOSE' } as const;
    const lot = aLot({ ...more, dispatchBlockers: [blocker] });
    const route = await aStartedCase({ lot, without: ['authorisation.nonDisclosureOrder'] });
    const text = async () => {
      const draft = await documents().renderDraft({ ...route, forms: ['D-04'] });
      if (!draft.complete) throw new Error(draft.missing.map((one) => one.says).join('\n'));
      const files = await filesOfDocument(store.read, draft.documentId);
      return Buffer.from(files[0]?.bytes ?? []).toString('utf8');
    };
    expect(await text()).toContain('AUTHORISATION_MISSING');
    await store.transaction((tx) =>
      recordDecision(tx, by(prosecutor), {
        caseId: route.caseId,
        kind: 'AUTHORISATION',
        fact: 'authorisation.obtained',
        item: null,
        value: 'COURT',
        documentRef: 'Order 12/2026',
        decidedOn: '2026-11-23',
        reason: 'granted',
        secondRoles: null,
      }),
    );
    const after = await text();
    expect(after).toContain('Court order, Order 12/2026, of 23 November 2026');
    expect(after).not.toContain('AUTHORISATION_MISSING');
  });

  it('is not marked as training on a site, and prints the address', async () => {
    const route = await aStartedCase();
    const draft = await documents('site').renderDraft({ ...route, forms: ['D-01'] });
    if (!draft.complete) throw new Error('complete');
    const [json] = await filesOfDocument(store.read, draft.documentId);
    const text = Buffer.from(json?.bytes ?? []).toString('utf8');
    expect(text).toContain('real.unit@police.example');
    expect(text).not.toContain('TRAINING - NOT');
  });
});

describe('clocks of a route', () => {
  const term = (id: string, starts: ClockTerm['starts'], amount: number): ClockTerm => ({
    id,
    title: id,
    starts,
    length: { amount, unit: 'day' },
    nature: 'law',
    reference: 'Budapest 29(7)',
    ladder: [{ after: { amount: 30, unit: 'day' }, tell: 'SUPERVISOR', what: 'remind' }],
  });
  const clocks = [term('acknowledgement', 'DISPATCHED', 60)];
  const started = { startedAt: '2026-11-24T06:00:00.000Z', event: 'DISPATCHED' as const, replyId: null };
  const never = { to: ['HEAD_OF_OFFICE' as const], everyMinutes: 60 };
  const running = (jitterMinutes = 0) => {
    const climb = { ROUTINE: never, URGENT: never, EMERGENCY: never };
    const notices = () => ({ climb, jitterMinutes, digestHour: 8 });
    return createClocks({ store, calendars: () => undefined, clock, notices });
  };

  it('start once, however often they are asked to', async () => {
    const route = await aStartedCase();
    const first = await running().startClocks({ ...route, clocks, ...started });
    expect(first).toMatchObject([
      {
        term: 'acknowledgement',
        endsAt: '2027-01-23T06:00:00.000Z',
        provisional: false,
        rungs: [{ at: '2026-12-24T06:00:00.000Z' }],
      },
    ]);
    expect(await running().startClocks({ ...route, clocks, ...started })).toEqual(first);
  });

  it('remind many routes one after the other, each always at its own time, and end exactly', async () => {
    const minutesEarly: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      const route = await aStartedCase();
      const [one] = await running(15).startClocks({ ...route, clocks, ...started });
      const [same] = await running(15).startClocks({ ...route, clocks, ...started });
      expect(same).toEqual(one);
      expect(one?.endsAt).toBe('2027-01-23T06:00:00.000Z');
      const planned = Date.parse('2026-12-24T06:00:00.000Z');
      minutesEarly.push((planned - Date.parse(one?.rungs[0]?.at ?? '')) / 60_000);
    }
    expect(Math.min(...minutesEarly)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...minutesEarly)).toBeLessThanOrEqual(15);
    expect(new Set(minutesEarly).size).toBe(6);
  });

  it('move no call, no escalation and nothing that counts in hours', async () => {
    const exact = [
      { after: { amount: 30, unit: 'day' }, tell: 'SUPERVISOR', what: 'escalate' },
      { after: { amount: 12, unit: 'hour' }, tell: 'SUPERVISOR', what: 'remind' },
      { after: { amount: 0, unit: 'day' }, tell: 'SUPERVISOR', what: 'remind' },
    ] as const;
    const route = await aStartedCase();
    const from = started.startedAt;
    const within = { amount: 40, unit: 'day' } as const;
    const asked = { ...route, from, within, ladder: exact };
    expect(await running(15).computeInstants(asked)).toEqual(await running(0).computeInstants(asked));
  });

  it('are no deadline any more once they are stopped', async () => {
    const route = await aStartedCase();
    const reader = { personId: 'officer-a', unitId: 'unit', roles: ['CASE_OFFICER' as const] };
    const deadlines = () => deadlinesOf(store.read, reader, { caseId: route.caseId, limit: 10 });
    const [clockRow] = await running().startClocks({ ...route, clocks, ...started });
    expect(await deadlines()).toHaveLength(1);
    const stop = { clockIds: [clockRow?.clockId ?? ''], at: '2026-11-25T06:00:00.000Z', why: 'released' };
    await running().stopClocks({ ...route, ...stop });
    await running().stopClocks({ ...route, ...stop });
    expect(await deadlines()).toHaveLength(0);
  });

  it('give due date and rungs of an approval by the calendar of the requesting State', async () => {
    const route = await aStartedCase();
    const within = { amount: 1, unit: 'working-day' } as const;
    const ladder = [{ after: { amount: 15, unit: 'minute' }, tell: 'SUPERVISOR', what: 'remind' }] as const;
    const instants = await running().computeInstants({ ...route, from: started.startedAt, within, ladder });
    expect(instants).toMatchObject({
      dueAt: '2026-11-25T18:00:00.000Z',
      rungs: [{ at: '2026-11-24T06:15:00.000Z' }],
    });
  });
});
