import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { RogatoryError } from '../../contracts/errors.js';
import type { PersonAct } from '../actor.js';
import type { Tx } from '../tx.js';

type Settled = { at: string; how: 'ACKNOWLEDGED' | 'ACTED'; by: string | null };

/** The ladder of a signature is keyed `<route>/<round>/<step>/...`; every other key has no bare number there. */
const aboutASignature = sql<SqlBool>`key ~ '^[^/]+/[0-9]+/'`;

const settleWhere = (tx: Tx, { at, how, by }: Settled, which: RawBuilder<SqlBool>) =>
  tx.db
    .updateTable('notices')
    .set({ settledAt: at, settledHow: how, settledBy: by })
    .where('settledAt', 'is', null)
    .where(which)
    .execute();

/** Who acts on a route has taken note of what was told about it, save of signatures: those only a decision on them settles. */
export async function settleByAct(tx: Tx, { actor, at }: PersonAct, routeId: string): Promise<void> {
  const which = sql<SqlBool>`route_id = ${routeId} and not ${aboutASignature}`;
  await settleWhere(tx, { at, how: 'ACTED', by: actor.personId }, which);
}

/** A decision on a step settles what was told about that step of that round; the end of a round, what was told about all of it. */
export async function settleSignatures(
  tx: Tx,
  { at, by, roundId, step }: { at: string; by: string | null; roundId: string; step?: string },
): Promise<void> {
  const { number, routeId } = await tx.db
    .selectFrom('approvalRounds')
    .select(['number', 'routeId'])
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow();
  const about = `${routeId}/${number}/${step === undefined ? '' : `${step}/`}`;
  const which = sql<SqlBool>`route_id = ${routeId} and starts_with(key, ${about})`;
  await settleWhere(tx, { at, how: 'ACTED', by }, which);
}

/** Takes note of a notice one was told. Throws NOT_FOUND for one of others, ROUTE_STATE where that was done before. */
export async function acknowledgeNotice(tx: Tx, act: PersonAct, noticeId: string): Promise<void> {
  const { actor, at } = act;
  const notice = await tx.db
    .selectFrom('notices')
    .innerJoin('noticeRecipients as r', 'r.noticeId', 'notices.id')
    .select(['notices.settledAt', 'notices.caseId', 'notices.routeId', 'notices.what'])
    .where('notices.id', '=', noticeId)
    .where('r.personId', '=', actor.personId)
    .forUpdate('notices')
    .executeTakeFirst();
  if (!notice) throw new RogatoryError('NOT_FOUND', { internal: `notice ${noticeId}` });
  const { settledAt, caseId, routeId, what } = notice;
  if (settledAt !== null)
    throw new RogatoryError('ROUTE_STATE', { about: 'Somebody has taken note of it already.' });
  await settleWhere(tx, { at, how: 'ACKNOWLEDGED', by: actor.personId }, sql<SqlBool>`id = ${noticeId}`);
  const subject = { kind: 'notice', id: noticeId };
  tx.audit({ verb: 'NOTICE_ACKNOWLEDGED', act, subject, caseId, body: { routeId, what } });
}
