import { Webhook } from 'standardwebhooks';
import type { SweepActivities } from '../../contracts/activities.js';
import type { Reach } from '../../contracts/reach.js';
import {
  eventsAfter,
  noteNotTaken,
  noteTold,
  systemAct,
  takeDueWebhooks,
  type DueWebhook,
  type EventToTell,
  type Store,
} from '../../store/index.js';
import { cloudEventOf } from './cloud-event.js';
import { post } from './post.js';

export type EventDeps = {
  store: Store;
  clock: () => Date;
  /** Name of this installation in what it tells, and where it may tell it. */
  events: { source: string; reach: Reach };
};

type Told = { delivered: number; failing: boolean };
/** How far a web-hook came: `null` when it took all it was offered. */
type Came = { delivered: number; upTo: number; stopped: 'NOT_TAKEN' | 'SET_BACK' | 'LATE' | null };

const batch = 50;
const webhooksAtOnce = 50;
// Less than the time an activity has, with the longest answer after it.
const tellForMs = 40_000;
// Longer than an activity may take, so that no web-hook is in two hands.
const leaseSeconds = 70;

/** Tells other systems what happened: each web-hook its events one after the other, several web-hooks side by side. */
export function createEvents({ store, clock, events }: EventDeps): Pick<SweepActivities, 'deliverEvents'> {
  const now = (): string => clock().toISOString();
  const act = () => systemAct('event-sweep', now());

  async function tell(webhook: DueWebhook, until: number, before = 0): Promise<Told> {
    const { id, unitId, toldUpTo: after } = webhook;
    const waiting = await eventsAfter(store.read, { unitId, after, limit: batch });
    const { upTo, stopped, ...came } = await offer(webhook, waiting.events, until);
    const delivered = before + came.delivered;
    if (stopped === 'NOT_TAKEN' || stopped === 'SET_BACK')
      return { delivered, failing: stopped === 'NOT_TAKEN' };
    if (stopped === null && waiting.events.length === batch)
      return tell({ ...webhook, toldUpTo: upTo }, until, delivered);
    const passed = stopped === 'LATE' ? upTo : waiting.upTo;
    await store.transaction((tx) => noteTold(tx, { id, from: upTo, upTo: passed, tryAt: now() }));
    return { delivered, failing: false };
  }

  async function offer(webhook: DueWebhook, waiting: readonly EventToTell[], until: number): Promise<Came> {
    const { id } = webhook;
    let upTo = webhook.toldUpTo;
    for (const [delivered, event] of waiting.entries()) {
      if (performance.now() >= until) return { delivered, upTo, stopped: 'LATE' };
      const sent = await post(events.reach, webhook.url, signed(webhook, event));
      if (!sent.taken) {
        await store.transaction((tx) => noteNotTaken(tx, act(), { id, event, why: sent.why }));
        return { delivered, upTo, stopped: 'NOT_TAKEN' };
      }
      const told = { id, from: upTo, upTo: event.sequence };
      if (!(await store.transaction((tx) => noteTold(tx, told))))
        return { delivered: delivered + 1, upTo, stopped: 'SET_BACK' };
      upTo = event.sequence;
    }
    return { delivered: waiting.length, upTo, stopped: null };
  }

  /** As Standard Webhooks 1.0 has it. */
  function signed({ secret }: DueWebhook, event: EventToTell) {
    const body = JSON.stringify(cloudEventOf(events.source, event));
    const at = clock();
    const id = String(event.sequence);
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    };
    return { headers, body };
  }

  return {
    async deliverEvents() {
      const until = performance.now() + tellForMs;
      const due = await store.transaction((tx) =>
        takeDueWebhooks(tx, { at: now(), leaseSeconds, limit: webhooksAtOnce }),
      );
      const told = await Promise.all(due.map((webhook) => tell(webhook, until)));
      const delivered = told.reduce((sum, one) => sum + one.delivered, 0);
      return { delivered, failing: told.filter(({ failing }) => failing).length };
    },
  };
}
