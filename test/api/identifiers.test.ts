import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentFacts } from '../../store/index.js';
import { aDescribedCase, say } from './described-case.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aCase } from './running-route.js';
import type { Name } from './people.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const phone = { type: 'PHONE', value: '+77010000102', typed: true };

async function aCaseWith(identifiers: readonly object[]) {
  const { id, etag } = await aCase(h);
  const answers = [{ fact: 'identifiers', item: 'I1', value: identifiers, source: 'sheet 12, typed' }];
  const seen = await h.as('officer').post(`/v1/cases/${id}/facts`, { answers }, { ifMatch: etag });
  return { id, seen, ifMatch: seen.headers['etag'] ?? '', url: `/v1/cases/${id}/items/I1/identifiers` };
}

async function aTypedCase() {
  const made = await aCaseWith([phone]);
  expect(made.seen.status).toBe(201);
  await h
    .as('officer')
    .post(`/v1/cases/${made.id}/members`, { personId: 'officerB' }, { ifMatch: made.ifMatch });
  const { headers, body } = await h.as('officer').get(made.url);
  return { ...made, ifMatch: headers['etag'] ?? made.ifMatch, digest: text(body, 'digest') };
}

const confirm = (by: Name, { url, ifMatch }: { url: string; ifMatch: string }, body: object) =>
  h.as(by).post(`${url}/confirm`, body, { ifMatch });

