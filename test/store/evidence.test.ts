import { describe, expect, it } from 'vitest';
import {
  abortEvidence,
  auditOf,
  beginEvidence,
  enqueue,
  evidenceForReader,
  evidenceOfRoute,
  marksOfEvidence,
  receiveEvidence,
  relayBacklog,
  relayState,
  sealEvidence,
  settle,
  sha256,
  takeUndelivered,
  type PersonAct,
  type RelayRow,
  type Store,
} from '../../store/index.js';
import { onEachEngine } from './engines.js';
import {
  aCase,
  aLot,
  aRunningCase,
  at,
  later,
  person,
  readerOf,
  somePeople,
  system,
  type People,
} from './world.js';

const announced = sha256('the file');

async function aRoute(store: Store) {
  const people = await somePeople(store);
  const { routeId, caseId } = await aRunningCase(store, people, [aLot()]);
  return { people, routeId, caseId };
}
const begin = (store: Store, people: People, routeId: string, senderSha256 = announced) =>
  store.transaction((tx) => {
    const file = {
      fileName: 'answer.zip',
      mediaType: 'application/zip',
      senderSha256,
      path: 'q/1',
    };
    return beginEvidence(tx, people.officer, { ...file, routeId });
  });
const seal = (store: Store, people: People, evidenceId: string, digest = announced) =>
  store.transaction((tx) =>
    sealEvidence(tx, people.officer, { evidenceId, sha256: digest, size: 5_000_000_000 }),
  );
const receive = (store: Store, act: PersonAct, evidenceId: string) =>
  store.transaction((tx) => receiveEvidence(tx, act, { evidenceId }));

async function aSealedFile(store: Store) {
  const route = await aRoute(store);
  const { evidenceId } = await begin(store, route.people, route.routeId);
  await seal(store, route.people, evidenceId);
  return { ...route, evidenceId };
}

