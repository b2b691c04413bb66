import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsPage } from '../../scripts/print-events.js';
import { allRows, at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const url = 'http://127.0.0.1:9999/events';
const reason = 'Our register follows the cases.';
const register = (name: 'supervisor' | 'outsideSupervisor' = 'supervisor') =>
  h.as(name).post('/v1/webhooks', { url, reason });

describe('a web-hook', () => {
  it('is registered by a supervisor for the own unit, and shows its secret this once', async () => {
    const made = await register();
    expect(made.status).toBe(201);
    expect(text(made.body, 'secret')).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const listed = await h.as('head').get('/v1/webhooks');
    const own = list(listed.body, 'rows').find((row) => at(row, 'id') === text(made.body, 'webhookId'));
    expect(own).toMatchObject({
      unitId: 'unit-cyber-kz',
      url,
      state: 'DELIVERING',
      registeredBy: 'supervisor',
    });
    expect(listed.text).not.toContain('whsec_');
  });

  it('answers a repeated request with the first answer, secret included, and registers nothing twice', async () => {
    const sent = { key: 'the-same-key-of-mine' };
    const first = await h.as('supervisor').post('/v1/webhooks', { url, reason }, sent);
    const again = await h.as('supervisor').post('/v1/webhooks', { url, reason }, sent);
    expect(again.body).toEqual(first.body);
  });

  it.each([
    ['ftp://127.0.0.1/', 'https://'],
    ['not an address', 'no URL'],
    ['http://somebody:secret@127.0.0.1/', 'a user name'],
    ['http://127.0.0.1/#here', 'a fragment'],
    ['http://10.0.0.1/', 'not open to web-hooks'],
    ['http://93.184.216.34/', 'not open to web-hooks'],
  ])('is not registered for %s', async (wrong, why) => {
    const refused = await h.as('supervisor').post('/v1/webhooks', { url: wrong, reason });
    expect(refused.code).toBe('WEBHOOK_ADDRESS_REFUSED');
    expect(text(refused.body, 'detail')).toContain(why);
  });

  it('of another unit does not exist: it is not listed, ended or replayed', async () => {
    const id = text((await register('outsideSupervisor')).body, 'webhookId');
    const listed = await h.as('supervisor').get('/v1/webhooks');
    expect(listed.text).not.toContain(id);
    const end = await h.as('supervisor').post(`/v1/webhooks/${id}/end`, { reason });
    const replay = await h.as('supervisor').post(`/v1/webhooks/${id}/replay`, { from: 1, reason });
    expect([end.code, replay.code]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('is ended once, for good', async () => {
    const id = text((await register()).body, 'webhookId');
    expect((await h.as('supervisor').post(`/v1/webhooks/${id}/end`, { reason })).status).toBe(201);
    expect((await h.as('supervisor').get('/v1/webhooks')).text).not.toContain(id);
    const again = await h.as('supervisor').post(`/v1/webhooks/${id}/end`, { reason });
    const replay = await h.as('supervisor').post(`/v1/webhooks/${id}/replay`, { from: 1, reason });
    expect([again.code, replay.code]).toEqual(['WEBHOOK_OVER', 'WEBHOOK_OVER']);
  });

  it('is set back to an event that was, not to one that is to come', async () => {
    const id = text((await register()).body, 'webhookId');
    expect((await h.as('supervisor').post(`/v1/webhooks/${id}/replay`, { from: 1, reason })).status).toBe(
      201,
    );
    const early = await h.as('supervisor').post(`/v1/webhooks/${id}/replay`, { from: 999_999, reason });
    expect(early.code).toBe('EVENT_NOT_YET');
  });

  it('leaves who registered, replayed and ended it in the record, with the reason and without the path', async () => {
    const tokens = { url: `${url}?token=of-the-receiver`, reason };
    const id = text((await h.as('supervisor').post('/v1/webhooks', tokens)).body, 'webhookId');
    await h.as('supervisor').post(`/v1/webhooks/${id}/replay`, { from: 1, reason });
    await h.as('head').post(`/v1/webhooks/${id}/end`, { reason });
    const entries = (await allRows(h.as('auditor'), '/v1/audit?limit=100')).filter(
      (row) => at(row, 'subject', 'id') === id,
    );
    expect(entries.map((row) => [at(row, 'verb'), at(row, 'actor', 'personId'), at(row, 'reason')])).toEqual([
      ['WEBHOOK_REGISTERED', 'supervisor', reason],
      ['WEBHOOK_REPLAYED', 'supervisor', reason],
      ['WEBHOOK_ENDED', 'head', reason],
    ]);
    expect(JSON.stringify(entries)).not.toContain('of-the-receiver');
  });
});

describe('the printed list of events', () => {
  it('is the list in force', async () => {
    const page = await readFile(new URL('../../docs/events.md', import.meta.url), 'utf8');
    expect(page).toBe(await eventsPage());
  });
});
