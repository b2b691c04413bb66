import { describe, expect, it } from 'vitest';
import {
  addMember,
  auditOf,
  caseForReader,
  currentFacts,
  decisionsOfCase,
  determinationForReader,
  factHistory,
  listCases,
  openCase,
  peopleWithRole,
  personByToken,
  recallAnswer,
  recordDecision,
  recordFacts,
  rememberAnswer,
  routeForReader,
  secondDecision,
  seedPeople,
  timelineOf,
  type AnswerToRecord,
  type DecisionToRecord,
  type Store,
} from '../../store/index.js';
import { onEachEngine } from './engines.js';
import {
  aCase,
  aDraft,
  aLot,
  aRunningCase,
  at,
  determined,
  later,
  person,
  readerOf,
  somePeople,
  system,
  type People,
} from './world.js';

const answer = (value: AnswerToRecord['value'], item: string | null = null): AnswerToRecord => ({
  fact: 'offence.maxPenaltyMonths',
  item,
  known: true,
  value,
  source: 'Criminal code',
});

const authorisation = (caseId: string): DecisionToRecord => ({
  caseId,
  kind: 'AUTHORISATION',
  fact: 'authorisation.exists',
  item: 'i1',
  value: true,
  documentRef: 'Order 7',
  decidedOn: '2026-11-20',
  reason: 'The judge has ordered it.',
  secondRoles: null,
});

const aDecision = (store: Store, people: People, change: Partial<DecisionToRecord> & { caseId: string }) =>
  store.transaction((tx) =>
    recordDecision(tx, people.prosecutor, { ...authorisation(change.caseId), ...change }),
  );