onEachEngine((opened) => {
  describe('evidence of a person who likely has a privilege', () => {
    const marks = async (store: Store, change: Parameters<typeof aLot>[0]) => {
      const people = await somePeople(store);
      const { routeId } = await aRunningCase(store, people, [
        aLot({ categories: ['SUBSCRIBER'], ...change }),
      ]);
      const { evidenceId } = await begin(store, people, routeId);
      const told = await store.read.db
        .selectFrom('reminders')
        .select('key')
        .where('routeId', '=', routeId)
        .where('key', 'like', '%/privileged/%')
        .execute();
      return { kinds: await marksOfEvidence(store.read, evidenceId), told: told.length };
    };

    it('is marked for the filter person when it arrives, and the filter person is told (C.14-7)', async () => {
      const { store } = opened;
      expect(await marks(store, { safeguards: ['FILTER_PROTOCOL'] })).toEqual({
        kinds: ['PRIVILEGED'],
        told: 1,
      });
    });

    it('is not, where the plan asks for no filter or the team captured what is public', async () => {
      const { store } = opened;
      expect(await marks(store, {})).toEqual({ kinds: [], told: 0 });
      const open = {
        safeguards: ['FILTER_PROTOCOL'],
        family: 'OSINT',
        route: 'OSINT',
        measure: 'CAPTURE',
      } as const;
      expect(await marks(store, open)).toEqual({ kinds: [], told: 0 });
    });
  });

  describe('evidence', () => {
    it('is received by two persons, custodian first; then its route is told', async () => {
      const { store } = opened;
      const { people, evidenceId, routeId } = await aSealedFile(store);
      expect((await receive(store, people.custodian, evidenceId)).relay).toBeNull();
      const { relay, evidence } = await receive(store, later(people.witness, 2), evidenceId);
      expect(relay).toMatchObject({
        update: 'reportDone',
        payload: { what: 'evidence-received', ref: evidenceId },
      });
      expect(evidence.receipts.map((one) => [one.capacity, one.byPerson])).toEqual([
        ['CUSTODIAN', people.id('custodian')],
        ['WITNESS', people.id('witness')],
      ]);
      expect(await evidenceOfRoute(store.read, routeId)).toMatchObject([
        { size: 5_000_000_000, sha256: announced },
      ]);
      await expect(receive(store, people.witness, evidenceId)).rejects.toMatchObject({ code: 'ROUTE_STATE' });
    });

    it('is not witnessed by its custodian, also not in another role, nor received by whoever comes', async () => {
      const { store } = opened;
      const { people, evidenceId } = await aSealedFile(store);
      await expect(receive(store, people.witness, evidenceId)).rejects.toMatchObject({
        code: 'ROLE_MAY_NOT',
      });
      await expect(receive(store, people.officer, evidenceId)).rejects.toMatchObject({
        code: 'ROLE_MAY_NOT',
      });
      await receive(store, people.custodian, evidenceId);
      const samePerson = [people.custodian, person(people.id('custodian'), 'EVIDENCE_WITNESS')];
      for (const act of samePerson) {
        await expect(receive(store, act, evidenceId)).rejects.toMatchObject({ code: 'EVIDENCE_SAME_PERSON' });
      }
    });

    it('of two custodians at once, one receives', async () => {
      const { store } = opened;
      const { people, evidenceId } = await aSealedFile(store);
      const outcomes = await Promise.allSettled(
        [1, 2].map(() => receive(store, people.custodian, evidenceId)),
      );
      expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    });

    it('tells its route only when every whole file has both signatures', async () => {
      const { store } = opened;
      const { people, evidenceId, routeId } = await aSealedFile(store);
      const another = sha256('another file');
      const { evidenceId: second } = await begin(store, people, routeId, another);
      await seal(store, people, second, another);
      const { evidenceId: cut } = await begin(store, people, routeId);
      await store.transaction((tx) =>
        abortEvidence(tx, system(3), { evidenceId: cut, why: 'connection closed' }),
      );
      const relays = [];
      for (const id of [evidenceId, second]) {
        for (const act of [people.custodian, people.witness])
          relays.push((await receive(store, act, id)).relay);
      }
      expect(relays.map((relay) => relay !== null)).toEqual([false, false, false, true]);
    });

    it('that is not the announced file keeps both digests and is received by nobody', async () => {
      const { store } = opened;
      const { people, routeId } = await aRoute(store);
      const { evidenceId } = await begin(store, people, routeId);
      expect(await seal(store, people, evidenceId, sha256('other'))).toEqual({ state: 'MISMATCH' });
      const kept = await evidenceForReader(store.read, readerOf(people, 'custodian'), evidenceId);
      expect(kept).toMatchObject({ senderSha256: announced, sha256: sha256('other') });
      const receipt = receive(store, people.custodian, evidenceId);
      await expect(receipt).rejects.toMatchObject({ code: 'EVIDENCE_DIGEST_MISMATCH' });
      const entries = await auditOf(store.read, { subject: { kind: 'evidence', id: evidenceId }, limit: 10 });
      expect(entries.map(({ verb }) => verb)).toEqual(['SENSITIVE_MARKED', 'EVIDENCE_MISMATCH']);
      expect(entries.at(-1)).toMatchObject({ oldDigest: announced, newDigest: sha256('other') });
    });

    it('that was cut leaves its trace and cannot be sealed or received', async () => {
      const { store } = opened;
      const { people, routeId } = await aRoute(store);
      const { evidenceId } = await begin(store, people, routeId);
      await store.transaction((tx) => abortEvidence(tx, system(2), { evidenceId, why: 'connection closed' }));
      await expect(seal(store, people, evidenceId)).rejects.toThrow('is sealed');
      await expect(receive(store, people.custodian, evidenceId)).rejects.toMatchObject({
        code: 'EVIDENCE_CUT',
      });
    });

    it('is seen by who may see its case only', async () => {
      const { store } = opened;
      const { people, evidenceId } = await aSealedFile(store);
      const seen = (name: string) => evidenceForReader(store.read, readerOf(people, name), evidenceId);
      expect((await seen('custodian'))?.id).toBe(evidenceId);
      expect(await seen('stranger')).toBeNull();
      expect(await seen('administrator')).toBeNull();
    });
  });

  describe('the relay', () => {
    const put = (store: Store, caseId: string, workflowId: string, name: string): Promise<RelayRow> =>
      store.transaction((tx) =>
        enqueue(tx, { caseId, workflowId, update: 'reviseRoute', payload: { planId: name }, at: at(0) }),
      );
    const take = (store: Store, minute: number) =>
      store.transaction((tx) => takeUndelivered(tx, { at: at(minute), leaseSeconds: 60, limit: 100 }));
    const names = (rows: readonly RelayRow[], caseId: string): unknown[] =>
      rows.filter((row) => row.caseId === caseId).map((row) => row.payload['planId']);
    const done = (store: Store, id: string, minute = 2) =>
      store.transaction((tx) =>
        settle(tx, { id, delivery: { kind: 'delivered', outcome: {} }, at: at(minute) }),
      );

    it('gives the messages of one workflow one after the other, of several side by side', async () => {
      const { store } = opened;
      const caseId = await aCase(store, await somePeople(store));
      const flow = (name: string) => `${name}-${caseId}`;
      const first = await put(store, caseId, flow('a'), 'a1');
      await put(store, caseId, flow('a'), 'a2');
      await put(store, caseId, flow('b'), 'b1');
      expect(names(await take(store, 1), caseId)).toEqual(['a1', 'b1']);
      expect(names(await take(store, 1), caseId)).toEqual([]);
      await done(store, first.id);
      expect(names(await take(store, 1), caseId)).toEqual(['a2']);
    });

    it('gives a message whose lease ran out again, with the same id', async () => {
      const { store } = opened;
      const caseId = await aCase(store, await somePeople(store));
      const row = await put(store, caseId, `c-${caseId}`, 'c1');
      const taken = [await take(store, 1), await take(store, 3)].map((rows) =>
        rows.find((one) => one.id === row.id),
      );
      expect(taken.map((one) => one?.payload['requestId'])).toEqual([row.id, row.id]);
    });

    it('gives no message to two sweeps at once', async () => {
      const { store } = opened;
      const caseId = await aCase(store, await somePeople(store));
      for (let count = 0; count < 6; count += 1) await put(store, caseId, `d${count}-${caseId}`, `d${count}`);
      const sweeps = await Promise.all(Array.from({ length: 4 }, () => take(store, 1)));
      expect(names(sweeps.flat(), caseId).toSorted()).toEqual(['d0', 'd1', 'd2', 'd3', 'd4', 'd5']);
    });

    it('keeps what nobody confirmed, waits longer each time, and lets a refused message go', async () => {
      const { store } = opened;
      const caseId = await aCase(store, await somePeople(store));
      const row = await put(store, caseId, `e-${caseId}`, 'e1');
      const behind = await put(store, caseId, `e-${caseId}`, 'e2');
      await take(store, 1);
      const unknown = { kind: 'unknown' as const, why: 'not found' };
      await store.transaction((tx) => settle(tx, { id: row.id, delivery: unknown, at: at(1) }));
      expect(await relayState(store.read, row.id)).toMatchObject({ state: 'WAITING', outcome: unknown });
      expect(names(await take(store, 1), caseId)).toEqual([]);
      expect(names(await take(store, 2), caseId)).toEqual(['e1']);
      const refused = { kind: 'refused' as const, code: 'ROUTE_STATE', says: 'closed' };
      await store.transaction((tx) => settle(tx, { id: row.id, delivery: refused, at: at(3) }));
      expect(names(await take(store, 4), caseId)).toEqual(['e2']);
      await done(store, behind.id);
      expect((await relayBacklog(store.read)).waiting).toBeGreaterThanOrEqual(0);
    });
  });
});
