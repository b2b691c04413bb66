import { describe, expect, it } from 'vitest';
import type { Lot } from '../../contracts/determination.js';
import {
  activePlan,
  adoptionNeedsSupervisor,
  choosePlan,
  handOver,
  markAdopted,
  markStarted,
  plansOfCase,
  proposePlan,
  routesOfCase,
  type Store,
} from '../../store/index.js';
import { onEachEngine } from './engines.js';
import {
  aCase,
  aDraft,
  aLot,
  aRunningCase,
  aSignedDraft,
  blockedBy,
  determined,
  moved,
  redeem,
  somePeople,
  aTicket,
  system,
  theRoute,
  type People,
} from './world.js';

const propose = async (store: Store, caseId: string, lots: readonly Lot[]) => {
  const determinationId = await determined(store, caseId, lots);
  return store.transaction((tx) => proposePlan(tx, system(2), { caseId, determinationId }));
};
const proposed = async (store: Store, caseId: string, lots: readonly Lot[]) => {
  const plan = await propose(store, caseId, lots);
  if (!plan) throw new Error('nothing was proposed');
  return plan;
};
const adopt = (store: Store, act: People['officer'], plan: { id: string; baseDigest: string | null }) =>
  store.transaction((tx) =>
    markAdopted(
      tx,
      { ...act, reason: 'The court has ordered it.' },
      { planId: plan.id, baseDigest: plan.baseDigest ?? '' },
    ),
  );
const handedOver = async (store: Store, people: People, routeId: string) => {
  const digest = await aSignedDraft(store, people, routeId, `letter ${routeId}`);
  return store.transaction((tx) => handOver(tx, system(6), { routeId, digest }));
};

