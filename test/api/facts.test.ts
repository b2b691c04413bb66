import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentFacts } from '../../store/index.js';
import { at, list, startHarness } from './harness.js';
import type { Harness } from './harness.js';
import { aCase } from './running-route.js';
import type { Name } from './people.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const answer = (fact: string, value: unknown, more: object = {}) => ({
  fact,
  value,
  source: 'case file',
  ...more,
});

/** Sends answers to a fresh case; what was recorded is read back from the store. */
async function send(by: Name, answers: readonly object[]) {
  const { id, etag } = await aCase(h);
  const seen = await h.as(by).post(`/v1/cases/${id}/facts`, { answers }, { ifMatch: etag });
  return { ...seen, stored: await currentFacts(h.store.read, id), id };
}

describe('an answer', () => {
  it('is kept as a version with who, in which role, when and on what it rests', async () => {
    const { status, stored } = await send('officer', [answer('offence.category', 'CYBER_ENABLED_FRAUD')]);
    expect(status).toBe(201);
    expect(stored).toMatchObject([
      {
        fact: 'offence.category',
        value: 'CYBER_ENABLED_FRAUD',
        known: true,
        by: 'officer',
        role: 'CASE_OFFICER',
        source: 'case file',
      },
    ]);
  });

  it('is superseded by a later one and never overwritten', async () => {
    const { id, etag } = await aCase(h);
    const url = `/v1/cases/${id}/facts`;
    const first = await h
      .as('officer')
      .post(url, { answers: [answer('persons.suspectKnown', false)] }, { ifMatch: etag });
    const ifMatch = first.headers['etag'] ?? '';
    await h.as('officer').post(url, { answers: [answer('persons.suspectKnown', true)] }, { ifMatch });
    const newest = await h.as('officer').get(url);
    const history = await h.as('officer').get(`${url}/history`);
    expect(list(newest.body, 'rows').map((row) => at(row, 'value'))).toEqual([true]);
    expect(list(history.body, 'rows').map((row) => at(row, 'value'))).toEqual([false, true]);
  });

  it('may be that one does not know', async () => {
    const { status, stored } = await send('officer', [
      { fact: 'persons.suspectKnown', known: false, source: 'asked the unit' },
    ]);
    expect(status).toBe(201);
    expect(stored).toMatchObject([{ known: false, value: null }]);
  });

  it('about an item is kept with the item', async () => {
    const { status, stored } = await send('officer', [answer('goal', 'IDENTIFY', { item: 'I1' })]);
    expect(status).toBe(201);
    expect(stored).toMatchObject([{ fact: 'goal', item: 'I1', value: 'IDENTIFY' }]);
  });
});

