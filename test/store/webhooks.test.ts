import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEvents } from '../../activities/events/index.js';
import { eventTypes } from '../../contracts/events.js';
import { thisMachineOnly } from '../../contracts/reach.js';
import {
  auditOf,
  endWebhook,
  newId,
  openCase,
  registerWebhook,
  replayWebhook,
  takeDueWebhooks,
  webhooksOf,
} from '../../store/index.js';
import { startReceiver, type Receiver } from '../support/receiver.js';
import { onEachEngine } from './engines.js';
import { aCase, aLot, aRunningCase, somePeople, type People } from './world.js';

const source = 'https://rogatory.example';
const day = 86_400_000;

onEachEngine((opened) => {
  let receiver: Receiver;
  let people: People;
  /** How far the clock of the sender is ahead of the receiver's. */
  let ahead = 0;
  const clock = (): Date => new Date(Date.now() + ahead);
  const sweep = () =>
    createEvents({ store: opened.store, clock, events: { source, reach: thisMachineOnly } }).deliverEvents();
  const register = (url = receiver.url) =>
    opened.store.transaction((tx) => registerWebhook(tx, people.supervisor, { unitId: people.unitId, url }));
  const stateOf = async (id: string) =>
    (await webhooksOf(opened.store.read, people.unitId)).find((one) => one.id === id);
  const subjects = (secret: string) => receiver.taken(secret).map(({ subject }) => subject);

  beforeEach(async () => {
    ahead = 0;
    receiver = await startReceiver();
    people = await somePeople(opened.store);
  });
  afterEach(async () => {
    for (const { id } of await webhooksOf(opened.store.read, people.unitId))
      await opened.store.transaction((tx) => endWebhook(tx, people.supervisor, id));
    await receiver.stop();
  });

  describe('a web-hook', () => {
    it('is told what happens in the cases of its unit, signed, in the order of the record', async () => {
      const { secret } = await register();
      const { routeId, caseId } = await aRunningCase(opened.store, people, [aLot()]);
      expect((await sweep()).failing).toBe(0);
      const told = receiver.taken(secret);
      const record = (await auditOf(opened.store.read, { caseId, limit: 100 })).filter(
        ({ verb }) => verb in eventTypes,
      );
      expect(told.map(({ id }) => Number(id))).toEqual(record.map(({ sequence }) => sequence));
      expect(told.find(({ type }) => type === 'org.rogatory.route.started')?.subject).toBe(routeId);
      expect(told.find(({ type }) => type === 'org.rogatory.case.opened')?.subject).toBe(caseId);
      expect([...told].sort((a, b) => String(a['sequence']).localeCompare(String(b['sequence'])))).toEqual(
        told,
      );
    });

    it('is told that something happened and to what, and nothing of what it was', async () => {
      await register();
      const reference = 'A reference that says too much';
      const input = { reference, requestingState: 'KZ', unitId: people.unitId, items: ['i1'] };
      await opened.store.transaction((tx) => openCase(tx, people.officer, input));
      await sweep();
      const body = receiver.heard[0]?.body ?? '';
      const event: unknown = JSON.parse(body);
      const told = ['specversion', 'id', 'source', 'type', 'subject', 'time', 'sequence'];
      expect(Object.keys(event ?? {})).toEqual(told);
      expect(body).not.toContain(reference);
      expect(body).not.toContain(people.id('officer'));
    });

    it('is told nothing of another unit, and nothing that was before it was registered', async () => {
      await aCase(opened.store, people);
      const { secret } = await register();
      await aCase(opened.store, await somePeople(opened.store));
      await sweep();
      expect(receiver.taken(secret)).toEqual([]);
    });

    it('that answers a fault is asked again, later and later, and loses nothing and no order', async () => {
      const { secret, webhookId } = await register();
      const first = await aCase(opened.store, people);
      const second = await aCase(opened.store, people);
      receiver.answers.push(500, 503);
      expect(await sweep()).toMatchObject({ delivered: 0, failing: 1 });
      expect(await stateOf(webhookId)).toMatchObject({ state: 'RETRYING', lastFailure: 'it answered 500' });
      await sweep();
      expect(receiver.heard).toHaveLength(1);
      ahead = 31_000;
      await sweep();
      expect(receiver.heard).toHaveLength(2);
      ahead += 31_000;
      await sweep();
      expect(receiver.heard).toHaveLength(2);
      ahead += 31_000;
      expect(await sweep()).toMatchObject({ delivered: 2, failing: 0 });
      expect(subjects(secret)).toEqual([first, second]);
      expect(await stateOf(webhookId)).toMatchObject({ state: 'DELIVERING', failingSince: null });
    });

    it('that takes nothing for a day shows it, is told of once, is still tried, and goes on when it answers', async () => {
      const { webhookId } = await register();
      const caseId = await aCase(opened.store, people);
      receiver.answers.push(500, 500, 500);
      await sweep();
      ahead = day;
      await sweep();
      expect(await stateOf(webhookId)).toMatchObject({ state: 'FAILING' });
      ahead = day + 3_600_001;
      await sweep();
      const told = await auditOf(opened.store.read, {
        subject: { kind: 'webhook', id: webhookId },
        limit: 9,
      });
      expect(told.map(({ verb }) => verb)).toEqual(['WEBHOOK_REGISTERED', 'WEBHOOK_FAILING']);
      const alerts = await auditOf(opened.store.read, { caseId, verb: 'ALERT_RAISED', limit: 9 });
      expect(alerts).toHaveLength(1);
      ahead = day + 7_200_002;
      expect(await sweep()).toMatchObject({ delivered: 1, failing: 0 });
      expect(await stateOf(webhookId)).toMatchObject({ state: 'DELIVERING' });
    });

    it('in the hands of a sender that died is taken by the next one, and told at least once', async () => {
      const { secret } = await register();
      const caseId = await aCase(opened.store, people);
      const at = clock().toISOString();
      await opened.store.transaction((tx) => takeDueWebhooks(tx, { at, leaseSeconds: 70, limit: 50 }));
      await sweep();
      expect(receiver.heard).toEqual([]);
      ahead = 71_000;
      await sweep();
      expect(subjects(secret)).toEqual([caseId]);
    });

    it('is sent again what it took, under the same ids, from the event that a person names', async () => {
      const { secret, webhookId: id } = await register();
      await aCase(opened.store, people);
      await aCase(opened.store, people);
      await sweep();
      const [, second] = receiver.taken(secret);
      const from = Number(second?.id);
      await opened.store.transaction((tx) => replayWebhook(tx, people.supervisor, { id, from }));
      await sweep();
      expect(receiver.taken(secret).at(-1)).toEqual(second);
      expect(receiver.taken(secret)).toHaveLength(3);
    });

    it('does not go on from where it was when it is set back while it is being told', async () => {
      const { webhookId: id, toldUpTo } = await register();
      await aCase(opened.store, people);
      await aCase(opened.store, people);
      const set = () =>
        opened.store.transaction((tx) => replayWebhook(tx, people.supervisor, { id, from: toldUpTo + 1 }));
      const sent = sweep();
      while (receiver.heard.length === 0) await new Promise((resolve) => setImmediate(resolve));
      await set();
      await sent;
      await sweep();
      const { toldUpTo: now } = (await stateOf(id)) ?? {};
      const newest = Math.max(...receiver.heard.map(({ headers }) => Number(headers['webhook-id'])));
      expect(now).toBeGreaterThanOrEqual(newest);
      expect(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
    });

    it('that was ended is told nothing more, and its secret is gone', async () => {
      const { webhookId } = await register();
      await opened.store.transaction((tx) => endWebhook(tx, people.supervisor, webhookId));
      await aCase(opened.store, people);
      await sweep();
      expect(receiver.heard).toEqual([]);
      const row = opened.store.read.db.selectFrom('webhooks').select('secret').where('id', '=', webhookId);
      expect(await row.executeTakeFirst()).toEqual({ secret: null });
      const again = opened.store.transaction((tx) => endWebhook(tx, people.supervisor, webhookId));
      await expect(again).rejects.toMatchObject({ code: 'WEBHOOK_OVER' });
    });

    it('that is slow or dead keeps no other waiting', async () => {
      const other = await startReceiver();
      await register('http://127.0.0.1:1/nobody');
      const { secret } = await register(other.url);
      const caseId = await aCase(opened.store, people);
      expect(await sweep()).toMatchObject({ delivered: 1, failing: 1 });
      expect(other.taken(secret).map(({ subject }) => subject)).toEqual([caseId]);
      await other.stop();
    });

    it('is registered twenty times for a unit, and not once more', async () => {
      for (let count = 0; count < 20; count += 1) await register();
      await expect(register()).rejects.toMatchObject({ code: 'WEBHOOK_TOO_MANY' });
    });

    it('keeps address and secret under a key: neither stands in the table', async () => {
      const { secret } = await register(`${receiver.url}?token=${newId()}`);
      const rows = await opened.store.read.db.selectFrom('webhooks').selectAll().execute();
      const text = rows
        .map((row) => `${Buffer.from(row.url).toString('latin1')}${String(row.secret)}`)
        .join();
      expect(text).not.toContain('token=');
      expect(text).not.toContain(secret.slice(6));
    });
  });
});
