import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditOf, leave, personById, personOfIdentity } from '../../store/index.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import type { Name } from './people.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const reason = 'Order of the day.';
const person = (id: string) => personById(h.store.read, id);
const propose = (by: Name, body: object) => h.as(by).post('/v1/people-changes', { reason, ...body });
const settle = (by: Name, word: 'confirm' | 'refuse', changeId: string) =>
  h.as(by).post(`/v1/people-changes/${changeId}/${word}`, { reason });
const proposed = async (body: object) => text((await propose('administrator', body)).body, 'changeId');
const newcomer = { unitId: 'unit-cyber-kz', label: 'New here', roles: ['CASE_OFFICER'] };

describe('a new person', () => {
  it('is nobody until another person confirms, and somebody from then on', async () => {
    const identity = { issuer: 'https://login.example', subject: 'n-1' };
    const changeId = await proposed({ personId: 'newcomer', ...newcomer, identity });
    expect(await person('newcomer')).toBeNull();
    expect((await settle('head', 'confirm', changeId)).body).toMatchObject({ state: 'CONFIRMED' });
    expect(await person('newcomer')).toMatchObject({ ...newcomer, active: true });
    expect(await personOfIdentity(h.store.read, identity)).toMatchObject({ id: 'newcomer' });
    const entry = (await auditOf(h.store.read, { limit: 100_000 }))
      .filter(({ verb }) => verb === 'PERSON_CHANGE_SETTLED')
      .at(-1);
    expect(entry).toMatchObject({ actor: { personId: 'head' }, reason });
    expect(JSON.parse(entry?.body ?? '')).toMatchObject({ proposedBy: 'administrator', before: null });
    expect(entry?.body).not.toContain('New here');
  });

  it('needs unit, label and roles, a unit that there is, and a name that is no machine’s', async () => {
    for (const [body, code] of [
      [{ personId: 'half', roles: ['CASE_OFFICER'] }, 'PERSON_CHANGE_REFUSED'],
      [{ personId: 'lost', ...newcomer, unitId: 'no-unit' }, 'PERSON_CHANGE_REFUSED'],
      [{ personId: 'machine:portal', ...newcomer }, 'BODY_INVALID'],
      [{ personId: 'empty' }, 'BODY_INVALID'],
    ] as const)
      expect(await propose('administrator', body)).toMatchObject({ status: 422, code });
  });

  it('takes no account that is somebody else’s, and the proposal stays open', async () => {
    const identity = { issuer: 'https://login.example', subject: 'n-2' };
    await settle('head', 'confirm', await proposed({ personId: 'first', ...newcomer, identity }));
    const changeId = await proposed({ personId: 'second', ...newcomer, identity });
    expect((await settle('head', 'confirm', changeId)).code).toBe('IDENTITY_TAKEN');
    expect(await person('second')).toBeNull();
    expect((await settle('administrator', 'refuse', changeId)).status).toBe(201);
  });
});

describe('power', () => {
  it('is given to nobody by himself or herself, neither as first nor as second person', async () => {
    const own = await propose('administrator', { personId: 'administrator', roles: ['SUPERVISOR'] });
    expect(own).toMatchObject({ status: 403, code: 'PERSON_CHANGE_SELF' });
    const changeId = await proposed({ personId: 'head', roles: ['HEAD_OF_OFFICE', 'SUPERVISOR'] });
    expect((await settle('head', 'confirm', changeId)).code).toBe('PERSON_CHANGE_SELF');
    expect((await settle('head', 'refuse', changeId)).code).toBe('PERSON_CHANGE_SELF');
    expect((await settle('administratorB', 'confirm', changeId)).status).toBe(201);
  });

  it('is not given by one administrator alone', async () => {
    const changeId = await proposed({ personId: 'duty', roles: ['DUTY_OFFICER', 'SUPERVISOR'] });
    expect((await settle('administrator', 'confirm', changeId)).code).toBe('PERSON_CHANGE_SELF');
    expect(await person('duty')).toMatchObject({ roles: ['DUTY_OFFICER'] });
    expect((await settle('administratorB', 'confirm', changeId)).status).toBe(201);
    expect(await person('duty')).toMatchObject({ roles: ['DUTY_OFFICER', 'SUPERVISOR'] });
  });

  it('is proposed and confirmed by nobody of the unit', async () => {
    const body = { personId: 'officerB', roles: ['SUPERVISOR'] };
    for (const name of ['supervisor', 'head', 'officer', 'overseer'] as const)
      expect((await propose(name, body)).code).toBe('ROLE_MAY_NOT');
    const changeId = await proposed(body);
    for (const name of ['supervisor', 'officer', 'overseer'] as const)
      expect((await settle(name, 'confirm', changeId)).code).toBe('ROLE_MAY_NOT');
    await settle('administrator', 'refuse', changeId);
  });

  it('to watch or to administer does not go together with any other', async () => {
    for (const alone of ['ADMINISTRATOR', 'AUDITOR', 'OVERSEER']) {
      const both = await propose('administrator', { personId: 'officerB', roles: [alone, 'CASE_OFFICER'] });
      expect(both.code).toBe('PERSON_CHANGE_REFUSED');
      expect(text(both.body, 'detail')).toContain(alone);
    }
  });
});

describe('a proposal', () => {
  it('is settled once, and stands beside what is so now until then', async () => {
    const changeId = await proposed({ personId: 'outsider', unitId: 'unit-cyber-kz' });
    const open = list((await h.as('head').get('/v1/people-changes')).body, 'rows');
    expect(open.find((row) => at(row, 'id') === changeId)).toMatchObject({
      change: { unitId: 'unit-cyber-kz' },
      now: { unitId: 'unit-narcotics-kz' },
      proposedBy: 'administrator',
    });
    await settle('administratorB', 'refuse', changeId);
    expect((await settle('head', 'confirm', changeId)).code).toBe('ENDED_BEFORE');
    expect(await person('outsider')).toMatchObject({ unitId: 'unit-narcotics-kz' });
  });

  it('waits alone: a second one about the same person is refused, and so is one that changes nothing', async () => {
    const changeId = await proposed({ personId: 'channel', label: 'Another name' });
    const again = await propose('administratorB', { personId: 'channel', label: 'A third name' });
    expect(again.code).toBe('PERSON_CHANGE_REFUSED');
    await settle('head', 'confirm', changeId);
    const same = await propose('administrator', { personId: 'channel', roles: ['CHANNEL_UNIT'] });
    expect(text(same.body, 'detail')).toContain('it is so already');
  });

  it('is confirmed no more when its person has left meanwhile', async () => {
    const changeId = await proposed({ personId: 'witness', roles: ['EVIDENCE_CUSTODIAN'] });
    const act = {
      actor: { kind: 'person', personId: 'supervisor', role: 'SUPERVISOR' },
      at: h.clock.now.toISOString(),
    } as const;
    await h.store.transaction((tx) => leave(tx, { ...act, reason }, { personId: 'witness' }));
    expect((await settle('head', 'confirm', changeId)).code).toBe('PERSON_CHANGE_REFUSED');
  });
});
