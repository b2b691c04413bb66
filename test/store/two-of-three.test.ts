import { describe, expect, it } from 'vitest';
import { handOver, registerDelegation, type PersonAct, type Store } from '../../store/index.js';
import { onEachEngine } from './engines.js';
import { aDraft, aLot, aRunningCase, aTicket, at, redeem, somePeople, system } from './world.js';
import type { People } from './world.js';

const roles = ['SUPERVISOR', 'PROSECUTOR', 'LEGAL_ADVISOR'] as const;
const { terms } = aLot();
const within = { amount: 2, unit: 'day' } as const;
const two = aLot({
  terms: {
    ...terms,
    approvals: ['signers-1', 'signers-2'].map((step) => ({ step, order: 1, roles, within, ladder: [] })),
  },
});

/** A request that two persons of three roles have to sign. */
async function waiting(store: Store) {
  const people = await somePeople(store);
  const { routeId } = await aRunningCase(store, people, [two]);
  const { digest } = await aDraft(store, routeId);
  const sign = async (act: PersonAct, step: string) => {
    const ticketId = await aTicket(store, act, { routeId, step, digest });
    return redeem(store, { routeId, ticketId, step, digest });
  };
  const leaves = () => store.transaction((tx) => handOver(tx, system(6), { routeId, digest }));
  return { people, sign, leaves };
}

/** The adviser stands in for the supervisor, and signs in that name. */
async function deputyOf(store: Store, people: People): Promise<PersonAct> {
  const fromPerson = people.id('supervisor');
  const toPerson = people.id('adviser');
  const days = { fromAt: at(0), untilAt: at(59), reason: 'leave' };
  await store.transaction((tx) =>
    registerDelegation(tx, people.supervisor, {
      ...{ fromPerson, toPerson, role: 'SUPERVISOR', cases: null },
      ...days,
    }),
  );
  const { actor, at: when } = people.adviser;
  return { actor: { ...actor, role: 'SUPERVISOR', onBehalfOf: fromPerson }, at: when };
}

onEachEngine((opened) => {
  describe('a request that any two of three roles sign', () => {
    it('leaves with two of them, whichever they are, and not with one', async () => {
      const { people, sign, leaves } = await waiting(opened.store);
      expect(await sign(people.prosecutor, 'signers-1')).toMatchObject({ valid: true });
      expect(await leaves()).toMatchObject({ handedOver: false, reason: 'APPROVAL_MISSING' });
      expect(await sign(people.adviser, 'signers-2')).toMatchObject({ valid: true });
      expect(await leaves()).toMatchObject({ handedOver: true });
    });

    it('is not signed twice by one person, in whatever roles', async () => {
      const { people, sign, leaves } = await waiting(opened.store);
      const both = (role: 'SUPERVISOR' | 'PROSECUTOR'): PersonAct => ({
        ...people.officer,
        actor: { kind: 'person', personId: people.id('bothRoles'), role },
      });
      await sign(both('SUPERVISOR'), 'signers-1');
      await expect(sign(both('PROSECUTOR'), 'signers-2')).rejects.toMatchObject({ code: 'APPROVAL_TWICE' });
      expect(await leaves()).toMatchObject({ handedOver: false, reason: 'APPROVAL_MISSING' });
    });

    it('is not signed by a person and by who stands in for that person, in either order', async () => {
      const one = await waiting(opened.store);
      const deputy = await deputyOf(opened.store, one.people);
      await one.sign(one.people.supervisor, 'signers-1');
      await expect(one.sign(deputy, 'signers-2')).rejects.toMatchObject({ code: 'APPROVAL_TWICE' });
      const other = await waiting(opened.store);
      const first = await deputyOf(opened.store, other.people);
      await other.sign(first, 'signers-2');
      const after = other.sign(other.people.supervisor, 'signers-1');
      await expect(after).rejects.toMatchObject({ code: 'APPROVAL_TWICE' });
      const again = other.sign(other.people.adviser, 'signers-1');
      await expect(again).rejects.toMatchObject({ code: 'APPROVAL_TWICE' });
    });

    it('is signed by who stands in while one of them is away, with another person', async () => {
      const { people, sign, leaves } = await waiting(opened.store);
      const deputy = await deputyOf(opened.store, people);
      await sign(deputy, 'signers-1');
      await sign(people.otherSupervisor, 'signers-2');
      expect(await leaves()).toMatchObject({ handedOver: true });
    });
  });
});
