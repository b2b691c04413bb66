import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApprovals } from '../../activities/approvals.js';
import { createCaseActivities } from '../../activities/cases.js';
import { createOutbox } from '../../activities/outbox.js';
import { createRelay } from '../../activities/relay.js';
import { createRouteActivities } from '../../activities/routes.js';
import type { Climb } from '../../contracts/notices.js';
import {
  asidesOfRoute,
  auditOf,
  handOver,
  outboxOfRoute,
  recordDispatch,
  recordReply,
  relayState,
  sha256,
  type Delivery,
  type RelayRow,
} from '../../store/index.js';
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
  somePeople,
  system,
  theRoute,
} from './world.js';
import { choosePlan } from '../../store/index.js';

const clock = (): Date => new Date(at(6));
const everyHour: Climb = { to: ['HEAD_OF_OFFICE'], everyMinutes: 60 };
const notices = () => ({
  climb: { ROUTINE: everyHour, URGENT: everyHour, EMERGENCY: everyHour },
  jitterMinutes: 0,
  digestHour: 8,
});

onEachEngine((opened) => {
  let outboxDir = '';
  beforeAll(async () => {
    outboxDir = await mkdtemp(join(tmpdir(), 'rogatory-outbox-'));
  });
  afterAll(() => rm(outboxDir, { recursive: true, force: true }));

  const refOf = async (routeId: string) => {
    const { caseId, workflowId } = await theRoute(opened.store, routeId);
    return { caseId, routeId, workflowId };
  };

  describe('the packet', () => {
    const aPacket = async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { routeId } = await aRunningCase(store, people, [aLot()]);
      const digest = await aSignedDraft(store, people, routeId);
      const outbox = createOutbox({ store, clock, outboxDir, mode: 'embedded' });
      const ref = await refOf(routeId);
      const handed = await outbox.handOver({ ...ref, digest });
      if (!handed.handedOver) throw new Error(handed.reason);
      return { store, outbox, ref, routeId, digest, outboxId: handed.outboxId };
    };

    it('holds the letters, the request as data and the covering text, and says that it is training', async () => {
      const { outbox, ref, outboxId, digest } = await aPacket();
      await outbox.writePacket({ ...ref, outboxId });
      const folder = join(outboxDir, outboxId);
      expect((await readdir(folder)).sort()).toEqual(['D-01.pdf', 'covering.txt', 'request.json']);
      const request: unknown = JSON.parse(await readFile(join(folder, 'request.json'), 'utf8'));
      expect(request).toMatchObject({
        mark: 'TRAINING - NOT A REQUEST',
        digest,
        outboxId,
        addressee: 'Provider X',
        files: [{ name: 'D-01.pdf', sha256: sha256('letter') }],
      });
      expect(await readFile(join(folder, 'covering.txt'), 'utf8')).toContain('TRAINING - NOT A REQUEST');
    });

    it('is written once, however often and however many at once ask', async () => {
      const { store, outbox, ref, outboxId, routeId } = await aPacket();
      for (let count = 0; count < 3; count += 1) await outbox.writePacket({ ...ref, outboxId });
      const [row] = await outboxOfRoute(store.read, routeId);
      expect(row).toMatchObject({ packetPath: outboxId, writtenAt: at(6) });
      expect((await readdir(outboxDir)).filter((name) => name.includes(outboxId))).toEqual([outboxId]);
    });

    it('after a crash between row and folder, or between folder and mark, is there once and marked', async () => {
      const { store, outbox, ref, outboxId, routeId } = await aPacket();
      const half = join(outboxDir, `.${outboxId}.1.1`);
      await mkdir(half);
      await writeFile(join(half, 'D-01.pdf'), 'half');
      await outbox.writePacket({ ...ref, outboxId });
      expect((await readdir(outboxDir)).filter((name) => name.includes(outboxId))).toEqual([outboxId]);
      const unmarked = { ...store, transaction: () => Promise.reject(new Error('the worker died')) };
      const next = await aPacket();
      const dying = createOutbox({ store: unmarked, clock, outboxDir, mode: 'embedded' });
      await expect(dying.writePacket({ ...next.ref, outboxId: next.outboxId })).rejects.toThrow('died');
      expect(await readdir(outboxDir)).toContain(next.outboxId);
      await next.outbox.writePacket({ ...next.ref, outboxId: next.outboxId });
      expect((await outboxOfRoute(store.read, next.routeId))[0]?.writtenAt).toBe(at(6));
      expect((await outboxOfRoute(store.read, routeId))[0]?.writtenAt).toBe(at(6));
    });

    it('never takes the place of another one', async () => {
      const { outbox, ref, outboxId } = await aPacket();
      await mkdir(join(outboxDir, outboxId));
      await writeFile(join(outboxDir, outboxId, 'D-01.pdf'), 'something else');
      await expect(outbox.writePacket({ ...ref, outboxId })).rejects.toThrow('holds another packet');
    });

    it('is the same row when the activity is tried again after the commit', async () => {
      const { outbox, ref, digest, outboxId } = await aPacket();
      expect(await outbox.handOver({ ...ref, digest })).toEqual({ handedOver: true, outboxId });
    });
  });

  describe('a vote', () => {
    it('holds as long as the plan says, counted by the calendar activity from this moment', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { routeId } = await aRunningCase(store, people, [aLot()]);
      const { digest } = await aDraft(store, routeId);
      const ticketId = await aTicket(store, people.supervisor, { routeId, step: 'supervisor', digest });
      let signedOff = 0;
      const approvals = createApprovals({
        store,
        clock,
        notary: { afterSignOff: async () => void (signedOff += 1) },
        computeInstants: async ({ from, within }) => {
          expect([from, within]).toEqual([at(6), aLot().terms.approvalValidFor]);
          return { dueAt: at(7), rungs: [] };
        },
      });
      const redeemed = await approvals.redeemTicket({
        ...(await refOf(routeId)),
        ticketId,
        step: 'supervisor',
        digest,
      });
      expect(redeemed).toMatchObject({ valid: true, personId: people.id('supervisor') });
      expect(signedOff).toBe(1);
      const late = await store.transaction((tx) => handOver(tx, system(8), { routeId, digest }));
      expect(late).toMatchObject({ handedOver: false });
    });
  });

  describe('the plan to run', () => {
    it('gives the lots with their routes, the same each time it is asked', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const after = [{ route: 'ART29' as const, waitsFor: 'DISPATCHED', atMostDays: 2 }];
      const { plan, caseId, routes } = await aRunningCase(store, people, [
        aLot(),
        aLot({ addressee: 'Y', after }),
      ]);
      const { planToRun } = createCaseActivities({ store, clock });
      const ask = { caseId, planId: plan.id, planDigest: plan.digest, ticketId: null };
      const toRun = await planToRun(ask);
      expect(toRun.start.map((one) => [one.routeId, one.startBy])).toEqual([
        [routes[0]?.routeId, null],
        [routes[1]?.routeId, new Date(Date.parse(at(0)) + 2 * 86_400_000).toISOString()],
      ]);
      expect(await planToRun(ask)).toEqual(toRun);
    });

    it('is refused for good when no person started or adopted it, or under another digest or case', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { plan, caseId } = await aRunningCase(store, people, [aLot()]);
      const determinationId = await determined(store, caseId, [aLot({ addressee: 'Y' })]);
      const chosen = await store.transaction((tx) =>
        choosePlan(tx, people.officer, { caseId, determinationId, lots: 'ALL' }),
      );
      const { planToRun } = createCaseActivities({ store, clock });
      const attempts = [
        { caseId, planId: chosen.id, planDigest: chosen.digest },
        { caseId, planId: plan.id, planDigest: 'other' },
        { caseId: 'other', planId: plan.id, planDigest: plan.digest },
        { caseId, planId: 'other', planDigest: plan.digest },
      ];
      for (const attempt of attempts) {
        const refused = planToRun({ ...attempt, ticketId: null });
        await expect(refused).rejects.toMatchObject({ type: 'PLAN_NOT_ADOPTED', nonRetryable: true });
      }
    });
  });

  describe('a route', () => {
    it('is told the blockers of its lot, and a projection that leaves a gap is no longer tried', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const lot = aLot({ dispatchBlockers: [blockedBy('AUTHORISATION_MISSING')] });
      const { routeId, plan } = await aRunningCase(store, people, [lot]);
      const acts = createRouteActivities({ store, clock, notices });
      const ref = await refOf(routeId);
      expect(await acts.openBlockers(ref)).toMatchObject({
        codes: ['AUTHORISATION_MISSING'],
        planId: plan.id,
      });
      const gap = {
        ...ref,
        seq: 5,
        state: 'CHECKS' as const,
        waitsFor: null,
        nextAt: null,
        at: at(6),
        reason: 'x',
      };
      const projecting = acts.project(gap);
      await expect(projecting).rejects.toMatchObject({ type: 'PROJECTION_REFUSED', nonRetryable: true });
    });
  });

  describe('a message', () => {
    it('is on record only to its own workflow, under its own name and word for word; any other is audited as refused', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { relay, routeId } = await aRunningCase(store, people, [aLot()]);
      const { isOnRecord } = createRouteActivities({ store, clock, notices });
      const { caseId, workflowId, update, payload } = relay;
      const message = { requestId: relay.id, ...payload };
      const ref = { caseId, routeId, workflowId };
      expect(await isOnRecord({ ...ref, update, message })).toBe(true);
      expect(await isOnRecord({ ...ref, update, message })).toBe(true);
      const others = [
        { ...ref, update, message: { ...message, requestId: 'invented' } },
        { ...ref, update, message: { ...message, planId: 'another' } },
        { ...ref, update: 'withdrawRoute' as const, message },
        { ...ref, workflowId: 'another', update, message },
      ];
      for (const forged of others) expect(await isOnRecord(forged)).toBe(false);
      const entries = await auditOf(store.read, { subject: { kind: 'route', id: routeId }, limit: 100 });
      const refused = entries.filter(({ verb }) => verb === 'ACCESS_REFUSED');
      expect(refused.map(({ reason }) => reason)).toEqual(others.map(() => 'NOT_ON_RECORD'));
    });
  });

  describe('the sweep', () => {
    it('delivers what waits, in order, keeps what nobody confirmed, and says how much is left', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { relay } = await aRunningCase(store, people, [aLot()]);
      const seen: string[] = [];
      const answers: Delivery[] = [{ kind: 'unknown', why: 'not found' }];
      const deliver = async (row: RelayRow): Promise<Delivery> => {
        if (row.id !== relay.id) return { kind: 'delivered', outcome: null };
        seen.push(row.id);
        return answers.shift() ?? { kind: 'delivered', outcome: { planDigest: 'x' } };
      };
      const sweepAt = (minute: number) =>
        createRelay({ store, clock: () => new Date(at(minute)), deliver }).deliverPending();
      expect((await sweepAt(10)).left).toBe(1);
      expect(await relayState(store.read, relay.id)).toMatchObject({ state: 'WAITING' });
      expect(await sweepAt(20)).toMatchObject({ left: 0 });
      expect(await relayState(store.read, relay.id)).toMatchObject({ state: 'DELIVERED' });
      await sweepAt(30);
      expect(seen).toEqual([relay.id, relay.id]);
    });

    it('sets an answer aside that was recorded while its route was ending', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { routeId } = await aRunningCase(store, people, [aLot()]);
      const digest = await aSignedDraft(store, people, routeId);
      const { relay, replyId } = await store.transaction(async (tx) => {
        await handOver(tx, system(6), { routeId, digest });
        const sent = { routeId, sentAt: at(7), means: 'PORTAL', reference: 'P-1' };
        await recordDispatch(tx, later(people.officer, 8), sent);
        const answer = { routeId, outcome: 'ANSWERED', receivedAt: at(8), reference: 'A-1' } as const;
        return recordReply(tx, later(people.officer, 9), answer);
      });
      await moved(store, routeId, 2, 'CLOSED');
      const deliver = (row: RelayRow): Promise<Delivery> =>
        Promise.resolve(
          row.update === 'receiveReply'
            ? { kind: 'unknown', why: 'WorkflowNotFoundError' }
            : { kind: 'delivered', outcome: {} },
        );
      const sweepAt = (minute: number) =>
        createRelay({ store, clock: () => new Date(at(minute)), deliver }).deliverPending();
      for (const minute of [41, 42, 43]) await sweepAt(minute);
      expect(await relayState(store.read, relay?.id ?? '')).toMatchObject({ state: 'REFUSED' });
      expect(await asidesOfRoute(store.read, routeId)).toMatchObject([
        { replyId, why: 'LATE', decided: null },
      ]);
    });

    it('survives a delivery that throws', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { relay } = await aRunningCase(store, people, [aLot()]);
      const deliver = () => Promise.reject(new Error('connection refused'));
      const swept = await createRelay({ store, clock: () => new Date(at(40)), deliver }).deliverPending();
      expect(swept.delivered).toBe(0);
      expect(await relayState(store.read, relay.id)).toMatchObject({ state: 'WAITING' });
    });
  });
});
