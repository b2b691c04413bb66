import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClockTerm } from '../../contracts/plan.js';
import { leave, startClock, systemAct } from '../../store/index.js';
import { startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aRoute } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness({ publicUrl: 'https://r.example' });
  const { routeId } = await aRoute(h);
  const term: ClockTerm = {
    id: 'preservation',
    title: 'Preservation at Provider X',
    starts: 'PRESERVED',
    length: { amount: 60, unit: 'day' },
    nature: 'law',
    reference: 'Budapest 29(7)',
    ladder: [],
  };
  const startedAt = '2026-11-20T09:00:00.000Z';
  const clock = { routeId, event: 'PRESERVED' as const, startedAt, derivation: null, rungs: [] };
  await h.store.transaction(async (tx) => {
    const act = systemAct('clocks', startedAt);
    await startClock(tx, act, { ...clock, term, endsAt: '2027-01-19T09:00:00.000Z', provisional: false });
    const office: ClockTerm = { ...term, id: 'answer', nature: 'office' };
    await startClock(tx, act, {
      ...clock,
      term: office,
      endsAt: '2027-01-02T09:00:00.000Z',
      provisional: true,
    });
  });
});
afterAll(() => h.stop());

const feedOf = async (name: 'officer' | 'outsider' | 'supervisor'): Promise<string> =>
  text((await h.as(name).post('/v1/calendar')).body, 'url').replace('https://r.example', '');

describe('the calendar of a person', () => {
  it('holds the deadlines of his or her cases, legal and office periods told apart, estimates as tentative', async () => {
    const { status, headers, text: calendar } = await h.stranger.get(await feedOf('officer'));
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/calendar');
    const events = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
    const legal = events.find((event) => event.includes('DTSTART:20270119T090000Z'));
    expect(legal).toContain('DESCRIPTION:legal period');
    expect(legal).toContain('STATUS:CONFIRMED');
    const office = events.find((event) => event.includes('DTSTART:20270102T090000Z'));
    expect(office).toContain('DESCRIPTION:office period');
    expect(office).toContain('STATUS:TENTATIVE');
    expect(office).toMatch(/SUMMARY:\[TRAINING\] Rogatory: deadline\\, case \S+ \(provisional\)/);
  });

  it('names no addressee, no title of a period and no person', async () => {
    const { text: calendar } = await h.stranger.get(await feedOf('officer'));
    for (const word of ['Provider', 'provider', 'Preservation', 'officer', 'PROV_PRES'])
      expect(calendar).not.toContain(word);
  });

  it('gives the same UID at every reading, so that a calendar shows no event twice', async () => {
    const url = await feedOf('officer');
    const uids = async () => [...(await h.stranger.get(url)).text.matchAll(/^UID:.*$/gm)].map(String);
    const first = await uids();
    expect(first.length).toBeGreaterThan(1);
    expect(new Set(first).size).toBe(first.length);
    expect(await uids()).toEqual(first);
  });

  it('shows another person nothing of cases he or she does not see', async () => {
    expect((await h.stranger.get(await feedOf('outsider'))).text).not.toContain('VEVENT');
  });

  it('ends with the next address, when it is taken away, and when the person leaves', async () => {
    const first = await feedOf('supervisor');
    const second = await feedOf('supervisor');
    expect((await h.stranger.get(first)).status).toBe(404);
    expect((await h.stranger.get(second)).status).toBe(200);
    expect((await h.as('supervisor').post('/v1/calendar/end')).status).toBe(201);
    expect((await h.stranger.get(second)).status).toBe(404);
    const third = await feedOf('supervisor');
    const actor = { kind: 'person' as const, personId: 'administrator', role: 'ADMINISTRATOR' as const };
    const act = { actor, at: h.clock.now.toISOString(), reason: 'Retired.' };
    await h.store.transaction((tx) => leave(tx, act, { personId: 'supervisor' }));
    expect((await h.stranger.get(third)).status).toBe(404);
  });

  it('is kept under no address that anybody could read in the store', async () => {
    const url = await feedOf('officer');
    const rows = await h.store.read.db.selectFrom('calendarFeeds').selectAll().execute();
    const keys = await h.store.read.db.selectFrom('idempotencyKeys').select('response').execute();
    const token = /calendar\/(.+)\.ics$/.exec(url)?.[1] ?? 'none';
    expect(JSON.stringify([rows, keys])).not.toContain(token);
  });
});
