import type { Selectable } from 'kysely';
import type { Act } from '../actor.js';
import { recordIncident } from '../incidents.js';
import type { NoticesTable } from '../schema-notify.js';
import type { Tx } from '../tx.js';
import { laterBy } from './instants.js';
import { tellUpwards } from './open-notice.js';

type Due = Pick<
  Selectable<NoticesTable>,
  'id' | 'routeId' | 'caseId' | 'key' | 'what' | 'climb' | 'level'
> & {
  dueAt: string;
};

/**
 * Tells the next ones of every notice that nobody has taken note of in its time. One that has come to its top unheard is an
 * incident. Answers how many climbed; a second call in the same minute finds none of them.
 */
export async function climbNotices(tx: Tx, act: Act, limit: number): Promise<{ climbed: number }> {
  const due = await tx.db
    .selectFrom('notices')
    .innerJoin('reminders as m', (on) =>
      on.onRef('m.routeId', '=', 'notices.routeId').onRef('m.key', '=', 'notices.key'),
    )
    .select(['notices.id', 'notices.routeId', 'notices.caseId', 'notices.key', 'notices.what'])
    .select(['notices.climb', 'notices.level', 'm.dueAt'])
    .where('settledAt', 'is', null)
    .where('climbsAt', '<=', act.at)
    .orderBy('climbsAt')
    .limit(limit)
    .forUpdate('notices')
    .skipLocked()
    .execute();
  for (const notice of due) await climb(tx, act, notice);
  return { climbed: due.length };
}

async function climb(tx: Tx, act: Act, notice: Due): Promise<void> {
  const { id, routeId, caseId, key, what, dueAt } = notice;
  const { to, everyMinutes } = notice.climb;
  const ladder = to.slice(notice.level);
  const next = { id, routeId, caseId, what, dueAt, level: notice.level + 1, presses: true };
  const told = await tellUpwards(tx, act.at, next, ladder);
  const climbsAt = told.length === 0 ? null : laterBy(act.at, everyMinutes * 60);
  await tx.db.updateTable('notices').set({ climbsAt }).where('id', '=', id).execute();
  if (told.length === 0) {
    const says = 'Nobody who was told has taken note of a call or an escalation, up to the top.';
    await recordIncident(tx, act, { routeId, key: `NOTICE_UNHEARD/${key}`, code: 'NOTICE_UNHEARD', says });
    return;
  }
  const subject = { kind: 'route', id: routeId };
  tx.audit({ verb: 'ESCALATED', act, subject, caseId, body: { key, what, dueAt, told, noticeId: id } });
}
