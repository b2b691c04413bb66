import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../contracts/codes.js';
import { climbNotices, recordReminder, settleMail, systemAct, takeMails } from '../../store/index.js';
import { allRows, at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aRoute } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const instant = (minutes = 0): string => new Date(h.clock.now.getTime() + minutes * 60_000).toISOString();
const urgency = 'ROUTINE' as const;
const climb = { to: ['HEAD_OF_OFFICE' as const], everyMinutes: 10 };

let keys = 0;
async function told(tell: Role): Promise<string> {
  const { routeId, caseId } = await aRoute(h);
  const rung = { after: { amount: 1, unit: 'day' as const }, tell, what: 'call' as const };
  keys += 1;
  const reminder = {
    routeId,
    caseId,
    key: `k${keys}`,
    rung,
    says: 'Signature',
    dueAt: instant(60),
    climb,
    urgency,
  };
  await h.store.transaction((tx) => recordReminder(tx, systemAct('route', instant()), reminder));
  return routeId;
}
const openOf = async (name: 'supervisor' | 'head' | 'adviser') => (await h.as(name).get('/v1/notices')).body;

describe('what one was told', () => {
  it('is listed with case reference, kind and times, and with nothing of the case', async () => {
    const routeId = await told('SUPERVISOR');
    const [notice] = list(await openOf('supervisor'), 'rows');
    expect(notice).toMatchObject({ what: 'call', routeId, role: 'SUPERVISOR', climbsAt: instant(10) });
    expect(Object.keys(notice ?? {})).not.toContain('says');
    expect(list(await openOf('adviser'), 'rows')).toEqual([]);
  });

  it('is taken note of by one of those who were told, and climbs no further', async () => {
    await told('SUPERVISOR');
    const id = text(list(await openOf('supervisor'), 'rows')[0], 'id');
    const acknowledge = (name: 'supervisor' | 'supervisorB' | 'adviser') =>
      h.as(name).post(`/v1/notices/${id}/acknowledgement`);
    expect((await acknowledge('adviser')).code).toBe('NOT_FOUND');
    expect((await acknowledge('supervisorB')).status).toBe(201);
    expect((await acknowledge('supervisor')).code).toBe('ROUTE_STATE');
    await h.store.transaction((tx) => climbNotices(tx, systemAct('notices', instant(20)), 100));
    const climbed = await allRows(h.as('head'), '/v1/notices');
    expect(climbed.map((row) => at(row, 'id'))).not.toContain(id);
  });
});

describe('how one is written to', () => {
  const mailbox = { address: 'a@office.example', language: 'ru', zone: 'Asia/Almaty', digest: true };

  it('is what one said last, and nowhere before', async () => {
    expect((await h.as('channel').get('/v1/people/me/mailbox')).body).toMatchObject({ address: null });
    expect((await h.as('channel').post('/v1/people/me/mailbox', mailbox)).status).toBe(201);
    expect((await h.as('channel').get('/v1/people/me/mailbox')).body).toEqual(mailbox);
  });

  it.each([
    [{ zone: 'Almaty' }, '/zone'],
    [{ address: 'nobody' }, '/address'],
    [{ language: 'kk' }, '/language'],
    [{ adress: 'a@office.example' }, '/adress'],
  ])('refuses %j and names the place', async (wrong, place) => {
    const { status, text: said } = await h
      .as('channel')
      .post('/v1/people/me/mailbox', { ...mailbox, ...wrong });
    expect(status).toBe(422);
    expect(said).toContain(place.slice(1));
  });
});

describe('a mail that did not leave', () => {
  it('is shown to the supervisors of the unit and the administrator, with why, and without what it says', async () => {
    await told('PROSECUTOR');
    await h.store.transaction(async (tx) => {
      const mails = await takeMails(tx, { at: instant(1), leaseSeconds: 60, limit: 100 });
      for (const { id, attempts } of mails)
        await settleMail(tx, { id, attempts, fault: 'ECONNECTION', at: instant(1) });
    });
    const rows = await allRows(h.as('supervisor'), '/v1/mails/unsent');
    const [mail] = rows.filter((row) => at(row, 'personId') === 'prosecutor');
    expect(mail).toMatchObject({ fault: 'ECONNECTION', attempts: 1 });
    expect(Object.keys(mail ?? {}).sort()).toEqual(
      ['attempts', 'createdAt', 'fault', 'id', 'personId', 'tryAt'].sort(),
    );
    expect(await allRows(h.as('outsideSupervisor'), '/v1/mails/unsent')).toEqual([]);
    expect((await allRows(h.as('administrator'), '/v1/mails/unsent')).length).toBe(rows.length);
    expect((await h.as('officer').get('/v1/mails/unsent')).status).toBe(403);
    expect(at((await h.stranger.get('/health')).body, 'mail', 'waiting')).toBeGreaterThan(0);
  });
});
