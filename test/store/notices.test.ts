import { describe, expect, it } from 'vitest';
import type { Climb } from '../../contracts/notices.js';
import {
  acknowledgeNotice,
  climbNotices,
  closeApprovalSteps,
  incidentsOfRoute,
  mailsTo,
  noticesOf,
  recordReminder,
  recordWithdrawal,
  seedPeople,
} from '../../store/index.js';
import { onEachEngine } from './engines.js';
import { aDraft, aLot, aRunningCase, at, aTicket, later, redeem, somePeople, system } from './world.js';

const climb: Climb = { to: ['SUPERVISOR', 'HEAD_OF_OFFICE'], everyMinutes: 10 };

onEachEngine((opened) => {
  const world = async () => {
    const { store } = opened;
    const people = await somePeople(store);
    const head = people.id('head');
    const persons = [{ id: head, unitId: people.unitId, label: 'head', roles: ['HEAD_OF_OFFICE' as const] }];
    await store.transaction((tx) => seedPeople(tx, system(), { units: [], persons }));
    return { store, people, head, ...(await aRunningCase(store, people, [aLot()])) };
  };
  type World = Awaited<ReturnType<typeof world>>;

  const tell = ({ store, routeId, caseId }: World, key: string, what: 'remind' | 'call' = 'call') => {
    const rung = { after: { amount: 1, unit: 'day' as const }, tell: 'CASE_OFFICER' as const, what };
    const reminder = {
      routeId,
      caseId,
      key,
      rung,
      says: 'Answer',
      dueAt: at(40),
      climb,
      urgency: 'ROUTINE' as const,
    };
    return store.transaction((tx) => recordReminder(tx, system(10), reminder));
  };
  const climbAt = ({ store }: World, minute: number) =>
    store.transaction((tx) => climbNotices(tx, system(minute), 1000));
  const openFor = ({ store }: World, personId: string) =>
    noticesOf(store.read, personId, { open: true, limit: 100 });
  const wasTold = async (here: World, name: string): Promise<boolean> =>
    (await mailsTo(here.store.read, here.people.id(name))).length > 0;

  describe('a call that nobody takes note of', () => {
    it('climbs rung by rung in its time, to nobody twice, and is an incident when the top does not hear it', async () => {
      const here = await world();
      await tell(here, 'clock-1/x/0');
      await climbAt(here, 19);
      expect(await wasTold(here, 'supervisor')).toBe(false);
      await climbAt(here, 20);
      expect(await wasTold(here, 'supervisor')).toBe(true);
      expect(await wasTold(here, 'head')).toBe(false);
      await climbAt(here, 30);
      expect(await mailsTo(here.store.read, here.people.id('officer'))).toHaveLength(1);
      expect((await openFor(here, here.head)).map(({ what }) => what)).toEqual(['call']);
      expect(await incidentsOfRoute(here.store.read, here.routeId)).toEqual([]);
      await climbAt(here, 40);
      await climbAt(here, 50);
      const codes = (await incidentsOfRoute(here.store.read, here.routeId)).map(({ code }) => code);
      expect(codes).toEqual(['NOTICE_UNHEARD']);
    });

    it('stops when one who was told takes note of it, once; nobody else can', async () => {
      const here = await world();
      const { store, people } = here;
      await tell(here, 'clock-1/x/0');
      const [notice] = await openFor(here, people.id('officer'));
      const id = notice?.id ?? '';
      const acknowledge = (act: typeof people.officer) =>
        store.transaction((tx) => acknowledgeNotice(tx, later(act, 12), id));
      await expect(acknowledge(people.adviser)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await acknowledge(people.officer);
      await expect(acknowledge(people.officer)).rejects.toMatchObject({ code: 'ROUTE_STATE' });
      await climbAt(here, 20);
      expect(await wasTold(here, 'supervisor')).toBe(false);
      expect(await openFor(here, people.id('officer'))).toEqual([]);
    });

    it('a reminder does not climb', async () => {
      const here = await world();
      await tell(here, 'clock-1/x/0', 'remind');
      await climbAt(here, 59);
      expect(await wasTold(here, 'supervisor')).toBe(false);
    });
  });

  describe('acting on it takes note of it', () => {
    it('what a person records about the route, save of a signature that is still waited for', async () => {
      const here = await world();
      const { store, people, routeId } = here;
      await tell(here, 'clock-1/x/0');
      await tell(here, `${routeId}/1/supervisor/x/0`);
      const withdrawal = { routeId, reason: 'No ground any more.' };
      await store.transaction((tx) => recordWithdrawal(tx, later(people.supervisor, 12), withdrawal));
      const all = await noticesOf(store.read, people.id('officer'), { open: false, limit: 10 });
      expect(all.map(({ settledHow }) => settledHow)).toEqual([null, 'ACTED']);
    });

    it('a decision settles its own step only, and the end of the round the rest', async () => {
      const here = await world();
      const { store, people, routeId } = here;
      const { digest } = await aDraft(store, routeId);
      for (const step of ['supervisor', 'prosecutor']) await tell(here, `${routeId}/1/${step}/x/0`);
      const ticketId = await aTicket(store, people.supervisor, { routeId, step: 'supervisor', digest });
      await redeem(store, { routeId, ticketId, step: 'supervisor', digest });
      expect(await openFor(here, people.id('officer'))).toHaveLength(1);
      await store.transaction((tx) =>
        closeApprovalSteps(tx, system(20), { routeId, digest, why: 'expired' }),
      );
      expect(await openFor(here, people.id('officer'))).toHaveLength(1);
    });

    it('a round that is voided asks for nothing any more', async () => {
      const here = await world();
      const { store, people, routeId } = here;
      const { digest } = await aDraft(store, routeId);
      await tell(here, `${routeId}/1/supervisor/x/0`);
      await store.transaction((tx) => closeApprovalSteps(tx, system(20), { routeId, digest, why: 'voided' }));
      expect(await openFor(here, people.id('officer'))).toEqual([]);
    });
  });
});
