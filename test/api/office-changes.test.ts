import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditOf, machineOfIdentity } from '../../store/index.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import type { Name } from './people.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const reason = 'Order of the day.';
const propose = (by: Name, body: object) => h.as(by).post('/v1/office-changes', { reason, ...body });
const settle = (by: Name, word: 'confirm' | 'refuse', changeId: string) =>
  h.as(by).post(`/v1/office-changes/${changeId}/${word}`, { reason });
const proposed = async (body: object) => text((await propose('administrator', body)).body, 'changeId');
const made = async (body: object) => settle('head', 'confirm', await proposed(body));
const listed = async (what: 'units' | 'machines', id: string) =>
  list((await h.as('administrator').get(`/v1/${what}?limit=100`)).body, 'rows').find(
    (row) => at(row, 'id') === id,
  );

const unit = { kind: 'unit', id: 'unit-fraud-kz', change: { label: 'Fraud unit', state: 'KZ' } };
const identity = { issuer: 'https://login.example', subject: 'm-1' };
const machine = {
  kind: 'machine',
  id: 'machine:watcher',
  change: { unitId: 'unit-cyber-kz', label: 'Watcher', actions: ['audit.verify'], identity },
};

describe('a unit', () => {
  it('is there once another person confirms, and takes people in from then on', async () => {
    const changeId = await proposed(unit);
    expect(await listed('units', unit.id)).toBeUndefined();
    expect((await settle('administrator', 'confirm', changeId)).code).toBe('PERSON_CHANGE_SELF');
    expect((await settle('head', 'confirm', changeId)).body).toMatchObject({ state: 'CONFIRMED' });
    expect(await listed('units', unit.id)).toMatchObject({ ...unit.change, closed: false });
    const newcomer = { personId: 'fraud-1', unitId: unit.id, label: 'New', roles: ['CASE_OFFICER'], reason };
    const moved = await h.as('administrator').post('/v1/people-changes', newcomer);
    expect(moved.status).toBe(201);
    const entry = (await auditOf(h.store.read, { limit: 100_000, verb: 'OFFICE_CHANGE_SETTLED' })).at(-1);
    expect(entry).toMatchObject({ actor: { personId: 'head' }, subject: { kind: 'unit', id: unit.id } });
  });

  it('is closed only when nobody works in it, and takes nobody in while it is', async () => {
    const close = { kind: 'unit', id: 'unit-cyber-kz', change: { closed: true } };
    expect(await propose('administrator', close)).toMatchObject({ code: 'OFFICE_CHANGE_REFUSED' });
    await made({ ...unit, id: 'unit-empty-kz' });
    expect((await made({ ...close, id: 'unit-empty-kz' })).status).toBe(201);
    expect(await listed('units', 'unit-empty-kz')).toMatchObject({ closed: true });
    const body = { personId: 'late', unitId: 'unit-empty-kz', label: 'L', roles: ['CASE_OFFICER'], reason };
    const late = await h.as('administrator').post('/v1/people-changes', body);
    expect(late).toMatchObject({ status: 422, code: 'PERSON_CHANGE_REFUSED' });
    await made({ ...close, id: 'unit-empty-kz', change: { closed: false } });
    expect(await listed('units', 'unit-empty-kz')).toMatchObject({ closed: false });
  });

  it('is founded with name and State, and moves to no other State', async () => {
    for (const asked of [
      { ...unit, id: 'unit-nameless', change: { state: 'KZ' } },
      { kind: 'unit', id: 'unit-cyber-kz', change: { state: 'UZ' } },
      { kind: 'unit', id: 'unit-cyber-kz', change: {} },
    ])
      expect(await propose('administrator', asked)).toMatchObject({ code: 'OFFICE_CHANGE_REFUSED' });
  });
});

describe('a machine', () => {
  it('is let in by two persons, may then ask for what it is named for, and is closed by two', async () => {
    const changeId = await proposed(machine);
    expect(await machineOfIdentity(h.store.read, identity)).toBeNull();
    await settle('administratorB', 'confirm', changeId);
    expect(await machineOfIdentity(h.store.read, identity)).toMatchObject({
      id: machine.id,
      actions: ['audit.verify'],
    });
    await made({ kind: 'machine', id: machine.id, change: { closed: true } });
    expect(await machineOfIdentity(h.store.read, identity)).toBeNull();
    expect(await listed('machines', machine.id)).toMatchObject({ active: false });
  });

  it('is registered for nothing that counts a person', async () => {
    const asked = {
      ...machine,
      id: 'machine:signer',
      change: { ...machine.change, actions: ['approval.decide'] },
    };
    expect(await propose('administrator', asked)).toMatchObject({ status: 422, code: 'BODY_INVALID' });
  });

  it('has no account that is a person’s, and the proposal stays open', async () => {
    const taken = { issuer: 'https://login.example', subject: 'p-9' };
    const person = { personId: 'p-nine', unitId: 'unit-cyber-kz', label: 'P', roles: ['CASE_OFFICER'] };
    const body = { ...person, identity: taken, reason };
    const first = text((await h.as('administrator').post('/v1/people-changes', body)).body, 'changeId');
    await h.as('head').post(`/v1/people-changes/${first}/confirm`, { reason });
    const asked = { ...machine, id: 'machine:thief', change: { ...machine.change, identity: taken } };
    expect((await made(asked)).code).toBe('IDENTITY_TAKEN');
    const open = list((await h.as('head').get('/v1/office-changes')).body, 'rows');
    expect(open.map((row) => at(row, 'subjectId'))).toContain('machine:thief');
  });
});

it('is proposed by administrators alone, and by one person once', async () => {
  for (const name of ['head', 'supervisor', 'officer', 'overseer'] as const)
    expect((await propose(name, { ...unit, id: 'unit-other' })).code).toBe('ROLE_MAY_NOT');
  const changeId = await proposed({ ...unit, id: 'unit-other' });
  expect(await propose('administratorB', { ...unit, id: 'unit-other' })).toMatchObject({
    code: 'OFFICE_CHANGE_REFUSED',
  });
  expect((await settle('administrator', 'refuse', changeId)).body).toMatchObject({ state: 'REFUSED' });
  expect((await settle('head', 'confirm', changeId)).code).toBe('ENDED_BEFORE');
});
