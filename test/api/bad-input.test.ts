import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aCase } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const open = { reference: 'T-1', requestingState: 'KZ' };
const pointers = (body: unknown): unknown[] => list(body, 'errors').map((fault) => at(fault, 'pointer'));
const casesCount = async (): Promise<number> =>
  list((await h.as('auditor').get('/v1/cases?limit=100')).body, 'rows').length;

describe('a body that cannot be read', () => {
  it('names line and column where JSON stops, without repeating the body', async () => {
    const answer = await h.as('officer').post('/v1/cases', '{\n  "reference": secret-name }');
    expect(answer).toMatchObject({ status: 400, code: 'BODY_NOT_JSON' });
    expect(at(answer.body, 'detail')).toContain('line 2, column 16');
    expect(answer.text).not.toContain('secret-name');
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it.each([
    ['{"reference":"a",}', 'line 1, column 18'],
    ['{"reference":"a"', 'its end, which came too early'],
    ['{"reference":"a', 'its end, which came too early'],
    ['[1,]', 'an unexpected ]'],
    ['hello', 'line 1, column 1'],
    ['', 'an empty body'],
  ])('of %j says that the parser stopped at %s', async (body, place) => {
    const answer = await h.as('officer').post('/v1/cases', body);
    expect(answer.code).toBe('BODY_NOT_JSON');
    expect(at(answer.body, 'detail')).toContain(`stopped at ${place}.`);
  });

  it('finds the place of a fault behind a megabyte of text', async () => {
    const answer = await h
      .as('officer')
      .post('/v1/cases', `{"title":"${'x'.repeat(900_000)}","reference":nothing}`);
    expect(at(answer.body, 'detail')).toContain('line 1, column 900025');
  });

  it('refuses bytes that are not UTF-8', async () => {
    const payload = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
    const headers = {
      authorization: 'Bearer training-token-of-officer',
      'content-type': 'application/json',
      'idempotency-key': 'utf8-or-not',
    };
    const answer = await h.app.inject({ method: 'POST', url: '/v1/cases', headers, payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'BODY_NOT_JSON' });
  });

  it('answers a megabyte of nesting clearly and stays up', async () => {
    const half = 500_000;
    const answer = await h.as('officer').post('/v1/cases', '['.repeat(half) + ']'.repeat(half));
    expect(answer).toMatchObject({ status: 422, code: 'BODY_TOO_DEEP' });
    expect((await h.as('officer').get('/v1/people/me')).status).toBe(200);
  });

  it('answers a megabyte of nested objects in a field that takes any value', async () => {
    const { id, etag } = await aCase(h);
    const deep = '{"a":'.repeat(150_000) + '1' + '}'.repeat(150_000);
    const body = `{"answers":[{"fact":"offence.summary","source":"file","value":${deep}}]}`;
    const answer = await h.as('officer').post(`/v1/cases/${id}/facts`, body, { ifMatch: etag });
    expect(answer).toMatchObject({ status: 422, code: 'BODY_TOO_DEEP' });
  });

  it('refuses more than the limit with the limit named', async () => {
    const answer = await h
      .as('officer')
      .post('/v1/cases', JSON.stringify({ ...open, title: 'x'.repeat(1024 * 1024) }));
    expect(answer).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
    expect(at(answer.body, 'detail')).toContain('1048576 bytes');
  });

  it('refuses another media type and says which it reads', async () => {
    const answer = await h
      .as('officer')
      .post('/v1/cases', 'a=b', { headers: { 'content-type': 'text/plain' } });
    expect(answer).toMatchObject({ status: 415, code: 'MEDIA_TYPE_UNSUPPORTED' });
    expect(at(answer.body, 'detail')).toContain('application/json');
  });

  it('refuses keys that would change the prototype', async () => {
    const answer = await h
      .as('officer')
      .post('/v1/cases', '{"__proto__":{"admin":true},"reference":"a","requestingState":"KZ"}');
    expect(answer).toMatchObject({ status: 422, code: 'BODY_INVALID' });
    expect(pointers(answer.body)).toEqual(['/__proto__']);
  });

  it.each(['constructor', 'prototype'])('refuses the key %s however deep it stands', async (key) => {
    const { id, etag } = await aCase(h);
    const body = `{"answers":[{"fact":"offence.summary","source":"file","value":{"a":[{"${key}":1}]}}]}`;
    const answer = await h.as('officer').post(`/v1/cases/${id}/facts`, body, { ifMatch: etag });
    expect(pointers(answer.body)).toEqual([`/answers/0/value/a/0/${key}`]);
  });

  it('refuses more values than any case has, however small they are', async () => {
    const answer = await h.as('officer').post('/v1/cases', `[${'1,'.repeat(60_000)}1]`);
    expect(answer).toMatchObject({ status: 422, code: 'BODY_TOO_MANY_VALUES' });
  });

  it('refuses text that no store can keep, at its place', async () => {
    const nul = await h.as('officer').post('/v1/cases', '{"reference":"a\\u0000b","requestingState":"KZ"}');
    expect(nul).toMatchObject({ status: 422, code: 'BODY_INVALID' });
    expect(pointers(nul.body)).toEqual(['/reference']);
    const half = await h.as('officer').post('/v1/cases', '{"reference":"a\\ud800","requestingState":"KZ"}');
    expect(pointers(half.body)).toEqual(['/reference']);
  });
});

describe('a body that does not fit', () => {
  it('names every fault at once by JSON pointer', async () => {
    const before = await casesCount();
    const body = {
      reference: '',
      requestingState: 'Kazakhstan',
      items: [{ id: 'I1', 'a/b~c': 1 }],
      colour: 'red',
    };
    const answer = await h.as('officer').post('/v1/cases', body);
    expect(answer).toMatchObject({ status: 422, code: 'BODY_INVALID' });
    expect(pointers(answer.body)).toEqual(
      expect.arrayContaining(['/reference', '/requestingState', '/items/0/a~1b~0c', '/colour']),
    );
    expect(await casesCount()).toBe(before);
  });

  it('refuses an impossible date', async () => {
    const { id } = await aCase(h);
    const body = {
      kind: 'AUTHORISATION',
      value: 'PROSECUTOR',
      document: { ref: 'order 1' },
      decidedOn: '2026-02-30',
      reason: 'granted',
    };
    const answer = await h.as('prosecutor').post(`/v1/cases/${id}/decisions`, body);
    expect(answer).toMatchObject({ status: 422, code: 'BODY_INVALID' });
    expect(pointers(answer.body)).toEqual(['/decidedOn']);
  });

  it('refuses a State that does not exist', async () => {
    const answer = await h.as('officer').post('/v1/cases', { ...open, requestingState: 'XQ' });
    expect(answer).toMatchObject({ status: 422, code: 'BODY_INVALID' });
    expect(pointers(answer.body)).toEqual(['/requestingState']);
  });

  it('refuses the same item twice, and an id that is no id', async () => {
    const twice = await h.as('officer').post('/v1/cases', { ...open, items: [{ id: 'I1' }, { id: 'I1' }] });
    expect(pointers(twice.body)).toEqual(['/items/1/id']);
    const path = await h.as('officer').post('/v1/cases', { ...open, items: [{ id: '../../etc' }] });
    expect(pointers(path.body)).toEqual(['/items/0/id']);
  });

  it('refuses more than 200 items and names the limit', async () => {
    const items = Array.from({ length: 201 }, (_, index) => ({ id: `I${index}` }));
    const answer = await h.as('officer').post('/v1/cases', { ...open, items });
    expect(answer).toMatchObject({ status: 422, code: 'CASE_TOO_LARGE' });
    expect(at(answer.body, 'detail')).toContain('200');
  });

  it('refuses 10,000 items by the same answer', async () => {
    const items = Array.from({ length: 10_000 }, (_, index) => ({ id: `I${index}` }));
    expect((await h.as('officer').post('/v1/cases', { ...open, items })).code).toBe('CASE_TOO_LARGE');
  });
});

describe('an address that does not fit', () => {
  it('says of an unknown address that it is unknown', async () => {
    expect(await h.as('officer').get('/v1/nothing')).toMatchObject({ status: 404, code: 'ROUTE_NOT_FOUND' });
  });

  it('says which methods an address takes', async () => {
    const answer = await h.app.inject({
      method: 'DELETE',
      url: '/v1/cases/abc',
      headers: { authorization: 'Bearer training-token-of-officer' },
    });
    expect(answer.statusCode).toBe(405);
    expect(answer.json()).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
    expect(answer.headers['allow']).toBe('GET, HEAD');
  });

  it('answers a method that no address takes like any other', async () => {
    const address = await h.app.listen({ host: '127.0.0.1', port: 0 });
    const answer = await fetch(`${address}/v1/cases/abc`, { method: 'QUERY' });
    expect(answer.status).toBe(405);
    expect(await answer.json()).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
  });

  it('says of a broken percent sign that there is no such address', async () => {
    expect(await h.as('officer').get('/v1/cases/%zz')).toMatchObject({
      status: 404,
      code: 'ROUTE_NOT_FOUND',
    });
  });

  it('says of an id of any length or shape that there is no such thing', async () => {
    expect(await h.as('officer').get(`/v1/cases/${'a'.repeat(90)}`)).toMatchObject({ status: 422 });
    expect(await h.as('officer').get(`/v1/cases/${'a'.repeat(5000)}`)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await h.as('officer').get("/v1/cases/1'%20or%201=1")).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
  });

  it('names as what an address takes only what is served there, not what a neighbour with a name in it takes', async () => {
    const answer = await h.app.inject({ method: 'OPTIONS', url: '/v1/calendar/end' });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers['allow']).toBe('POST');
  });

  it.each(['2026-11-23T09:00:00%2B18:17', '0000-01-01T00:00:00Z', '2026-11-23T09:00:00-13:00'])(
    'refuses %s as an instant: no clock shows it',
    async (from) => {
      const answer = await h.as('auditor').get(`/v1/audit?from=${from}`);
      expect(answer).toMatchObject({ status: 422, code: 'PARAMETER_INVALID' });
      expect(pointers(answer.body)).toEqual(['/from']);
    },
  );

  it('refuses a parameter that no store can look for', async () => {
    expect(await h.as('auditor').get('/v1/audit?person=%00')).toMatchObject({ status: 422 });
  });

  it('refuses a parameter that is none, and a limit beyond a hundred', async () => {
    const answer = await h.as('officer').get('/v1/cases?limit=1000&colour=red');
    expect(answer).toMatchObject({ status: 422, code: 'PARAMETER_INVALID' });
    expect(pointers(answer.body)).toEqual(expect.arrayContaining(['/limit', '/colour']));
  });

  it.each(['', 'nonsense', Buffer.from('["cases"]').toString('base64url')])(
    'refuses %j as a cursor',
    async (cursor) => {
      expect(await h.as('officer').get(`/v1/cases?cursor=${cursor}`)).toMatchObject({
        status: 422,
        code: 'CURSOR_INVALID',
      });
    },
  );
});

describe('what goes wrong on our side', () => {
  it('is answered with a number that is in the log, and nothing else', async () => {
    const broken = await startHarness({
      clock: () => {
        throw new Error('the clock says: password=hunter2');
      },
    });
    const answer = await broken.as('officer').get('/v1/people/me');
    await broken.stop();
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(answer.text).not.toContain('hunter2');
    const number = /[0-9a-f-]{36}/.exec(text(answer.body, 'detail'))?.[0] ?? 'none';
    expect(broken.logged.find((line) => line.includes(number))).toContain('hunter2');
  });
});
