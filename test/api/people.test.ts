import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditOf } from '../../store/index.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import type { Name } from './people.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

/** Noon of a day in January 2027. */
const day = (number: number): string => `2027-01-${String(number).padStart(2, '0')}T12:00:00+05:00`;
const span = (from: number, until: number) => ({ fromAt: day(from), untilAt: day(until) });
/** The newest entry of the record under a verb, with what it says. */
async function newest(verb: string) {
  const entry = (await auditOf(h.store.read, { limit: 100_000 })).filter((one) => one.verb === verb).at(-1);
  return { ...entry, body: JSON.parse(entry?.body ?? 'null') as unknown };
}

function delegate(by: Name, body: { toPerson: Name; role: string; fromPerson?: Name; from: number }) {
  const { from, ...names } = body;
  return h.as(by).post('/v1/delegations', { ...names, ...span(from, from + 1), reason: 'A journey.' });
}

describe('the directory', () => {
  const idsSeenBy = async (name: Name, query = '') =>
    list((await h.as(name).get(`/v1/people?limit=100${query}`)).body, 'rows').map((row) => at(row, 'id'));

  it('shows an officer the people of the unit, and nobody of another one, however asked for', async () => {
    const own = await idsSeenBy('officer');
    expect(own).toContain('supervisor');
    expect(own).not.toContain('outsider');
    expect(await idsSeenBy('officer', '&unitId=unit-narcotics-kz')).toEqual([]);
    expect((await h.as('officer').get('/v1/people/outsider')).code).toBe('NOT_FOUND');
    expect((await h.as('officer').get('/v1/people/nobody')).code).toBe('NOT_FOUND');
  });

  it('shows supervisors and the administrator every unit', async () => {
    for (const name of ['supervisor', 'administrator'] as const)
      expect(await idsSeenBy(name, '&role=CASE_OFFICER')).toEqual(
        expect.arrayContaining(['officer', 'outsider']),
      );
  });

  it('goes on where a page ended', async () => {
    const first = await h.as('auditor').get('/v1/people?limit=3');
    const cursor = encodeURIComponent(text(first.body, 'next'));
    const second = await h.as('auditor').get(`/v1/people?limit=3&cursor=${cursor}`);
    const all = [...list(first.body, 'rows'), ...list(second.body, 'rows')].map((row) => at(row, 'id'));
    expect(new Set(all).size).toBe(6);
    expect(all).toEqual([...all].sort());
  });
});

describe('an absence', () => {
  it('is reported by the person, or by a supervisor of the unit, and by nobody else', async () => {
    const report = (by: Name) => h.as(by).post('/v1/people/officer/absences', span(1, 3));
    expect((await report('officerB')).code).toBe('ROLE_MAY_NOT');
    expect((await report('outsideSupervisor')).code).toBe('ROLE_MAY_NOT');
    expect((await report('administrator')).code).toBe('ROLE_MAY_NOT');
    expect((await report('officer')).status).toBe(201);
    const made = await report('supervisor');
    expect(made.body).toMatchObject({ personId: 'officer', fromAt: '2027-01-01T07:00:00.000Z' });
    expect(await newest('ABSENCE_RECORDED')).toMatchObject({ actor: { personId: 'supervisor' } });
  });

  it('is ended once, and shows no longer', async () => {
    const made = await h.as('prosecutor').post('/v1/people/prosecutor/absences', span(5, 6));
    const end = () => h.as('prosecutor').post(`/v1/absences/${text(made.body, 'id')}/end`);
    const shown = async () => list((await h.as('head').get('/v1/people/prosecutor')).body, 'absences');
    expect((await shown()).length).toBe(1);
    expect((await end()).status).toBe(201);
    expect(await shown()).toEqual([]);
    expect((await end()).code).toBe('ENDED_BEFORE');
  });

  it('does not end before it begins', async () => {
    const made = await h.as('officer').post('/v1/people/officer/absences', span(3, 3));
    expect(made).toMatchObject({ status: 422, code: 'ABSENCE_REFUSED' });
  });
});

