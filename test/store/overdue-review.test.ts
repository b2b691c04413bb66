import { describe, expect, it } from 'vitest';
import {
  beginEvidence,
  handOver,
  marksOfEvidence,
  overdueReviewsOf,
  recordReview,
  type RelayRow,
  type Store,
} from '../../store/index.js';
import type { Role } from '../../contracts/codes.js';
import type { Lot } from '../../contracts/determination.js';
import { onEachEngine } from './engines.js';
import {
  aLot,
  aRunningCase,
  aSignedDraft,
  moved,
  person,
  somePeople,
  system,
  theRoute,
  type People,
} from './world.js';

const emergency = (change: Partial<Lot> = {}): Lot =>
  aLot({
    ...{ route: 'EDR', family: 'EDR', measure: 'EMERGENCY_DISCLOSE' },
    ...change,
    terms: { ...aLot().terms, lifeCycle: 'EDR', urgency: 'EMERGENCY' },
  });
const disclosure = (change: Partial<Lot> = {}): Lot =>
  aLot({ route: 'PROV_DISC', family: 'PROV_DISC', measure: 'DISCLOSE', ...change });

async function anOverdueReview(store: Store): Promise<{ people: People; emergencyId: string }> {
  const people = await somePeople(store);
  const { routeId } = await aRunningCase(store, people, [emergency()]);
  for (const [seq, state] of [
    [2, 'EX_POST'],
    [3, 'REVIEW_OVERDUE'],
  ] as const)
    await moved(store, routeId, seq, state);
  return { people, emergencyId: routeId };
}

async function handedOver(store: Store, people: People, lot: Lot): Promise<unknown> {
  const { routeId } = await aRunningCase(store, people, [lot]);
  const digest = await aSignedDraft(store, people, routeId);
  return store.transaction((tx) => handOver(tx, system(6), { routeId, digest }));
}

const signed = (store: Store, people: People, routeId: string, who: [name: string, role: Role]) => {
  const [name, role] = who;
  const act = person(people.id(name), role, 7);
  const said = { ref: 'D-12/1', finding: 'The danger was real.', verdict: 'VALIDATED' } as const;
  return store.transaction((tx) => recordReview(tx, act, { routeId, ...said }));
};
const review = (store: Store, people: People, routeId: string) =>
  signed(store, people, routeId, ['adviser', 'LEGAL_ADVISOR']);

onEachEngine((opened) => {
  describe('a review after an emergency that is overdue', () => {
    it('holds every new request of the unit that is no emergency (HR-13)', async () => {
      const { people } = await anOverdueReview(opened.store);
      expect(await handedOver(opened.store, people, disclosure())).toEqual({
        handedOver: false,
        reason: 'ON_HOLD REVIEW_OVERDUE',
      });
    });

    it.each([
      ['another emergency', emergency()],
      ['a preservation', aLot()],
      ['the extension of one', aLot({ route: 'ART29:EXTEND', family: 'ART29', measure: 'EXTEND' })],
      [
        'a preservation that is asked of police',
        aLot({ route: 'P2P:G7_24_7', family: 'P2P', measure: 'PRESERVE' }),
      ],
    ])('does not hold %s', async (_, lot) => {
      const { people } = await anOverdueReview(opened.store);
      expect(await handedOver(opened.store, people, lot)).toMatchObject({ handedOver: true });
    });

    it('does not hold what takes over from a route that was converted', async () => {
      const { people } = await anOverdueReview(opened.store);
      const lots = [aLot(), disclosure({ route: 'MLA:COE', family: 'MLA', measure: 'PRODUCE' })];
      const { routes } = await aRunningCase(opened.store, people, lots);
      const [before = '', after = ''] = routes.map(({ routeId }) => routeId);
      await moved(opened.store, before, 2, 'CONVERTED');
      const digest = await aSignedDraft(opened.store, people, after);
      const handed = await opened.store.transaction((tx) =>
        handOver(tx, system(6), { routeId: after, digest }),
      );
      expect(handed).toMatchObject({ handedOver: true });
    });

    it('holds nothing of another unit', async () => {
      await anOverdueReview(opened.store);
      const others = await somePeople(opened.store);
      expect(await handedOver(opened.store, others, disclosure())).toMatchObject({ handedOver: true });
    });

    it('wakes what it held as soon as it is written, by two persons who had no part in it', async () => {
      const { people, emergencyId } = await anOverdueReview(opened.store);
      const { routeId, caseId } = await aRunningCase(opened.store, people, [disclosure()]);
      const { workflowId } = await theRoute(opened.store, routeId);
      await opened.store.transaction(async (tx) => {
        const held = { state: 'CHECKS', waitsFor: 'ON_HOLD REVIEW_OVERDUE' } as const;
        await tx.db.updateTable('routes').set(held).where('id', '=', routeId).execute();
      });
      const alone = await signed(opened.store, people, emergencyId, ['prosecutor', 'PROSECUTOR']);
      expect(alone.relays).toEqual([]);
      expect(await overdueReviewsOf(opened.store.read, people.unitId)).toHaveLength(1);
      const { relays } = await review(opened.store, people, emergencyId);
      expect(relays.map(({ workflowId: id, update }: RelayRow) => [id, update]).slice(1)).toEqual([
        [workflowId, 'reviseRoute'],
      ]);
      expect(await overdueReviewsOf(opened.store.read, people.unitId)).toEqual([]);
      expect(relays[1]).toMatchObject({ caseId });
    });

    it('is not written by who received on the route', async () => {
      const { people, emergencyId } = await anOverdueReview(opened.store);
      const file = {
        routeId: emergencyId,
        fileName: 'a',
        mediaType: 'b',
        senderSha256: '0'.repeat(64),
        path: 'p',
      };
      const adviser = person(people.id('adviser'), 'LEGAL_ADVISOR', 6);
      await opened.store.transaction((tx) => beginEvidence(tx, adviser, file));
      await expect(review(opened.store, people, emergencyId)).rejects.toMatchObject({ code: 'ROLE_MAY_NOT' });
    });
  });

  describe('data that come after an emergency has ended', () => {
    describe.each([
      ['before', false, []],
      ['after', true, ['SEALED']],
    ] as const)('and a file that comes %s its end', (_, ended, marks) => {
      it(ended ? 'is sealed, and the legal adviser is told (E13)' : 'is read by the case team', async () => {
        const { store } = opened;
        const people = await somePeople(store);
        const { routeId } = await aRunningCase(store, people, [emergency({ categories: ['ACCESS_LOG'] })]);
        if (ended) await moved(store, routeId, 2, 'ENDED');
        const file = {
          routeId,
          fileName: 'a',
          mediaType: 'b',
          senderSha256: '0'.repeat(64),
          path: `p-${routeId}`,
        };
        const { evidenceId } = await store.transaction((tx) => beginEvidence(tx, people.custodian, file));
        expect(await marksOfEvidence(store.read, evidenceId)).toEqual(marks);
        const told = await store.read.db
          .selectFrom('reminders')
          .select('tell')
          .where('routeId', '=', routeId)
          .execute();
        expect(told.map(({ tell }) => tell)).toEqual(ended ? ['LEGAL_ADVISOR'] : []);
      });
    });
  });
});