describe('an identifier that does not fit its type', () => {
  it.each([
    ['a phone number with spaces', { type: 'PHONE', value: '+7 701' }, '/value', 'E.164'],
    [
      'an address that carries its port',
      { type: 'IP', value: '203.0.113.7:443' },
      '/value',
      '203.0.113.7 as value, 443 as port',
    ],
    [
      'a wallet that is mistyped',
      { type: 'WALLET', chain: 'BITCOIN', value: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivNfa' },
      '/value',
      'check digits',
    ],
    [
      'a time that the clock showed twice',
      { type: 'IP', value: '203.0.113.7', timestamp: '2024-02-29T23:30:00', timezone: 'Asia/Almaty' },
      '/timestamp',
      'showed this time twice',
    ],
    ['a hidden character', { type: 'DOMAIN', value: 'exam\u200bple.org' }, '/value', '[U+200B]'],
  ])('is refused with its place and what is allowed: %s', async (_what, one, place, says) => {
    const { seen, id } = await aCaseWith([{ type: 'ACCOUNT_ID', value: '178414000000001' }, one]);
    expect(seen).toMatchObject({ status: 422, code: 'FACT_VALUE_INVALID' });
    const [fault, ...more] = list(seen.body, 'errors');
    expect(more).toEqual([]);
    expect(at(fault, 'pointer')).toBe(`/answers/0/value/1${place}`);
    expect(at(fault, 'detail')).toContain(says);
    expect(await currentFacts(h.store.read, id)).toEqual([]);
  });
});

describe('the identifiers of an item', () => {
  it('are shown as a careful reader has to see them, and stay as they were received', async () => {
    const name = { type: 'USERNAME', value: 'p\u0430ypal\u202e' };
    const address = {
      type: 'IP',
      value: '203.0.113.7',
      port: 1,
      timestamp: '2026-05-02 10:15:02',
      timezone: 'Asia/Almaty',
    };
    const { url } = await aCaseWith([name, address]);
    const { status, body } = await h.as('officer').get(url);
    expect(status).toBe(200);
    expect(at(body, 'identifiers', 0)).toMatchObject({ identifier: name, shown: 'p[U+0430]ypal[U+202E]' });
    expect(at(body, 'identifiers', 1)).toMatchObject({
      time: {
        received: '2026-05-02 10:15:02',
        utc: '2026-05-02T05:15:02Z',
        local: '2026-05-02T10:15:02+05:00',
      },
    });
    expect(at(body, 'secondReading')).toBe('NOT_NEEDED');
  });

  it('are not there for who may not see the case, nor before somebody has named them', async () => {
    const { url } = await aCaseWith([phone]);
    expect((await h.as('outsider').get(url)).status).toBe(404);
    expect((await h.as('officer').get(url.replace('I1', 'I9'))).status).toBe(404);
  });
});

describe('a typed identifier', () => {
  it('is read by a second person, who names what was read', async () => {
    const made = await aTypedCase();
    const seen = await confirm('officerB', made, { readDigest: made.digest });
    expect(seen.status).toBe(201);
    expect(at(seen.body, 'version')).toMatchObject({
      by: 'officerB',
      source: 'second reading: read by a second person',
    });
    expect(at((await h.as('officer').get(made.url)).body, 'secondReading')).toBe('DONE');
  });

  it('is not read a second time by who typed it, unless it is typed again', async () => {
    const made = await aTypedCase();
    expect(await confirm('officer', made, { readDigest: made.digest })).toMatchObject({
      status: 403,
      code: 'IDENTIFIER_READING_SELF',
    });
    const again = await confirm('officer', made, { identifiers: [{ type: 'PHONE', value: phone.value }] });
    expect(again.status).toBe(201);
  });

  it('typed again with two digits swapped is refused with the place, and nothing is confirmed', async () => {
    const made = await aTypedCase();
    const seen = await confirm('officer', made, { identifiers: [{ type: 'PHONE', value: '+77010001002' }] });
    expect(seen).toMatchObject({ status: 422, code: 'IDENTIFIER_READING_DIFFERS' });
    expect(list(seen.body, 'errors').map((fault) => at(fault, 'pointer'))).toEqual(['/identifiers/0/value']);
    expect(seen.text).not.toContain(phone.value);
    expect(at((await h.as('officer').get(made.url)).body, 'secondReading')).toBe('AWAITED');
  });

  it('waits again when it is changed after its second reading', async () => {
    const made = await aTypedCase();
    const done = await confirm('officerB', made, { readDigest: made.digest });
    const value = [{ ...phone, value: '+77010000103' }];
    const answers = [{ fact: 'identifiers', item: 'I1', value, source: 'sheet 12, corrected' }];
    const ifMatch = done.headers['etag'] ?? '';
    expect((await h.as('officer').post(`/v1/cases/${made.id}/facts`, { answers }, { ifMatch })).status).toBe(
      201,
    );
    const now = await h.as('officer').get(made.url);
    expect(at(now.body, 'secondReading')).toBe('AWAITED');
    const late = await confirm(
      'officerB',
      { url: made.url, ifMatch: now.headers['etag'] ?? '' },
      { readDigest: made.digest },
    );
    expect(late).toMatchObject({ status: 422, code: 'IDENTIFIER_READING_DIFFERS' });
  });

  it('is confirmed by no answer to the question itself', async () => {
    const made = await aTypedCase();
    const answers = [{ fact: 'identifiers.secondReading', item: 'I1', value: made.digest, source: 'me' }];
    const seen = await h
      .as('officer')
      .post(`/v1/cases/${made.id}/facts`, { answers }, { ifMatch: made.ifMatch });
    expect(seen).toMatchObject({ status: 403, code: 'FACT_NOT_YOURS_TO_SET' });
  });
});

describe('a determination over a typed identifier', () => {
  const account = [{ type: 'ACCOUNT_ID', value: '178414000000001', typed: true }];
  const code = 'IDENTIFIER_SECOND_READING';

  async function determined(caseId: string) {
    const seen = await h.as('officer').post(`/v1/cases/${caseId}/determinations`, { dryRun: true });
    expect(seen.status).toBe(200);
    const lots = list(seen.body, 'determination', 'lots').map((lot) => ({
      family: text(lot, 'family'),
      heldBy: list(lot, 'dispatchBlockers').map((blocker) => text(blocker, 'code')),
    }));
    return {
      lots,
      asks: list(seen.body, 'determination', 'asks').map((ask) => text(ask, 'code')),
      plan: at(seen.body, 'determination', 'plan'),
    };
  }

  it('asks for the second reading and holds every route to the custodian until it is done', async () => {
    const caseId = await aDescribedCase(h);
    const before = await determined(caseId);
    expect(before.asks).not.toContain(code);

    const answer = { fact: 'identifiers', item: 'I1', value: account, source: 'sheet 12, typed' };
    expect((await say(h, caseId, 'officer', [answer])).status).toBe(201);
    const waiting = await determined(caseId);
    expect(waiting.asks).toContain(code);
    expect(waiting.plan).toEqual(before.plan);
    const asked = waiting.lots.filter(({ family }) =>
      ['PROV_PRES', 'PROV_DISC', 'P2P', 'MLA'].includes(family),
    );
    expect(asked.length).toBeGreaterThan(0);
    for (const { heldBy } of asked) expect(heldBy).toContain(code);

    const url = `/v1/cases/${caseId}/items/I1/identifiers`;
    const { headers, body } = await h.as('officer').get(url);
    const readDigest = text(body, 'digest');
    const done = await confirm('supervisor', { url, ifMatch: headers['etag'] ?? '' }, { readDigest });
    expect(done.status).toBe(201);
    const after = await determined(caseId);
    expect(after.asks).not.toContain(code);
    expect(after.lots).toEqual(before.lots);
  });
});