describe('a delegation', () => {
  it('of one’s own role stands with both names in the record, for giver and taker to see', async () => {
    const made = await delegate('prosecutor', { toPerson: 'prosecutorB', role: 'PROSECUTOR', from: 1 });
    expect(made.body).toMatchObject({ fromPerson: 'prosecutor', toPerson: 'prosecutorB', cases: null });
    expect(await newest('DELEGATION_REGISTERED')).toMatchObject({
      actor: { personId: 'prosecutor' },
      body: { fromPerson: 'prosecutor', toPerson: 'prosecutorB' },
      reason: 'A journey.',
    });
    for (const name of ['prosecutor', 'prosecutorB'] as const)
      expect((await h.as(name).get('/v1/delegations')).text).toContain(text(made.body, 'id'));
  });

  it('does not go round in a loop', async () => {
    await delegate('supervisor', { toPerson: 'supervisorB', role: 'SUPERVISOR', from: 3 });
    const back = await delegate('supervisorB', { toPerson: 'supervisor', role: 'SUPERVISOR', from: 3 });
    expect(back).toMatchObject({ status: 422, code: 'DELEGATION_REFUSED' });
    expect(text(back.body, 'detail')).toContain('loop');
  });

  it('is of a role that its giver holds: what was delegated is not delegated further', async () => {
    await delegate('supervisor', { toPerson: 'officerB', role: 'SUPERVISOR', from: 5 });
    const further = await delegate('officerB', { toPerson: 'twoHats', role: 'SUPERVISOR', from: 5 });
    expect(further.code).toBe('DELEGATION_REFUSED');
  });

  it('is given by a supervisor for an officer who is ill, but not of a lawyer’s role', async () => {
    const forOfficer = {
      fromPerson: 'officer',
      toPerson: 'officerB',
      role: 'CASE_OFFICER',
      from: 7,
    } as const;
    expect((await delegate('supervisor', forOfficer)).status).toBe(201);
    expect((await delegate('outsideSupervisor', { ...forOfficer, from: 8 })).code).toBe('ROLE_MAY_NOT');
    const forLawyer = {
      fromPerson: 'prosecutor',
      toPerson: 'officerB',
      role: 'PROSECUTOR',
      from: 7,
    } as const;
    expect((await delegate('supervisor', forLawyer)).code).toBe('ROLE_MAY_NOT');
  });

  it('gives nobody power by his or her own hand', async () => {
    const toOneself = {
      fromPerson: 'supervisorB',
      toPerson: 'supervisor',
      role: 'SUPERVISOR',
      from: 9,
    } as const;
    const made = await delegate('supervisor', toOneself);
    expect(made.code).toBe('DELEGATION_REFUSED');
    expect(text(made.body, 'detail')).toContain('nobody names himself or herself');
  });

  it('of who watches or administers is refused, and nothing goes to a machine or to nobody', async () => {
    for (const [by, role] of [
      ['overseer', 'OVERSEER'],
      ['administrator', 'ADMINISTRATOR'],
    ] as const)
      expect((await delegate(by, { toPerson: 'officer', role, from: 11 })).code).toBe('ROLE_MAY_NOT');
    const machine = {
      toPerson: 'machine:portal',
      role: 'CASE_OFFICER',
      ...span(11, 12),
      reason: 'A journey.',
    };
    expect((await h.as('officer').post('/v1/delegations', machine)).code).toBe('DELEGATION_REFUSED');
  });

  it('is ended by its taker, and by nobody of another unit', async () => {
    const made = await delegate('adviser', { toPerson: 'adviserB', role: 'LEGAL_ADVISOR', from: 13 });
    const end = (by: Name) => h.as(by).post(`/v1/delegations/${text(made.body, 'id')}/end`);
    expect((await end('outsideSupervisor')).code).toBe('ROLE_MAY_NOT');
    expect((await end('officer')).code).toBe('ROLE_MAY_NOT');
    expect((await end('adviserB')).status).toBe(201);
    expect((await end('adviser')).code).toBe('ENDED_BEFORE');
  });
});

describe('the rota', () => {
  const night = { role: 'DUTY_SUPERVISOR', zone: 'Asia/Almaty', ...span(20, 21) };
  const roster = (by: Name, body: object) => h.as(by).post('/v1/units/unit-cyber-kz/rota', body);

  it('is set by a supervisor of the unit, and says who signs at an instant', async () => {
    expect((await roster('officer', { ...night, personId: 'dutySupervisor' })).code).toBe('ROLE_MAY_NOT');
    expect((await roster('outsideSupervisor', { ...night, personId: 'dutySupervisor' })).code).toBe(
      'ROLE_MAY_NOT',
    );
    const made = await roster('supervisor', { ...night, personId: 'dutySupervisor' });
    expect(made.status).toBe(201);
    const duty = async () =>
      (await h.as('officer').get('/v1/units/unit-cyber-kz/duty?role=DUTY_SUPERVISOR&at=2027-01-20T20:00:00Z'))
        .body;
    expect(at(await duty(), 'rows', 0)).toMatchObject({ personId: 'dutySupervisor', why: 'ON_DUTY' });
    await h.as('supervisorB').post(`/v1/rota/${text(made.body, 'id')}/end`);
    expect(at(await duty(), 'rows', 0)).toMatchObject({ why: 'HOLDS_THE_ROLE' });
    const shown = await h.as('officer').get('/v1/units/unit-cyber-kz/rota?fromAt=2027-01-19T00:00:00Z');
    expect(list(shown.body, 'rows')).toEqual([]);
  });

  it('takes nobody who does not hold the role, and no zone that there is not', async () => {
    expect((await roster('supervisor', { ...night, personId: 'officer' })).code).toBe('ROTA_REFUSED');
    const nowhere = await roster('supervisor', { ...night, personId: 'dutySupervisor', zone: 'Mars/Base' });
    expect(nowhere).toMatchObject({ status: 422, code: 'BODY_INVALID' });
    expect(at(nowhere.body, 'errors', 0, 'pointer')).toBe('/zone');
  });

  it('of a unit that is not one’s own is not seen', async () => {
    expect((await h.as('officer').get('/v1/units/unit-narcotics-kz/rota')).code).toBe('NOT_FOUND');
    expect((await h.as('head').get('/v1/units/unit-narcotics-kz/rota')).status).toBe(200);
  });
});
