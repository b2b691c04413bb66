import { describe, expect, it } from 'vitest';
import {
  auditOf,
  closeApprovalSteps,
  deadlinesOf,
  dispatchesOfRoute,
  handOver,
  inbox,
  linkReply,
  markAdopted,
  markPacketWritten,
  outboxOfRoute,
  placeHold,
  liftHold,
  project,
  proposePlan,
  recordDispatch,
  recordIncident,
  recordReminder,
  recordReply,
  recordReport,
  recordReview,
  recordWithdrawal,
  repliesOfRoute,
  saveDocument,
  sha256,
  startClock,
  stopClock,
  type Store,
} from '../../store/index.js';
import type { Verdict } from '../../contracts/route-events.js';
import { createClocks } from '../../activities/clocks/index.js';
import { termsOf } from '../../rules/engine/merge/terms.js';
import { realRules } from '../rules/support/real-rules.js';
import { onEachEngine } from './engines.js';
import {
  aDraft,
  aLot,
  aRunningCase,
  aSignedDraft,
  at,
  aTicket,
  blockedBy,
  determined,
  later,
  moved,
  person,
  readerOf,
  redeem,
  somePeople,
  system,
  theRoute,
  type People,
} from './world.js';

const voluntaryDisclosure = (() => {
  const page = realRules().ruleSet.lifeCycles.get('PROV_DISC');
  if (page === undefined) throw new Error('no page for PROV_DISC');
  return termsOf(page, { urgency: 'ROUTINE', categories: ['SUBSCRIBER'] });
})();

async function aSignedRoute(store: Store, lot = aLot()) {
  const people = await somePeople(store);
  const { routeId, caseId } = await aRunningCase(store, people, [lot]);
  const digest = await aSignedDraft(store, people, routeId);
  return { people, routeId, caseId, digest };
}
const handOverAt = (store: Store, input: { routeId: string; digest: string }, minute = 6) =>
  store.transaction((tx) => handOver(tx, system(minute), input));

async function aRouteInHand(store: Store) {
  const signed = await aSignedRoute(store);
  await handOverAt(store, signed);
  return signed;
}
const send = (store: Store, people: People, routeId: string, sentAt = at(7), minute = 8) =>
  store.transaction((tx) =>
    recordDispatch(tx, later(people.officer, minute), { routeId, sentAt, means: 'PORTAL', reference: 'P-1' }),
  );
async function aSentRoute(store: Store) {
  const inHand = await aRouteInHand(store);
  return { ...inHand, ...(await send(store, inHand.people, inHand.routeId)) };
}

