import { sql } from 'kysely';
import { eventTypes, type EventVerb } from '../contracts/events.js';
import type { Act } from './actor.js';
import { raiseAlert } from './alerts.js';
import type { Bare, Tx } from './tx.js';

/** An entry of the record that a unit's web-hooks are told of. `subject`: id of the route, else of the case. */
export type EventToTell = { sequence: number; verb: EventVerb; at: string; caseId: string; subject: string };

/** A web-hook whose turn it is; nobody else takes it before the lease is over. */
export type DueWebhook = { id: string; unitId: string; url: string; secret: string; toldUpTo: number };

/** Takes the web-hooks that are due, those that waited longest first, for `leaseSeconds`. */
export async function takeDueWebhooks(
  tx: Tx,
  { at, leaseSeconds, limit }: { at: string; leaseSeconds: number; limit: number },
): Promise<DueWebhook[]> {
  const due = await tx.db
    .selectFrom('webhooks')
    .select(['id', 'unitId', 'url', 'secret', 'toldUpTo'])
    .where('endedAt', 'is', null)
    .where('tryAt', '<=', at)
    .orderBy('tryAt')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  if (due.length === 0) return [];
  const ids = due.map(({ id }) => id);
  await tx.db
    .updateTable('webhooks')
    .set({ tryAt: later(at, leaseSeconds) })
    .where('id', 'in', ids)
    .execute();
  const secrets = await tx.secrets.ofHouse();
  return due.flatMap((row) => {
    const { secret, toldUpTo, ...rest } = secrets.open('webhooks', row.id, row);
    return secret === null ? [] : [{ ...rest, secret, toldUpTo: Number(toldUpTo) }];
  });
}

/**
 * What happened in the cases of a unit after a sequence number, in its order, and how far that is the whole of it. Entries
 * are numbered under a lock until their commit: what is not seen here comes after what is.
 */
export async function eventsAfter(
  { db }: Bare,
  { unitId, after, limit }: { unitId: string; after: number; limit: number },
): Promise<{ events: EventToTell[]; upTo: number }> {
  const head = await db
    .selectFrom('auditEntries')
    .select((is) => is.fn.max('sequence').as('newest'))
    .executeTakeFirst();
  const newest = Number(head?.newest ?? 0);
  const { rows } = await sql<Omit<EventToTell, 'sequence'> & { sequence: string }>`
    select e.sequence, e.verb, e.at, e.case_id,
      coalesce(case e.subject_kind when 'route' then e.subject_id end, e.body::jsonb ->> 'routeId', e.case_id)
        as subject
    from audit_entries e join cases c on c.id = e.case_id
    where e.sequence > ${after} and e.sequence <= ${newest} and c.unit_id = ${unitId}
      and e.verb = any (${Object.keys(eventTypes)}::text[])
    order by e.sequence limit ${limit}`.execute(db);
  const events = rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
  return { events, upTo: events.length < limit ? newest : (events.at(-1)?.sequence ?? newest) };
}

/**
 * Writes down that a web-hook took everything up to a sequence number. `false` when it was ended, or set back to an earlier
 * event, meanwhile: then that stands.
 */
export async function noteTold(
  tx: Tx,
  { id, from, upTo, tryAt }: { id: string; from: number; upTo: number; tryAt?: string },
): Promise<boolean> {
  const done = await tx.db
    .updateTable('webhooks')
    .set({ toldUpTo: String(upTo), ...(tryAt === undefined ? {} : { tryAt }) })
    .set({ attempts: 0, failingSince: null, lastFailure: null, reportedAt: null })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .where('toldUpTo', '=', String(from))
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

const firstPauseSeconds = 30;
const longestPauseSeconds = 3600;
const pauseAfter = (attempts: number): number =>
  Math.min(firstPauseSeconds * 2 ** (attempts - 1), longestPauseSeconds);
/** A receiver that takes nothing for so long is told of; it is still tried, once an hour, until somebody ends it. */
const patienceSeconds = 86_400;

/** Writes down a failed attempt and when the next one is due; after a day a person is told, once. */
export async function noteNotTaken(
  tx: Tx,
  act: Act,
  { id, event, why }: { id: string; event: Pick<EventToTell, 'sequence' | 'caseId'>; why: string },
): Promise<void> {
  const row = await tx.db
    .selectFrom('webhooks')
    .select(['unitId', 'attempts', 'failingSince', 'reportedAt'])
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return;
  const attempts = row.attempts + 1;
  const failingSince = row.failingSince ?? act.at;
  const isLong = Date.parse(act.at) - Date.parse(failingSince) >= patienceSeconds * 1000;
  const reportedAt = row.reportedAt ?? (isLong ? act.at : null);
  await tx.db
    .updateTable('webhooks')
    .set({ attempts, failingSince, lastFailure: why, reportedAt, tryAt: later(act.at, pauseAfter(attempts)) })
    .where('id', '=', id)
    .execute();
  if (reportedAt === null || row.reportedAt !== null) return;
  const subject = { kind: 'webhook', id };
  const { unitId } = row;
  tx.audit({
    verb: 'WEBHOOK_FAILING',
    act,
    subject,
    body: { unitId, from: event.sequence, failingSince, why },
  });
  await raiseAlert(tx, act, {
    kind: 'EVENTS_NOT_TAKEN',
    caseId: event.caseId,
    subject,
    key: `${id} ${failingSince}`,
    says: `A system that the unit ${unitId} tells of its cases has taken no event since ${failingSince}.`,
  });
}

const later = (at: string, seconds: number): string =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();
