import { describe, expect, it } from 'vitest';
import {
  addShift,
  auditOf,
  declareConflict,
  endAbsence,
  listWaitNotices,
  passWorkOn,
  recordAbsence,
  registerDelegation,
  seedPeople,
  sweepWaits,
  systemAct,
} from '../../store/index.js';
import { onEachEngine } from './engines.js';
import { aDraft, aLot, aRunningCase, at, moved, readerOf, somePeople, system, type People } from './world.js';

onEachEngine((opened) => {
  const sweep = (instant: string) =>
    opened.store.transaction((tx) => sweepWaits(tx, systemAct('wait-sweep', instant)));
  const toldOf = async (people: People, caseId: string) =>
    (await listWaitNotices(opened.store.read, readerOf(people, 'supervisor'), { open: true, limit: 100 }))
      .filter((notice) => notice.caseId === caseId)
      .map(({ kind, why, ownerId }) => [kind, why, ownerId]);
  /** From nine o'clock on the day of the tests until the next one. */
  const day = { fromAt: at(0), untilAt: at(24 * 60) };
  const noon = at(3 * 60);

  async function away(people: People, name: string) {
    const personId = people.id(name);
    return opened.store.transaction((tx) => recordAbsence(tx, people.supervisor, { personId, ...day }));
  }
  /** Whoever worked here before there was a hand-over may have gone without one. */
  async function goneWithoutHandOver(people: People, name: string) {
    const person = { id: people.id(name), unitId: people.unitId, label: name, roles: [], active: false };
    await opened.store.transaction((tx) => seedPeople(tx, system(), { units: [], persons: [person] }));
  }

  describe('a case', () => {
    it('whose owner is away shows, until somebody stands in or the owner is back', async () => {
      const people = await somePeople(opened.store);
      const { caseId } = await aRunningCase(opened.store, people, [aLot()]);
      await sweep(noon);
      expect(await toldOf(people, caseId)).toEqual([]);
      const { id: absenceId } = await away(people, 'officer');
      await sweep(noon);
      expect(await toldOf(people, caseId)).toEqual([['CASE', 'AWAY', people.id('officer')]]);
      const [fromPerson, toPerson] = [people.id('officer'), people.id('colleague')];
      const role = 'CASE_OFFICER' as const;
      const names = { fromPerson, toPerson, role, cases: [caseId], reason: 'Away.' };
      await opened.store.transaction((tx) =>
        registerDelegation(tx, people.officer, { ...names, ...day, untilAt: at(4 * 60) }),
      );
      await sweep(noon);
      expect(await toldOf(people, caseId)).toEqual([]);
      await sweep(at(5 * 60));
      expect(await toldOf(people, caseId)).toHaveLength(1);
      await opened.store.transaction((tx) =>
        endAbsence(tx, { ...people.officer, at: at(6 * 60) }, absenceId),
      );
      await sweep(at(7 * 60));
      expect(await toldOf(people, caseId)).toEqual([]);
      const verbs = (await auditOf(opened.store.read, { caseId, limit: 100 })).map(({ verb }) => verb);
      expect(verbs.filter((verb) => verb.startsWith('WAIT_'))).toEqual([
        'WAIT_UNOWNED',
        'WAIT_OWNED',
        'WAIT_UNOWNED',
        'WAIT_OWNED',
      ]);
    });

    it('whose owner has gone is told of once, and no more when it was handed over', async () => {
      const people = await somePeople(opened.store);
      const { caseId } = await aRunningCase(opened.store, people, [aLot()]);
      await goneWithoutHandOver(people, 'officer');
      const owner = people.id('officer');
      for (const instant of [noon, at(4 * 60)]) await sweep(instant);
      expect(await toldOf(people, caseId)).toEqual([['CASE', 'LEFT', owner]]);
      const work = { personId: owner, successorId: people.id('colleague'), leaves: false };
      const act = { ...people.supervisor, reason: 'Gone.' };
      await opened.store.transaction((tx) => passWorkOn(tx, act, readerOf(people, 'supervisor'), work));
      await sweep(at(5 * 60));
      expect(await toldOf(people, caseId)).toEqual([]);
    });

    it('in which nothing runs waits for nobody', async () => {
      const people = await somePeople(opened.store);
      const { caseId, routeId } = await aRunningCase(opened.store, people, [aLot()]);
      await moved(opened.store, routeId, 2, 'CLOSED');
      await goneWithoutHandOver(people, 'officer');
      await sweep(noon);
      expect(await toldOf(people, caseId)).toEqual([]);
    });
  });

  describe('a signature', () => {
    it('that nobody could give shows: the others are away, drafted it, or have a conflict', async () => {
      const people = await somePeople(opened.store);
      const { caseId, routeId } = await aRunningCase(opened.store, people, [aLot()]);
      await aDraft(opened.store, routeId);
      const supervisors = ['supervisor', 'otherSupervisor', 'bothRoles'];
      for (const name of supervisors.slice(0, 2)) await away(people, name);
      await sweep(noon);
      expect(await toldOf(people, caseId)).toEqual([]);
      const act = { ...people.supervisor, reason: 'A cousin.' };
      const conflict = { caseId, personId: people.id('bothRoles') };
      await opened.store.transaction((tx) => declareConflict(tx, act, conflict));
      await sweep(noon);
      expect(await toldOf(people, caseId)).toEqual([['SIGNATURE', 'NOBODY_CAN_SIGN', null]]);
      await opened.store.transaction((tx) =>
        registerDelegation(tx, people.otherSupervisor, {
          ...{ fromPerson: people.id('otherSupervisor'), toPerson: people.id('adviser'), role: 'SUPERVISOR' },
          ...{ cases: null, reason: 'Away.', ...day },
        }),
      );
      await sweep(at(4 * 60));
      expect(await toldOf(people, caseId)).toEqual([]);
    });

    it('shows where the unit keeps a rota for its role and nobody who is here is on it', async () => {
      const people = await somePeople(opened.store);
      const { caseId, routeId } = await aRunningCase(opened.store, people, [aLot()]);
      await aDraft(opened.store, routeId);
      const shift = { unitId: people.unitId, role: 'SUPERVISOR', zone: 'Asia/Almaty' } as const;
      const onDuty = { ...shift, personId: people.id('otherSupervisor'), fromAt: at(0), untilAt: at(4 * 60) };
      await opened.store.transaction((tx) => addShift(tx, people.supervisor, onDuty));
      await sweep(noon);
      expect(await toldOf(people, caseId)).toEqual([]);
      await sweep(at(5 * 60));
      expect(await toldOf(people, caseId)).toEqual([['SIGNATURE', 'NOBODY_ON_DUTY', null]]);
      await away(people, 'otherSupervisor');
      await sweep(noon);
      expect(await toldOf(people, caseId)).toEqual([['SIGNATURE', 'NOBODY_ON_DUTY', null]]);
    });
  });

  describe('a request', () => {
    it('whose drafter has gone shows by itself where somebody else owns the case', async () => {
      const people = await somePeople(opened.store);
      const { caseId, routeId } = await aRunningCase(opened.store, people, [aLot()]);
      const drafters = [people.id('colleague'), people.id('officer')];
      await opened.store.read.db.updateTable('routes').set({ drafters }).where('id', '=', routeId).execute();
      await goneWithoutHandOver(people, 'colleague');
      await sweep(noon);
      expect(await toldOf(people, caseId)).toEqual([['REQUEST', 'LEFT', people.id('colleague')]]);
    });
  });

  it('is shown to nobody of another unit', async () => {
    const people = await somePeople(opened.store);
    const { caseId } = await aRunningCase(opened.store, people, [aLot()]);
    await away(people, 'officer');
    await sweep(noon);
    const seenBy = async (name: string) =>
      (await listWaitNotices(opened.store.read, readerOf(people, name), { open: true, limit: 100 })).filter(
        (notice) => notice.caseId === caseId,
      ).length;
    expect([await seenBy('supervisor'), await seenBy('stranger'), await seenBy('auditor')]).toEqual([
      1, 0, 1,
    ]);
  });
});