onEachEngine((opened) => {
  describe('hand-over', () => {
    it('of a signed draft makes one outbox row, however often and however many at once ask', async () => {
      const { store } = opened;
      const signed = await aSignedRoute(store);
      const asked = await Promise.all(Array.from({ length: 8 }, () => handOverAt(store, signed)));
      const ids = asked.map((one) => (one.handedOver ? one.outboxId : one.reason));
      expect(new Set(ids).size).toBe(1);
      const rows = await outboxOfRoute(store.read, signed.routeId);
      expect(rows.map((row) => [row.id, row.digest])).toEqual([[ids[0], signed.digest]]);
      const entries = await auditOf(store.read, { caseId: signed.caseId, limit: 100 });
      expect(entries.filter((entry) => entry.verb === 'HANDED_OVER')).toHaveLength(1);
    });

    it('is refused while a signature is missing, and the refusal is in the audit', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { routeId, caseId } = await aRunningCase(store, people, [aLot()]);
      const { digest } = await aDraft(store, routeId);
      const ticketId = await aTicket(store, people.supervisor, { routeId, step: 'supervisor', digest });
      await redeem(store, { routeId, ticketId, step: 'supervisor', digest });
      const refused = await handOverAt(store, { routeId, digest });
      expect(refused).toEqual({ handedOver: false, reason: 'APPROVAL_MISSING' });
      const entries = await auditOf(store.read, { caseId, limit: 100 });
      expect(entries.at(-1)).toMatchObject({ verb: 'HAND_OVER_REFUSED', reason: 'APPROVAL_MISSING' });
    });

    it('is refused when a ticket was written but never redeemed', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { routeId } = await aRunningCase(store, people, [aLot()]);
      const { digest } = await aDraft(store, routeId);
      await aTicket(store, people.supervisor, { routeId, step: 'supervisor', digest });
      await aTicket(store, people.prosecutor, { routeId, step: 'prosecutor', digest });
      expect(await handOverAt(store, { routeId, digest })).toMatchObject({ handedOver: false });
    });

    it('is refused when a signer returned the draft', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { routeId } = await aRunningCase(store, people, [aLot()]);
      const { digest } = await aDraft(store, routeId);
      for (const [step, decision] of [
        ['supervisor', 'approve'],
        ['prosecutor', 'return'],
      ] as const) {
        const ticketId = await aTicket(store, people[step], { routeId, step, digest, decision });
        await redeem(store, { routeId, ticketId, step, digest });
      }
      expect(await handOverAt(store, { routeId, digest })).toMatchObject({ reason: 'APPROVAL_MISSING' });
    });

    it.each([
      ['the signatures have run out', 'APPROVAL_EXPIRED', async () => undefined, 59],
      [
        'another draft was rendered after them',
        'APPROVAL_OF_ANOTHER_DRAFT',
        async (store: Store, { routeId }: { routeId: string }) => {
          const { caseId, planId, sliceDigest } = await theRoute(store, routeId);
          const input = { caseId, routeId, planId, sliceDigest, language: 'en', fields: '{}', files: [] };
          await store.transaction((tx) => saveDocument(tx, system(6), { ...input, digest: sha256('other') }));
        },
        6,
      ],
      [
        'their round was closed',
        'APPROVAL_MISSING',
        async (store: Store, { routeId, digest }: { routeId: string; digest: string }) =>
          store.transaction((tx) => closeApprovalSteps(tx, system(6), { routeId, digest, why: 'voided' })),
        6,
      ],
      [
        'the route was withdrawn',
        'WITHDRAWN',
        async (store: Store, { routeId, people }: { routeId: string; people: People }) =>
          store.transaction((tx) => recordWithdrawal(tx, people.supervisor, { routeId, reason: 'No need.' })),
        6,
      ],
      [
        'the case is on hold',
        'ON_HOLD RIGHTS',
        async (store: Store, { caseId }: { caseId: string }) =>
          store.transaction((tx) =>
            placeHold(tx, { ...system(6), reason: 'G05' }, { caseId, kind: 'RIGHTS' }),
          ),
        6,
      ],
    ] as const)('is refused when %s', async (_, reason, change, minute) => {
      const { store } = opened;
      const signed = await aSignedRoute(store);
      await change(store, signed);
      expect(await handOverAt(store, signed, minute)).toEqual({ handedOver: false, reason });
      expect(await outboxOfRoute(store.read, signed.routeId)).toEqual([]);
    });

    it('goes on when the hold was lifted; a hold on another route of the case does not stop it', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { routes, caseId } = await aRunningCase(store, people, [
        aLot(),
        aLot({ addressee: 'Provider Y' }),
      ]);
      const [first, second] = routes.map((route) => route.routeId);
      const routeId = first ?? '';
      const digest = await aSignedDraft(store, people, routeId);
      const act = { ...system(6), reason: 'G05' };
      const hold = (id: string | undefined) =>
        store.transaction((tx) => placeHold(tx, act, { caseId, kind: 'LEGAL', routeId: id ?? '' }));
      await hold(second);
      const { holdId } = await hold(first);
      expect(await handOverAt(store, { routeId, digest })).toMatchObject({ reason: 'ON_HOLD LEGAL' });
      await store.transaction((tx) => liftHold(tx, act, { holdId }));
      expect(await handOverAt(store, { routeId, digest })).toMatchObject({ handedOver: true });
    });

    it('is refused while a dispatch blocker of the lot is not cured, whoever signed', async () => {
      const { store } = opened;
      const lot = aLot({ dispatchBlockers: [blockedBy('AUTHORISATION_MISSING')] });
      const signed = await aSignedRoute(store, lot);
      const refused = { handedOver: false, reason: 'BLOCKED AUTHORISATION_MISSING' };
      expect(await handOverAt(store, signed)).toEqual(refused);
    });

    it.each([
      ['changed the slice', aLot({ basis: ['NEW BASIS'] }), 'APPROVAL_OF_ANOTHER_SLICE'],
      ['no longer has the lot', aLot({ addressee: 'Provider Y' }), 'NOT_IN_PLAN'],
    ] as const)('is refused when the adopted plan %s', async (_, lot, reason) => {
      const { store } = opened;
      const signed = await aSignedRoute(store);
      const { caseId, people } = signed;
      const determinationId = await determined(store, caseId, [lot]);
      await store.transaction(async (tx) => {
        const plan = await proposePlan(tx, system(5), { caseId, determinationId });
        const input = { planId: plan?.id ?? '', baseDigest: plan?.baseDigest ?? '' };
        return markAdopted(tx, { ...people.supervisor, reason: 'Law changed.' }, input);
      });
      expect(await handOverAt(store, signed)).toEqual({ handedOver: false, reason });
    });

    it('of a second draft waits until the first was sent', async () => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteInHand(store);
      await store.transaction((tx) => closeApprovalSteps(tx, system(6), { routeId, digest, why: 'voided' }));
      const second = await aDraft(store, routeId, 'renewal', 2);
      for (const step of ['supervisor', 'prosecutor'] as const) {
        const ticketId = await aTicket(store, people[step], { routeId, step, digest: second.digest });
        await redeem(store, { routeId, ticketId, step, digest: second.digest });
      }
      const ask = { routeId, digest: second.digest };
      expect(await handOverAt(store, ask)).toEqual({ handedOver: false, reason: 'ALREADY_HANDED_OVER' });
      await send(store, people, routeId);
      expect(await handOverAt(store, ask, 9)).toMatchObject({ handedOver: true });
    });

    it('keeps the place of the packet that was written first', async () => {
      const { store } = opened;
      const { routeId } = await aRouteInHand(store);
      const [row] = await outboxOfRoute(store.read, routeId);
      const outboxId = row?.id ?? '';
      for (const path of ['first', 'second']) {
        await store.transaction((tx) => markPacketWritten(tx, system(7), { outboxId, path, sha256: 'x' }));
      }
      expect((await outboxOfRoute(store.read, routeId))[0]?.packetPath).toBe('first');
    });
  });

  describe('dispatch', () => {
    it('is recorded once for what was handed over, with the message that starts the clocks', async () => {
      const { store } = opened;
      const { people, routeId } = await aRouteInHand(store);
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => send(store, people, routeId)));
      const done = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(done).toHaveLength(1);
      expect(done[0]?.relay).toMatchObject({ update: 'recordDispatch', payload: { sentAt: at(7) } });
      expect(await dispatchesOfRoute(store.read, routeId)).toMatchObject([
        { reference: 'P-1', sentAt: at(7) },
      ]);
    });

    it('is refused for a time to come, before the hand-over, or when nothing was handed over', async () => {
      const { store } = opened;
      const { people, routeId } = await aRouteInHand(store);
      await expect(send(store, people, routeId, at(9), 8)).rejects.toMatchObject({
        code: 'DISPATCH_IN_FUTURE',
      });
      await expect(send(store, people, routeId, at(1), 8)).rejects.toMatchObject({ code: 'ROUTE_STATE' });
      const signed = await aSignedRoute(store);
      await expect(send(store, signed.people, signed.routeId)).rejects.toMatchObject({ code: 'ROUTE_STATE' });
    });
  });

  describe('what comes back', () => {
    it('a reply is kept with its message, and linked once to the state it led to', async () => {
      const { store } = opened;
      const { people, routeId } = await aSentRoute(store);
      const input = {
        routeId,
        outcome: 'PRESERVED' as const,
        receivedAt: at(20),
        reference: 'A-1',
        preservedUntil: at(55),
      };
      const { replyId, relay } = await store.transaction((tx) => recordReply(tx, people.officer, input));
      expect(relay?.payload).toEqual({
        requestId: relay?.id,
        replyId,
        outcome: 'PRESERVED',
        receivedAt: at(20),
      });
      for (const state of ['PRESERVED', 'CLOSED'] as const) {
        await store.transaction((tx) => linkReply(tx, system(21), { replyId, state }));
      }
      const replies = await repliesOfRoute(store.read, routeId);
      expect(replies).toMatchObject([{ id: replyId, ledTo: 'PRESERVED', preservedUntil: at(55) }]);
    });

    it('the clock of a notice to the user runs to the day before the date that the provider announced', async () => {
      const { store } = opened;
      const { people, routeId, caseId } = await aSentRoute(store);
      const announced = {
        routeId,
        outcome: 'NOTICE_ANNOUNCED' as const,
        receivedAt: at(20),
        reference: 'A-1',
        noticeAt: '2027-01-20T09:00:00.000Z',
      };
      const { replyId } = await store.transaction((tx) => recordReply(tx, people.officer, announced));
      const climb = { to: ['HEAD_OF_OFFICE' as const], everyMinutes: 60 };
      const everywhere = { ROUTINE: climb, URGENT: climb, EMERGENCY: climb };
      const notices = () => ({ climb: everywhere, jitterMinutes: 0, digestHour: 8 });
      const clocks = createClocks({
        store,
        calendars: () => undefined,
        clock: () => new Date(at(21)),
        notices,
      });
      const [notice] = await clocks.startClocks({
        ...{ caseId, routeId, workflowId: routeId, startedAt: at(20), event: 'NOTICE_ANNOUNCED', replyId },
        clocks: voluntaryDisclosure.clocks.filter(({ id }) => id === 'notice'),
      });
      expect(notice?.endsAt).toBe('2027-01-19T09:00:00.000Z');
    });

    it('a date of notice is kept with no other outcome', async () => {
      const { store } = opened;
      const { people, routeId } = await aSentRoute(store);
      const input = {
        routeId,
        outcome: 'REFUSED' as const,
        receivedAt: at(20),
        reference: 'A-1',
        noticeAt: at(55),
      };
      await expect(store.transaction((tx) => recordReply(tx, people.officer, input))).rejects.toThrow(
        /replies_notice_at/,
      );
    });

    it('a reply to a request that was never sent is refused', async () => {
      const { store } = opened;
      const { people, routeId } = await aRouteInHand(store);
      const input = { routeId, outcome: 'ANSWERED' as const, receivedAt: at(20), reference: 'A-1' };
      const reply = store.transaction((tx) => recordReply(tx, people.officer, input));
      await expect(reply).rejects.toMatchObject({ code: 'ROUTE_STATE' });
    });

    it('a route that has ended is not withdrawn any more', async () => {
      const { store } = opened;
      const { people, routeId } = await aSentRoute(store);
      await moved(store, routeId, 2, 'CLOSED');
      const input = { routeId, reason: 'Too late.' };
      const withdrawal = store.transaction((tx) => recordWithdrawal(tx, people.supervisor, input));
      await expect(withdrawal).rejects.toMatchObject({ code: 'ROUTE_STATE' });
    });

    it('an emergency is reviewed by nobody who drafted, signed or sent it', async () => {
      const { store } = opened;
      const { people, routeId } = await aSentRoute(store);
      type Reviewer = 'SUPERVISOR' | 'PROSECUTOR' | 'CASE_OFFICER' | 'LEGAL_ADVISOR';
      const said = { routeId, ref: 'Review 1', finding: 'It was one.' };
      const review = (name: string, role: Reviewer, verdict: Verdict = 'VALIDATED') =>
        store.transaction((tx) => recordReview(tx, person(people.id(name), role), { ...said, verdict }));
      await expect(review('officer', 'CASE_OFFICER')).rejects.toMatchObject({ code: 'ROLE_MAY_NOT' });
      await expect(review('supervisor', 'SUPERVISOR')).rejects.toMatchObject({ code: 'ROLE_MAY_NOT' });
      expect(await review('otherSupervisor', 'SUPERVISOR')).toMatchObject({
        ...{ counts: null, waitsFor: ['LEGAL_ADVISOR'], relays: [] },
      });
      await expect(review('prosecutor', 'PROSECUTOR')).rejects.toMatchObject({ code: 'ROLE_MAY_NOT' });
      const again = review('otherSupervisor', 'LEGAL_ADVISOR');
      await expect(again).rejects.toMatchObject({ code: 'DECISION_SECOND_SAME' });
      const { counts, relays } = await review('adviser', 'LEGAL_ADVISOR', 'NOT_VALIDATED');
      expect(counts).toBe('NOT_VALIDATED');
      expect(relays).toMatchObject([
        { update: 'reportDone', payload: { what: 'ex-post-reviewed', verdict: 'NOT_VALIDATED' } },
      ]);
      await expect(review('stranger', 'PROSECUTOR')).rejects.toMatchObject({ code: 'ROUTE_STATE' });
    });

    it('a decision on a silent route carries the choice to its workflow', async () => {
      const { store } = opened;
      const { people, routeId } = await aSentRoute(store);
      const input = {
        routeId,
        what: 'decision-taken' as const,
        choice: 'CONVERT' as const,
        ref: 'Note 3',
        finding: 'Go on by MLA.',
      };
      const { relay, reportId } = await store.transaction((tx) => recordReport(tx, people.supervisor, input));
      expect(relay.payload).toMatchObject({ what: 'decision-taken', ref: reportId, choice: 'CONVERT' });
    });
  });

  describe('the projection', () => {
    const projection = async (store: Store, routeId: string) => {
      const { caseId, workflowId } = await theRoute(store, routeId);
      return { caseId, routeId, workflowId, waitsFor: null, nextAt: null, at: at(9), reason: 'test' };
    };

    it('moves forward one by one; the same number with the same content does nothing', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { routeId, caseId } = await aRunningCase(store, people, [aLot()]);
      const move = { ...(await projection(store, routeId)), seq: 2, state: 'CHECKS' as const };
      for (let count = 0; count < 3; count += 1) await store.transaction((tx) => project(tx, system(), move));
      expect(await theRoute(store, routeId)).toMatchObject({ seq: 2, state: 'CHECKS' });
      const entries = await auditOf(store.read, { caseId, limit: 100 });
      expect(entries.filter((entry) => entry.verb === 'ROUTE_MOVED')).toHaveLength(2);
    });

    it('refuses a gap, an old number with another content, and another workflow', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { routeId } = await aRunningCase(store, people, [aLot()]);
      const move = { ...(await projection(store, routeId)), state: 'CHECKS' as const };
      const attempts = [
        { ...move, seq: 3 },
        { ...move, seq: 1 },
        { ...move, seq: 0 },
        { ...move, seq: 2, workflowId: 'prov-pres-other' },
      ];
      for (const attempt of attempts) {
        const projecting = store.transaction((tx) => project(tx, system(), attempt));
        await expect(projecting).rejects.toThrow('PROJECTION_REFUSED');
      }
      expect(await theRoute(store, routeId)).toMatchObject({ seq: 1, state: 'DRAFT' });
    });

    it('of two moves under one number at once, one counts', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { routeId } = await aRunningCase(store, people, [aLot()]);
      const move = { ...(await projection(store, routeId)), seq: 2 };
      const outcomes = await Promise.allSettled(
        (['CHECKS', 'FIELDS_MISSING'] as const).map((state) =>
          store.transaction((tx) => project(tx, system(), { ...move, state })),
        ),
      );
      expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });

  describe('clocks and notices', () => {
    const term = {
      id: 'preservation',
      title: 'Preservation ends',
      starts: 'PRESERVED' as const,
      length: { amount: 90, unit: 'day' as const },
      nature: 'provider' as const,
      reference: 'Provider guidelines',
      ladder: [],
    };
    const clockOf = (routeId: string) => ({
      routeId,
      term,
      event: 'PRESERVED' as const,
      startedAt: at(20),
      endsAt: at(40),
      provisional: true,
      derivation: { calendar: 'KZ' },
      rungs: [],
    });

    it('a clock starts once for a term and an instant, and stops once', async () => {
      const { store } = opened;
      const { people, routeId, caseId } = await aSentRoute(store);
      const start = () => store.transaction((tx) => startClock(tx, system(20), clockOf(routeId)));
      const { clockId } = await start();
      expect(await start()).toEqual({ clockId });
      const due = () => deadlinesOf(store.read, readerOf(people, 'officer'), { caseId, limit: 10 });
      expect(await due()).toMatchObject([{ kind: 'CLOCK', id: clockId, at: at(40), provisional: true }]);
      for (const why of ['renewed', 'again']) {
        await store.transaction((tx) => stopClock(tx, system(30), { clockId, why }));
      }
      expect(await due()).toEqual([]);
      const entries = await auditOf(store.read, { subject: { kind: 'clock', id: clockId }, limit: 10 });
      expect(entries.map((entry) => [entry.verb, entry.reason])).toEqual([
        ['CLOCK_STARTED', null],
        ['CLOCK_ENDED', 'renewed'],
      ]);
    });

    it('deadlines are the soonest first, page by page, of one’s own cases only', async () => {
      const { store } = opened;
      const { people, routeId } = await aSentRoute(store);
      await store.transaction((tx) => startClock(tx, system(20), clockOf(routeId)));
      const { routeId: other } = await aRunningCase(store, people, [aLot()]);
      await aDraft(store, other);
      const officer = readerOf(people, 'officer');
      const [first] = await deadlinesOf(store.read, officer, { limit: 1 });
      const rest = await deadlinesOf(store.read, officer, { limit: 10, after: first ?? { at: '', id: '' } });
      expect([first, ...rest].map((one) => one?.kind)).toEqual(['CLOCK', 'APPROVAL', 'APPROVAL']);
      expect(await deadlinesOf(store.read, readerOf(people, 'stranger'), { limit: 10 })).toEqual([]);
    });

    it('nobody is reminded twice under one key, and an incident is opened once', async () => {
      const { store } = opened;
      const { routeId, caseId } = await aSentRoute(store);
      const climb = { to: ['HEAD_OF_OFFICE' as const], everyMinutes: 60 };
      const rung = {
        after: { amount: 1, unit: 'day' as const },
        tell: 'SUPERVISOR' as const,
        what: 'escalate' as const,
      };
      const reminder = {
        routeId,
        caseId,
        key: 'k1',
        rung,
        says: 'signature: supervisor',
        dueAt: at(50),
        climb,
        urgency: 'ROUTINE' as const,
      };
      const incident = { routeId, key: 'k1', code: 'DISPATCH_LATE', says: 'Late.' };
      for (const first of [true, false]) {
        expect(await store.transaction((tx) => recordReminder(tx, system(30), reminder))).toEqual({ first });
        expect(await store.transaction((tx) => recordIncident(tx, system(30), incident))).toEqual({ first });
      }
    });

    it('a signature that is waited for shows in the inbox of its role only', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { routeId } = await aRunningCase(store, people, [aLot()]);
      await aDraft(store, routeId);
      const list = await inbox(store.read, readerOf(people, 'custodian'), { limit: 100 });
      expect(list.filter((one) => one.routeId === routeId)).toEqual([]);
    });
  });
});
