import type { Role } from '../../contracts/codes.js';
import type { NoticeKind } from '../../contracts/notices.js';
import type { Bare } from '../tx.js';

/** Something a person was told: case reference, kind and times; of the case itself nothing. */
export type Notice = {
  id: string;
  what: NoticeKind;
  caseReference: string;
  routeId: string;
  role: Role;
  why: 'ON_DUTY' | 'STANDS_IN' | 'HOLDS_THE_ROLE';
  dueAt: string;
  toldAt: string;
  climbsAt: string | null;
  settledAt: string | null;
  settledHow: 'ACKNOWLEDGED' | 'ACTED' | null;
};

/** What a person was told, newest first; `open`: only what nobody has taken note of. */
export async function noticesOf(
  read: Bare,
  personId: string,
  { after, open, limit }: { after?: string; open: boolean; limit: number },
): Promise<Notice[]> {
  let select = read.db
    .selectFrom('noticeRecipients as r')
    .innerJoin('notices as n', 'n.id', 'r.noticeId')
    .innerJoin('reminders as m', (on) => on.onRef('m.routeId', '=', 'n.routeId').onRef('m.key', '=', 'n.key'))
    .innerJoin('cases', 'cases.id', 'n.caseId')
    .select(['n.id', 'n.what', 'cases.reference as caseReference', 'n.routeId', 'r.role', 'r.why', 'm.dueAt'])
    .select(['r.at as toldAt', 'n.climbsAt', 'n.settledAt', 'n.settledHow'])
    .where('r.personId', '=', personId);
  if (open) select = select.where('n.settledAt', 'is', null);
  if (after !== undefined) select = select.where('n.id', '<', after);
  return select.orderBy('n.id', 'desc').limit(limit).execute();
}
