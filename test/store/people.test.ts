import { describe, expect, it } from 'vitest';
import {
  addShift,
  auditOf,
  endDelegation,
  issueTicket,
  leave,
  newId,
  onDuty,
  openCase,
  personById,
  recordAbsence,
  recordDecision,
  registerDelegation,
  secondDecision,
  seedPeople,
  standsInFor,
  type DelegationToRegister,
  type PersonAct,
} from '../../store/index.js';
import { onEachEngine } from './engines.js';
import {
  aDraft,
  aLot,
  aRunningCase,
  aTicket,
  at,
  later,
  redeem,
  somePeople,
  stepIdOf,
  system,
} from './world.js';

onEachEngine((opened) => {
  const hours = (hour: number): string => new Date(Date.UTC(2026, 10, 24, hour)).toISOString();
  const inName = (act: PersonAct, onBehalfOf: string): PersonAct => ({
    ...act,
    actor: { ...act.actor, onBehalfOf },
  });

  async function delegate(
    act: PersonAct,
    more: Partial<DelegationToRegister> & { fromPerson: string; toPerson: string },
  ) {
    const input = {
      role: 'SUPERVISOR',
      cases: null,
      fromAt: hours(0),
      untilAt: hours(24),
      reason: 'leave',
      ...more,
    } as const;
    return opened.store.transaction((tx) => registerDelegation(tx, act, input));
  }

  describe('a delegation', () => {
    it('lets another person sign, and both names stand in ticket, vote and record', async () => {
      const people = await somePeople(opened.store);
      const { routeId, caseId } = await aRunningCase(opened.store, people, [aLot()]);
      const { digest } = await aDraft(opened.store, routeId);
      const [from, to] = [people.id('supervisor'), people.id('adviser')];
      await delegate(people.supervisor, { fromPerson: from, toPerson: to });
      const stood = inName(
        { ...people.adviser, actor: { ...people.adviser.actor, role: 'SUPERVISOR' } },
        from,
      );
      const ticketId = await aTicket(opened.store, stood, { routeId, step: 'supervisor', digest });
      expect(await redeem(opened.store, { routeId, ticketId, step: 'supervisor', digest })).toMatchObject({
        valid: true,
        personId: to,
      });
      const vote = await opened.store.read.db
        .selectFrom('votes')
        .selectAll()
        .where('ticketId', '=', ticketId)
        .executeTakeFirst();
      expect(vote).toMatchObject({ personId: to, onBehalfOf: from, role: 'SUPERVISOR' });
      const entries = await auditOf(opened.store.read, { caseId, limit: 200 });
      for (const verb of ['TICKET_ISSUED', 'APPROVAL_DECIDED']) {
        expect(entries.find((entry) => entry.verb === verb)?.actor).toMatchObject({
          personId: to,
          onBehalfOf: from,
        });
      }
    });

    it('does not hold before its first instant, from its last one on, once ended, or for another case', async () => {
      const people = await somePeople(opened.store);
      const [fromPerson, toPerson] = [people.id('supervisor'), people.id('adviser')];
      const { id } = await delegate(people.supervisor, {
        fromPerson,
        toPerson,
        fromAt: hours(8),
        untilAt: hours(20),
        cases: ['one'],
      });
      const standing = async (instant: string) =>
        (await standsInFor(opened.store.read, toPerson, instant)).length;
      expect(await standing('2026-11-24T07:59:59.999Z')).toBe(0);
      expect(await standing(hours(8))).toBe(1);
      expect(await standing('2026-11-24T19:59:59.999Z')).toBe(1);
      expect(await standing(hours(20))).toBe(0);
      const { routeId } = await aRunningCase(opened.store, people, [aLot()]);
      const { digest } = await aDraft(opened.store, routeId);
      const stood = inName(
        { ...people.adviser, actor: { ...people.adviser.actor, role: 'SUPERVISOR' } },
        fromPerson,
      );
      const sign = aTicket(opened.store, stood, { routeId, step: 'supervisor', digest });
      await expect(sign).rejects.toMatchObject({ code: 'APPROVAL_ROLE' });
      await opened.store.transaction((tx) => endDelegation(tx, later(people.supervisor, 1), id));
      expect(await standing(at(2))).toBe(0);
    });

    it('does not make a signature of what its giver drafted, nor of what its taker drafted', async () => {
      const people = await somePeople(opened.store);
      const drafterWithTwoRoles = people.id('bothRoles');
      const input = { reference: 'R-2', requestingState: 'KZ', unitId: people.unitId, items: ['i1'] };
      const drafter: PersonAct = {
        ...people.officer,
        actor: { ...people.officer.actor, personId: drafterWithTwoRoles },
      };
      const { routeId } = await aRunningCase(opened.store, { ...people, officer: drafter }, [aLot()]);
      expect((await opened.store.transaction((tx) => openCase(tx, drafter, input))).openedBy).toBe(
        drafterWithTwoRoles,
      );
      const { digest } = await aDraft(opened.store, routeId);
      await delegate(drafter, { fromPerson: drafterWithTwoRoles, toPerson: people.id('adviser') });
      await delegate(people.supervisor, {
        fromPerson: people.id('supervisor'),
        toPerson: drafterWithTwoRoles,
      });
      const stepId = await stepIdOf(opened.store, routeId, 'supervisor');
      const signed = (act: PersonAct) =>
        opened.store.transaction((tx) =>
          issueTicket(tx, act, { stepId, decision: 'approve', digest, expiresAt: at(30) }),
        );
      const forDrafter = inName(
        { ...people.supervisor, actor: { ...people.adviser.actor, role: 'SUPERVISOR' } },
        drafterWithTwoRoles,
      );
      await expect(signed(forDrafter)).rejects.toMatchObject({ code: 'APPROVAL_SELF_DECISION' });
      const byDrafter = inName(
        { ...drafter, actor: { ...drafter.actor, role: 'SUPERVISOR' } },
        people.id('supervisor'),
      );
      await expect(signed(byDrafter)).rejects.toMatchObject({ code: 'APPROVAL_SELF_DECISION' });
    });

    it('gives nobody a second signature: neither to the giver nor to the taker', async () => {
      const people = await somePeople(opened.store);
      const { routeId } = await aRunningCase(opened.store, people, [aLot()]);
      const { digest } = await aDraft(opened.store, routeId);
      const [supervisor, prosecutor] = [people.id('supervisor'), people.id('prosecutor')];
      await delegate(people.supervisor, { fromPerson: supervisor, toPerson: prosecutor });
      const stood = inName(
        { ...people.prosecutor, actor: { ...people.prosecutor.actor, role: 'SUPERVISOR' } },
        supervisor,
      );
      const ticketId = await aTicket(opened.store, stood, { routeId, step: 'supervisor', digest });
      await redeem(opened.store, { routeId, ticketId, step: 'supervisor', digest });
      const again = aTicket(opened.store, people.prosecutor, { routeId, step: 'prosecutor', digest });
      await expect(again).rejects.toMatchObject({ code: 'APPROVAL_TWICE' });
    });

    it('cannot go round in a loop, of two or of three', async () => {
      const people = await somePeople(opened.store);
      const [one, two, three] = [
        people.id('supervisor'),
        people.id('otherSupervisor'),
        people.id('bothRoles'),
      ];
      await delegate(people.supervisor, { fromPerson: one, toPerson: two });
      await expect(
        delegate(people.otherSupervisor, { fromPerson: two, toPerson: one }),
      ).rejects.toMatchObject({
        code: 'DELEGATION_REFUSED',
      });
      await delegate(people.supervisor, { fromPerson: two, toPerson: three });
      await expect(delegate(people.adviser, { fromPerson: three, toPerson: one })).rejects.toThrow(/loop/);
      const nextDay = { fromAt: hours(24), untilAt: hours(30) };
      await delegate(people.adviser, { fromPerson: three, toPerson: one, ...nextDay });
    });

    it('passes on only a role of one’s own, to another person who works here', async () => {
      const people = await somePeople(opened.store);
      const adviser = people.id('adviser');
      await delegate(people.supervisor, { fromPerson: people.id('supervisor'), toPerson: adviser });
      const further = delegate(people.adviser, { fromPerson: adviser, toPerson: people.id('prosecutor') });
      await expect(further).rejects.toThrow(/does not hold the role SUPERVISOR/);
      await expect(
        delegate(people.supervisor, {
          fromPerson: people.id('supervisor'),
          toPerson: people.id('supervisor'),
        }),
      ).rejects.toMatchObject({ code: 'DELEGATION_REFUSED' });
      const nobody = delegate(people.supervisor, { fromPerson: people.id('supervisor'), toPerson: 'nobody' });
      await expect(nobody).rejects.toMatchObject({ code: 'DELEGATION_REFUSED' });
    });

    it('ends when its giver leaves, also for a ticket that was written before', async () => {
      const people = await somePeople(opened.store);
      const { routeId } = await aRunningCase(opened.store, people, [aLot()]);
      const { digest } = await aDraft(opened.store, routeId);
      const from = people.id('supervisor');
      await delegate(people.supervisor, { fromPerson: from, toPerson: people.id('adviser') });
      const stood = inName(
        { ...people.adviser, actor: { ...people.adviser.actor, role: 'SUPERVISOR' } },
        from,
      );
      const ticketId = await aTicket(opened.store, stood, { routeId, step: 'supervisor', digest });
      const act = { ...people.otherSupervisor, at: at(2), reason: 'moved to another office' };
      await opened.store.transaction((tx) => leave(tx, act, { personId: from }));
      expect(await redeem(opened.store, { routeId, ticketId, step: 'supervisor', digest })).toEqual({
        valid: false,
        reason: 'APPROVAL_ROLE',
      });
    });
  });

  describe('a second person', () => {
    const decision = {
      kind: 'k',
      fact: 'f',
      item: null,
      value: true,
      documentRef: 'D',
      decidedOn: '2026-11-24',
      reason: 'why',
    };

    async function aDecision(act: PersonAct, people: Awaited<ReturnType<typeof somePeople>>) {
      const input = { reference: 'R', requestingState: 'KZ', unitId: people.unitId, items: [] };
      const { id: caseId } = await opened.store.transaction((tx) => openCase(tx, people.officer, input));
      const roles = ['SUPERVISOR'] as const;
      return opened.store.transaction((tx) =>
        recordDecision(tx, act, { ...decision, caseId, secondRoles: roles }),
      );
    }

    it('is not somebody who stands in for the first', async () => {
      const people = await somePeople(opened.store);
      const { decision: made } = await aDecision(people.supervisor, people);
      const stood = inName(people.otherSupervisor, people.id('supervisor'));
      const second = opened.store.transaction((tx) => secondDecision(tx, stood, { decisionId: made.id }));
      await expect(second).rejects.toMatchObject({ code: 'DECISION_SECOND_SAME' });
    });

    it('is another one also for who writes with SQL', async () => {
      const people = await somePeople(opened.store);
      const { decision: made } = await aDecision(people.supervisor, people);
      const row = { decisionId: made.id, role: 'SUPERVISOR', reason: null, at: at(3) } as const;
      for (const who of [
        { byPerson: people.id('supervisor'), onBehalfOf: null },
        { byPerson: people.id('otherSupervisor'), onBehalfOf: people.id('supervisor') },
      ]) {
        const written = opened.store.read.db
          .insertInto('decisionSeconds')
          .values({ ...row, ...who })
          .execute();
        await expect(written).rejects.toThrow(/second person/);
      }
    });

    it('is never a machine: no row that counts a person takes its name', async () => {
      const people = await somePeople(opened.store);
      const machine = `machine:${newId()}`;
      await opened.store.read.db
        .insertInto('serviceAccounts')
        .values({ id: machine, unitId: people.unitId, label: 'case management', actions: [] })
        .execute();
      const { decision: made } = await aDecision(people.supervisor, people);
      const second = {
        decisionId: made.id,
        byPerson: machine,
        role: 'SUPERVISOR',
        onBehalfOf: null,
        reason: null,
        at: at(3),
      } as const;
      await expect(
        opened.store.read.db.insertInto('decisionSeconds').values(second).execute(),
      ).rejects.toThrow(/foreign key/);
      const { routeId, caseId } = await aRunningCase(opened.store, people, [aLot()]);
      const { digest } = await aDraft(opened.store, routeId);
      const stepId = await stepIdOf(opened.store, routeId, 'supervisor');
      const who = { personId: machine, role: 'SUPERVISOR', onBehalfOf: null, factor: null } as const;
      const times = { issuedAt: at(1), expiresAt: at(9), usedAt: null };
      const ticket = {
        id: newId(),
        caseId,
        routeId,
        stepId,
        step: 'supervisor',
        digest,
        decision: 'approve',
        reason: null,
        ...who,
        ...times,
      } as const;
      await expect(opened.store.read.db.insertInto('tickets').values(ticket).execute()).rejects.toThrow(
        /foreign key/,
      );
      const asPerson = { id: machine, unitId: people.unitId, label: 'machine as a person', leftAt: null };
      await expect(opened.store.read.db.insertInto('persons').values(asPerson).execute()).rejects.toThrow(
        /machines/,
      );
      const asked = aTicket(
        opened.store,
        { ...people.supervisor, actor: { kind: 'person', personId: machine, role: 'SUPERVISOR' } },
        { routeId, step: 'supervisor', digest },
      );
      await expect(asked).rejects.toMatchObject({ code: 'APPROVAL_ROLE' });
    });
  });

  describe('the duty rota', () => {
    const night = { fromAt: hours(20 - 24), untilAt: hours(8) };
    const three = hours(3);

    it('finds who signs at 03:00', async () => {
      const people = await somePeople(opened.store);
      const shift = { unitId: people.unitId, role: 'SUPERVISOR', zone: 'Asia/Almaty', ...night } as const;
      await opened.store.transaction((tx) =>
        addShift(tx, people.supervisor, { ...shift, personId: people.id('otherSupervisor') }),
      );
      const found = await onDuty(opened.store.read, { unitId: people.unitId, role: 'SUPERVISOR' }, three);
      expect(found[0]).toEqual({
        personId: people.id('otherSupervisor'),
        role: 'SUPERVISOR',
        why: 'ON_DUTY',
        insteadOf: null,
      });
      const atNoon = await onDuty(
        opened.store.read,
        { unitId: people.unitId, role: 'SUPERVISOR' },
        hours(12),
      );
      expect(atNoon.every(({ why }) => why === 'HOLDS_THE_ROLE')).toBe(true);
    });

    it('names who stands in where the one on duty is away, and nobody who is away or has left', async () => {
      const people = await somePeople(opened.store);
      const away = people.id('otherSupervisor');
      const shift = { unitId: people.unitId, role: 'SUPERVISOR', zone: 'UTC', ...night } as const;
      await opened.store.transaction(async (tx) => {
        await addShift(tx, people.supervisor, { ...shift, personId: away });
        await recordAbsence(tx, people.otherSupervisor, { personId: away, ...night });
        const reason = 'moved';
        await leave(tx, { ...people.prosecutor, reason }, { personId: people.id('bothRoles') });
      });
      await delegate(people.otherSupervisor, { fromPerson: away, toPerson: people.id('adviser'), ...night });
      const found = await onDuty(opened.store.read, { unitId: people.unitId, role: 'SUPERVISOR' }, three);
      expect(found.map(({ personId, why }) => [personId, why])).toEqual([
        [people.id('adviser'), 'STANDS_IN'],
        [people.id('supervisor'), 'HOLDS_THE_ROLE'],
      ]);
    });

    it('takes nobody who does not work here in that role', async () => {
      const people = await somePeople(opened.store);
      const shift = { unitId: people.unitId, role: 'SUPERVISOR', zone: 'UTC', ...night } as const;
      const added = opened.store.transaction((tx) =>
        addShift(tx, people.supervisor, { ...shift, personId: people.id('officer') }),
      );
      await expect(added).rejects.toMatchObject({ code: 'ROTA_REFUSED' });
    });
  });

  describe('who leaves', () => {
    it('is not active from then on, and the record says who saw to it and why', async () => {
      const people = await somePeople(opened.store);
      const personId = people.id('officer');
      const act = { ...people.supervisor, reason: 'retired' };
      await opened.store.transaction((tx) => leave(tx, act, { personId }));
      expect(await personById(opened.store.read, personId)).toMatchObject({ active: false });
      const [entry] = await auditOf(opened.store.read, {
        subject: { kind: 'person', id: personId },
        limit: 50,
      }).then((all) => all.slice(-1));
      expect(entry).toMatchObject({
        verb: 'PERSON_LEFT',
        reason: 'retired',
        actor: { personId: people.id('supervisor') },
      });
      await expect(opened.store.transaction((tx) => leave(tx, act, { personId }))).rejects.toMatchObject({
        code: 'ENDED_BEFORE',
      });
    });

    it('does not come back by being seeded as active', async () => {
      const people = await somePeople(opened.store);
      const personId = people.id('officer');
      await opened.store.transaction((tx) =>
        leave(tx, { ...people.supervisor, reason: 'retired' }, { personId }),
      );
      const person = {
        id: personId,
        unitId: people.unitId,
        label: 'officer',
        roles: ['CASE_OFFICER' as const],
        token: 'a-token-of-twenty-letters',
      };
      await opened.store.transaction((tx) => seedPeople(tx, system(), { units: [], persons: [person] }));
      expect(await personById(opened.store.read, personId)).toMatchObject({ active: false });
    });
  });
});