describe('an answer that is refused', () => {
  it.each([
    [
      'a fact that does not exist',
      'officer',
      answer('preservation.neded', true),
      'FACT_UNKNOWN',
      '/answers/1/fact',
    ],
    [
      'a value outside its domain',
      'officer',
      answer('offence.category', 'WITCHCRAFT'),
      'FACT_VALUE_INVALID',
      '/answers/1/value',
    ],
    [
      'a wrong type',
      'officer',
      answer('persons.suspectKnown', 'yes'),
      'FACT_VALUE_INVALID',
      '/answers/1/value',
    ],
    [
      'an impossible date',
      'officer',
      answer('proceedings.nextStatutoryDeadline', '2026-02-30'),
      'FACT_VALUE_INVALID',
      '/answers/1/value',
    ],
    [
      'a State that does not exist',
      'officer',
      answer('persons.suspectNationality', 'XQ'),
      'FACT_VALUE_INVALID',
      '/answers/1/value',
    ],
    [
      'a decision typed in as a fact',
      'prosecutor',
      answer('authorisation.obtained', 'COURT'),
      'FACT_IS_A_DECISION',
      '/answers/1/fact',
    ],
    [
      'a clearance typed in as a fact',
      'adviser',
      answer('clearance.rightsReview', true),
      'FACT_IS_A_DECISION',
      '/answers/1/fact',
    ],
    [
      'what another role answers',
      'officer',
      answer('rights.tortureRisk', 'NONE'),
      'FACT_NOT_YOURS_TO_SET',
      '/answers/1/fact',
    ],
    [
      'what comes out of a register',
      'officer',
      answer('requestingPartyTo', ['BUDAPEST']),
      'FACT_NOT_YOURS_TO_SET',
      '/answers/1/fact',
    ],
    [
      'what the system writes',
      'officer',
      answer('asOf', '2020-01-01'),
      'FACT_NOT_YOURS_TO_SET',
      '/answers/1/fact',
    ],
    ['what is computed', 'officer', answer('case.ended', false), 'FACT_IS_DERIVED', '/answers/1/fact'],
    [
      'a fact of an item without one',
      'officer',
      answer('goal', 'IDENTIFY'),
      'ITEM_UNKNOWN',
      '/answers/1/item',
    ],
    [
      'a fact of the case with an item',
      'officer',
      answer('persons.suspectKnown', true, { item: 'I1' }),
      'ITEM_UNKNOWN',
      '/answers/1/item',
    ],
    [
      'an item that the case has not',
      'officer',
      answer('goal', 'IDENTIFY', { item: 'I9' }),
      'ITEM_UNKNOWN',
      '/answers/1/item',
    ],
  ] as const)(
    'refuses %s with its place, and keeps nothing of the request',
    async (_what, by, wrong, code, pointer) => {
      const right =
        by === 'officer'
          ? answer('offence.organisedGroup', true)
          : by === 'prosecutor'
            ? answer('offence.timeBarred', false)
            : answer('offence.military', false);
      const seen = await send(by, [right, wrong]);
      expect(seen.code).toBe(code);
      expect(list(seen.body, 'errors').map((fault) => at(fault, 'pointer'))).toEqual([pointer]);
      expect(seen.stored).toEqual([]);
    },
  );

  it('refuses an answer without a source, and without a value it would be known by', async () => {
    const { code, body } = await send('officer', [{ fact: 'persons.suspectKnown', value: true }]);
    expect(code).toBe('BODY_INVALID');
    expect(at(list(body, 'errors')[0], 'pointer')).toBe('/answers/0/source');
    const silent = await send('officer', [{ fact: 'persons.suspectKnown', source: 'x' }]);
    expect(silent.code).toBe('FACT_VALUE_INVALID');
  });

  it('refuses two answers to one question in one request', async () => {
    const twice = [answer('persons.suspectKnown', true), answer('persons.suspectKnown', false)];
    const { code, stored } = await send('officer', twice);
    expect(code).toBe('BODY_INVALID');
    expect(stored).toEqual([]);
  });

  it('asks somebody with two roles to send apart what only one of them may set', async () => {
    const { id, etag } = await aCase(h, 'twoHats');
    const mixed = [answer('persons.suspectKnown', true), answer('rights.tortureRisk', 'NONE')];
    const seen = await h.as('twoHats').post(`/v1/cases/${id}/facts`, { answers: mixed }, { ifMatch: etag });
    expect(seen.code).toBe('FACT_NOT_YOURS_TO_SET');
  });
});

describe('a case that changed meanwhile', () => {
  it('needs If-Match', async () => {
    const { id } = await aCase(h);
    const body = { answers: [answer('persons.suspectKnown', true)] };
    expect(await h.as('officer').post(`/v1/cases/${id}/facts`, body)).toMatchObject({
      status: 428,
      code: 'IF_MATCH_MISSING',
    });
  });

  it.each(['"v7"', '*', 'W/"v1"', '"etag of something else"'])('refuses If-Match %s', async (ifMatch) => {
    const { id } = await aCase(h);
    const body = { answers: [answer('persons.suspectKnown', true)] };
    const seen = await h.as('officer').post(`/v1/cases/${id}/facts`, body, { ifMatch });
    expect(seen).toMatchObject({ status: 412, code: 'VERSION_STALE' });
    expect(await currentFacts(h.store.read, id)).toEqual([]);
  });

  it('lets only the first of two officers who read the same version through', async () => {
    const { id, etag } = await aCase(h);
    const add = (value: boolean) =>
      h
        .as('officer')
        .post(
          `/v1/cases/${id}/facts`,
          { answers: [answer('persons.suspectKnown', value)] },
          { ifMatch: etag },
        );
    const statuses = (await Promise.all([add(true), add(false)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 412]);
  });
});