onEachEngine((opened) => {
  describe('a plan', () => {
    it('is made of chosen lots, is no running plan before it is started, and starts once', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      const lots = [aLot(), aLot({ addressee: 'Provider Y' })];
      const determinationId = await determined(store, caseId, lots);
      const input = { caseId, determinationId, lots: [lots[1]?.key ?? ''] };
      const plan = await store.transaction((tx) => choosePlan(tx, people.officer, input));
      expect([plan.state, plan.lots.map((lot) => lot.addressee)]).toEqual(['DRAFT', ['Provider Y']]);
      expect(await activePlan(store.read, caseId)).toBeNull();
      const start = () => store.transaction((tx) => markStarted(tx, people.officer, { planId: plan.id }));
      const outcomes = await Promise.allSettled([start(), start(), start()]);
      expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      expect(await routesOfCase(store.read, caseId)).toMatchObject([
        { addressee: 'Provider Y', state: 'DRAFT', seq: 0, drafters: [people.id('officer')] },
      ]);
      await expect(start()).rejects.toMatchObject({ code: 'PLAN_STATE' });
    });

    it('carries its start to the case by a message with the digests and nothing else', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { relay, plan, caseId } = await aRunningCase(store, people, [aLot()]);
      expect(relay).toMatchObject({ update: 'adoptPlan', workflowId: `case-${caseId}` });
      expect(relay.payload).toEqual({
        requestId: relay.id,
        basePlanDigest: null,
        planId: plan.id,
        planDigest: plan.digest,
        ticketId: null,
      });
    });

    it('of nothing, or of lots the determination does not have, is refused', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const caseId = await aCase(store, people);
      const determinationId = await determined(store, caseId, [aLot()]);
      const choose = (lots: string[], of = caseId) =>
        store.transaction((tx) => choosePlan(tx, people.officer, { caseId: of, determinationId, lots }));
      await expect(choose([])).rejects.toMatchObject({ code: 'PLAN_NOTHING_CHOSEN' });
      await expect(choose(['other'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(choose(['other'], await aCase(store, people))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });
  });

  describe('a proposal', () => {
    it('is not made when nothing would change, nor for lots nobody had chosen', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const lots = [aLot(), aLot({ addressee: 'Provider Y' })];
      const caseId = await aCase(store, people);
      const determinationId = await determined(store, caseId, lots);
      await store.transaction(async (tx) => {
        const input = { caseId, determinationId, lots: [lots[0]?.key ?? ''] };
        const { id: planId } = await choosePlan(tx, people.officer, input);
        return markStarted(tx, people.officer, { planId });
      });
      expect(await propose(store, caseId, lots)).toBeNull();
      const more = await proposed(store, caseId, [...lots, aLot({ addressee: 'Provider Z' })]);
      expect(more.lots.map((lot) => lot.addressee)).toEqual(['Provider X', 'Provider Z']);
      expect(more.difference.started).toEqual(['PROV_PRES/Provider Z/i1']);
    });

    it('gives way to the next one', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { caseId } = await aRunningCase(store, people, [aLot()]);
      const first = await proposed(store, caseId, [aLot(), aLot({ addressee: 'Provider Y' })]);
      await proposed(store, caseId, [aLot(), aLot({ addressee: 'Provider Z' })]);
      await expect(adopt(store, people.officer, first)).rejects.toMatchObject({ code: 'PLAN_STATE' });
      const states = (await plansOfCase(store.read, caseId)).map((plan) => plan.state);
      expect(states).toEqual(['PROPOSED', 'SUPERSEDED', 'ACTIVE']);
    });
  });

  describe('adoption', () => {
    it('with a stale base is refused, and of two at once one counts', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { caseId, plan } = await aRunningCase(store, people, [aLot()]);
      const next = await proposed(store, caseId, [aLot(), aLot({ addressee: 'Provider Y' })]);
      const outcomes = await Promise.allSettled([
        adopt(store, people.officer, next),
        adopt(store, people.officer, next),
      ]);
      expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      const stale = { id: next.id, baseDigest: plan.digest };
      await expect(adopt(store, people.officer, stale)).rejects.toMatchObject({ code: 'PLAN_STALE' });
    });

    it('starts what is new, redrafts what was not sent, proposes withdrawal of what is gone', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const before = [
        aLot({ dispatchBlockers: [blockedBy('AUTHORISATION_MISSING')] }),
        aLot({ addressee: 'Provider Y' }),
        aLot({ addressee: 'Provider Z' }),
      ];
      const { caseId, routes } = await aRunningCase(store, people, before);
      const after = [aLot(), aLot({ addressee: 'Provider Y' }), aLot({ addressee: 'Provider W' })];
      const begun = await adopt(store, people.officer, await proposed(store, caseId, after));
      const [x, y, z] = routes.map((route) => route.routeId);
      expect(begun.plan.difference).toEqual({
        started: ['PROV_PRES/Provider W/i1'],
        redrafted: [{ routeId: x, lotKey: 'PROV_PRES/Provider X/i1', approvalsVoid: true }],
        kept: [{ routeId: y, lotKey: 'PROV_PRES/Provider Y/i1' }],
        withdrawalProposed: [{ routeId: z, lotKey: 'PROV_PRES/Provider Z/i1' }],
      });
      expect((await theRoute(store, x ?? '')).lot.dispatchBlockers).toEqual([]);
      expect((await theRoute(store, z ?? '')).withdrawalProposed).toBe(true);
      expect(await routesOfCase(store.read, caseId)).toHaveLength(4);
    });

    it('keeps what was handed over under its old law, and never asks for its items a second time', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const blocked = aLot({ items: ['i2'], dispatchBlockers: [blockedBy('AUTHORISATION_MISSING', ['i2'])] });
      const { caseId, routes } = await aRunningCase(store, people, [aLot(), blocked]);
      const [free, held] = routes.map((route) => route.routeId);
      await handedOver(store, people, free ?? '');
      const joined = aLot({ items: ['i1', 'i2'], basis: ['NEW BASIS'] });
      const begun = await adopt(store, people.supervisor, await proposed(store, caseId, [joined]));
      expect(begun.plan.difference).toMatchObject({
        started: [],
        redrafted: [{ routeId: held, approvalsVoid: true }],
        kept: [{ routeId: free }],
        withdrawalProposed: [],
      });
      expect((await theRoute(store, free ?? '')).lot).toMatchObject({ items: ['i1'], basis: ['BASIS'] });
      expect((await theRoute(store, held ?? '')).lot).toMatchObject({ items: ['i2'], basis: ['NEW BASIS'] });
    });

    it('leaves signatures alone when only the order of a lot changed', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { caseId, routeId } = await aRunningCase(store, people, [aLot()]);
      const { sliceDigest } = await theRoute(store, routeId);
      const begun = await adopt(store, people.officer, await proposed(store, caseId, [aLot({ order: 3 })]));
      expect(begun.plan.difference.redrafted).toMatchObject([{ routeId, approvalsVoid: false }]);
      expect((await theRoute(store, routeId)).sliceDigest).toBe(sliceDigest);
    });

    it('starts a withdrawn request again, as another route', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { caseId, routeId } = await aRunningCase(store, people, [aLot()]);
      await moved(store, routeId, 2, 'CANCELLED_BEFORE_DISPATCH');
      const next = await proposed(store, caseId, [aLot({ basis: ['NEW BASIS'] })]);
      const begun = await adopt(store, people.officer, next);
      expect(begun.routes.map((route) => route.lotKey)).toEqual(['PROV_PRES/Provider X/i1']);
      expect(begun.routes[0]?.routeId).not.toBe(routeId);
      expect((await theRoute(store, routeId)).lot.basis).toEqual(['BASIS']);
    });

    it('is an officer’s while only drafts exist, and a supervisor’s once somebody signed or something was sent', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { caseId, routeId } = await aRunningCase(store, people, [aLot()]);
      expect(await adoptionNeedsSupervisor(store.read, caseId)).toBe(false);
      const { digest } = await aDraft(store, routeId);
      const ticketId = await aTicket(store, people.supervisor, { routeId, step: 'supervisor', digest });
      expect(await adoptionNeedsSupervisor(store.read, caseId)).toBe(false);
      await redeem(store, { routeId, ticketId, step: 'supervisor', digest });
      const next = await proposed(store, caseId, [aLot({ basis: ['NEW BASIS'] })]);
      const refused = adopt(store, people.officer, next);
      await expect(refused).rejects.toMatchObject({ code: 'ADOPTION_NEEDS_SUPERVISOR' });
      expect((await adopt(store, people.supervisor, next)).plan.state).toBe('ACTIVE');
    });
  });
});