onEachEngine((opened) => {
  describe('people', () => {
    it('are seeded once: the same list again writes nothing', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const one = { id: people.id('new'), unitId: people.unitId, label: 'New', roles: ['AUDITOR'] as const };
      const list = { units: [], persons: [{ ...one, token: `token-of-${one.id}` }] };
      for (const minute of [1, 2]) await store.transaction((tx) => seedPeople(tx, system(minute), list));
      const entries = await auditOf(store.read, { subject: { kind: 'person', id: one.id }, limit: 10 });
      expect(entries.map((entry) => entry.verb)).toEqual(['PERSON_SEEDED']);
    });

    it('are known by their token until it expires or they leave', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const id = people.id('token-holder');
      const token = `secret ${id}`;
      const holder = { id, unitId: people.unitId, label: 'Holder', roles: ['CASE_OFFICER'] as const };
      const seed = (active: boolean) =>
        store.transaction((tx) =>
          seedPeople(tx, system(), {
            units: [],
            persons: [{ ...holder, token, tokenExpiresAt: at(10), active }],
          }),
        );
      await seed(true);
      expect((await personByToken(store.read, token, at(9)))?.id).toBe(id);
      expect(await personByToken(store.read, token, at(10))).toBeNull();
      expect(await personByToken(store.read, 'another', at(9))).toBeNull();
      await seed(false);
      expect(await personByToken(store.read, token, at(9))).toBeNull();
      expect((await peopleWithRole(store.read, 'CASE_OFFICER')).map((one) => one.id)).not.toContain(id);
    });

    it('a token is stored as its SHA-256 only', async () => {
      const { store } = opened;
      const rows = await store.read.db.selectFrom('accessTokens').select('tokenSha256').execute();
      expect(rows.every((row) => /^[0-9a-f]{64}$/.test(row.tokenSha256))).toBe(true);
    });
  });

  describe('facts', () => {
    it('are versions: the newest is current, the older ones stay', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      for (const value of [12, 24]) {
        await store.transaction((tx) =>
          recordFacts(tx, people.officer, { caseId, answers: [answer(value)] }),
        );
      }
      const current = await currentFacts(store.read, caseId);
      expect(current.map((fact) => fact.value)).toEqual([24]);
      const all = await factHistory(store.read, readerOf(people, 'officer'), caseId, { limit: 10 });
      expect(all?.map((fact) => fact.value)).toEqual([12, 24]);
    });

    it('of the case and of each item are kept apart; "not known" is an answer', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people, ['i1', 'i2']);
      const unknown = { ...answer(null, 'i2'), known: false };
      const answers = [answer(1), answer(2, 'i1'), unknown];
      await store.transaction((tx) => recordFacts(tx, people.officer, { caseId, answers }));
      const current = await currentFacts(store.read, caseId);
      expect(current.map(({ item, known, value }) => [item, known, value])).toEqual([
        ['i1', true, 2],
        ['i2', false, null],
        [null, true, 1],
      ]);
    });

    it('keep identifiers and texts exactly as they were typed', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      const value = [{ type: 'USERNAME' as const, value: 'Әсем \'"\\ #$@* \u202e\n' }];
      await store.transaction((tx) =>
        recordFacts(tx, people.officer, { caseId, answers: [answer(value, 'i1')] }),
      );
      expect((await currentFacts(store.read, caseId))[0]?.value).toEqual(value);
    });

    it.each(['a\u0000b', 'a\ud800b'])(
      'with a character that no database keeps are refused in clear words',
      async (value) => {
        const { store } = opened;
        const people = await somePeople(store);
        const caseId = await aCase(store, people);
        const asFact = store.transaction((tx) =>
          recordFacts(tx, people.officer, { caseId, answers: [answer(value)] }),
        );
        await expect(asFact).rejects.toMatchObject({ code: 'BODY_INVALID' });
        const input = { reference: value, requestingState: 'KZ', unitId: people.unitId, items: [] };
        const asText = store.transaction((tx) => openCase(tx, people.officer, input));
        await expect(asText).rejects.toMatchObject({ code: 'BODY_INVALID' });
      },
    );

    it('refuse an item the case does not have, and write nothing', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      const answers = [answer(1), answer(2, 'i9')];
      const recording = store.transaction((tx) => recordFacts(tx, people.officer, { caseId, answers }));
      await expect(recording).rejects.toMatchObject({ code: 'ITEM_UNKNOWN' });
      expect(await currentFacts(store.read, caseId)).toEqual([]);
    });

    it('refuse a writer who read an older version of the case', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      const record = (value: number) =>
        store.transaction((tx) =>
          recordFacts(tx, people.officer, { caseId, expectedVersion: 1, answers: [answer(value)] }),
        );
      const outcomes = await Promise.allSettled([record(1), record(2), record(3)]);
      expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      await expect(record(4)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    });

    it('tell every route that is not handed over to read again, and no other', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { caseId, routes } = await aRunningCase(store, people, [
        aLot(),
        aLot({ addressee: 'Provider Y' }),
      ]);
      const recorded = await store.transaction((tx) =>
        recordFacts(tx, people.officer, { caseId, answers: [answer(1)] }),
      );
      const told = recorded.relays.map((row) => [row.update, row.workflowId]);
      expect(told).toEqual(routes.map((route) => ['reviseRoute', route.workflowId]));
    });
  });

  describe('decisions', () => {
    it('become a fact with their document at once where one person decides', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      const { decision } = await aDecision(store, people, { caseId });
      expect(decision.effective).toBe(true);
      expect(await currentFacts(store.read, caseId)).toMatchObject([
        { fact: 'authorisation.exists', item: 'i1', value: true, source: 'Order 7', decisionId: decision.id },
      ]);
    });

    it('are no fact before another person with one of the roles has confirmed', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      const { decision } = await aDecision(store, people, { caseId, secondRoles: ['LEGAL_ADVISOR'] });
      const second = (act = people.adviser) =>
        store.transaction((tx) => secondDecision(tx, act, { decisionId: decision.id }));
      expect(await currentFacts(store.read, caseId)).toEqual([]);
      await expect(second(people.prosecutor)).rejects.toMatchObject({ code: 'DECISION_SECOND_SAME' });
      await expect(second(people.supervisor)).rejects.toMatchObject({ code: 'ROLE_MAY_NOT' });
      expect(await currentFacts(store.read, caseId)).toEqual([]);
      expect((await second()).decision.effective).toBe(true);
      expect(await currentFacts(store.read, caseId)).toHaveLength(1);
      await expect(second()).rejects.toMatchObject({ code: 'APPROVAL_STEP_CLOSED' });
      expect(await decisionsOfCase(store.read, caseId)).toMatchObject([{ id: decision.id, effective: true }]);
    });

    it('are not confirmed by the same person in another role', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      const both = person(people.id('bothRoles'), 'PROSECUTOR');
      const input = { ...authorisation(caseId), secondRoles: ['SUPERVISOR'] as const };
      const { decision } = await store.transaction((tx) => recordDecision(tx, both, input));
      const asOther = person(people.id('bothRoles'), 'SUPERVISOR');
      const second = store.transaction((tx) => secondDecision(tx, asOther, { decisionId: decision.id }));
      await expect(second).rejects.toMatchObject({ code: 'DECISION_SECOND_SAME' });
    });

    it('of two confirmations at once, one counts', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      const { decision } = await aDecision(store, people, {
        caseId,
        secondRoles: ['LEGAL_ADVISOR', 'SUPERVISOR'],
      });
      const second = (act: People['adviser']) =>
        store.transaction((tx) => secondDecision(tx, act, { decisionId: decision.id }));
      const outcomes = await Promise.allSettled([second(people.adviser), second(people.supervisor)]);
      expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      expect(await currentFacts(store.read, caseId)).toHaveLength(1);
    });
  });

  describe('need to know', () => {
    it.each([
      ['officer', true],
      ['colleague', false],
      ['supervisor', true],
      ['prosecutor', true],
      ['custodian', true],
      ['stranger', false],
      ['auditor', true],
      ['administrator', false],
      ['channel', false],
    ])('%s sees the case of the officer: %s', async (name, sees) => {
      const { store } = opened;
      const people = await somePeople(store);
      const { caseId, routeId, determinationId } = await aRunningCase(store, people, [aLot()]);
      const reader = readerOf(people, name);
      const { read } = store;
      const seen = [
        await caseForReader(read, reader, caseId),
        await routeForReader(read, reader, routeId),
        await determinationForReader(read, reader, determinationId),
        await timelineOf(read, reader, caseId, { limit: 1 }),
        await factHistory(read, reader, caseId, { limit: 1 }),
      ].map((one) => one !== null);
      expect(new Set(seen)).toEqual(new Set([sees]));
      const listed = await listCases(read, reader, { limit: 100 });
      expect(listed.some((one) => one.id === caseId)).toBe(sees);
    });

    it('a colleague who was made a member sees the case, a channel unit that was asked to sign does too', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const terms = aLot().terms;
      const [signature] = terms.approvals;
      if (!signature) throw new Error('no approvals');
      const approvals = [{ ...signature, step: 'channel', roles: ['CHANNEL_UNIT' as const] }];
      const { caseId, routeId } = await aRunningCase(store, people, [
        aLot({ terms: { ...terms, approvals } }),
      ]);
      const sees = async (name: string) =>
        (await caseForReader(store.read, readerOf(people, name), caseId)) !== null;
      expect([await sees('colleague'), await sees('channel')]).toEqual([false, false]);
      const personId = people.id('colleague');
      await store.transaction((tx) => addMember(tx, people.officer, { caseId, personId }));
      await aDraft(store, routeId);
      expect([await sees('colleague'), await sees('channel')]).toEqual([true, true]);
    });

    it('lists page by page without a gap or a repetition', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const opened5 = [];
      for (let count = 0; count < 5; count += 1) opened5.push(await aCase(store, people));
      const reader = readerOf(people, 'officer');
      const first = await listCases(store.read, reader, { limit: 3 });
      const after = first.at(-1)?.id;
      const rest = await listCases(store.read, reader, { limit: 3, ...(after ? { after } : {}) });
      expect([...first, ...rest].map((one) => one.id)).toEqual(opened5.toReversed());
    });

    it('the timeline of a case tells what was done, in order, by whom', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      await store.transaction((tx) =>
        recordFacts(tx, later(people.officer, 1), { caseId, answers: [answer(1)] }),
      );
      await determined(store, caseId, [aLot()]);
      const told = await timelineOf(store.read, readerOf(people, 'officer'), caseId, { limit: 10 });
      expect(told?.map((entry) => entry.verb)).toEqual([
        'CASE_OPENED',
        'FACTS_RECORDED',
        'DETERMINATION_MADE',
      ]);
      const rest = await timelineOf(store.read, readerOf(people, 'officer'), caseId, {
        limit: 10,
        after: told?.[1]?.sequence ?? 0,
      });
      expect(rest?.map((entry) => entry.verb)).toEqual(['DETERMINATION_MADE']);
    });
  });

  describe('a repeated request', () => {
    const request = { key: 'key-00001', fingerprint: 'POST /v1/cases 1' };

    it('gets the first answer; another body under the key is refused', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const personId = people.id('officer');
      const claim = { ...request, personId, at: at(0) };
      const recall = (change = {}) => store.transaction((tx) => recallAnswer(tx, { ...claim, ...change }));
      expect(await recall()).toEqual({ kind: 'fresh' });
      await expect(recall()).rejects.toMatchObject({ code: 'IDEMPOTENCY_IN_PROGRESS' });
      const stored = { status: 201, body: { id: 'c1' } };
      await store.transaction((tx) => rememberAnswer(tx, { personId, key: claim.key, answer: stored }));
      expect(await recall({ at: at(9) })).toEqual({ kind: 'answered', answer: stored });
      await expect(recall({ fingerprint: 'other' })).rejects.toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      expect(await recall({ personId: people.id('supervisor') })).toEqual({ kind: 'fresh' });
    });

    it('sent 10 times at once does its work once', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const personId = people.id('officer');
      const once = () =>
        store.transaction(async (tx) => {
          const recalled = await recallAnswer(tx, { ...request, personId, at: at(0) });
          if (recalled.kind === 'answered') return recalled.answer.body;
          const input = { reference: 'R', requestingState: 'KZ', unitId: people.unitId, items: [] };
          const { id } = await openCase(tx, people.officer, input);
          await rememberAnswer(tx, { personId, key: request.key, answer: { status: 201, body: id } });
          return id;
        });
      const answers = await Promise.all(Array.from({ length: 10 }, once));
      expect(new Set(answers).size).toBe(1);
      expect(await listCases(store.read, readerOf(people, 'officer'), { limit: 10 })).toHaveLength(1);
    });
  });
});
