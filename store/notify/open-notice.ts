import type { Role, Urgency } from '../../contracts/codes.js';
import type { Climb, NoticeKind } from '../../contracts/notices.js';
import { newId } from '../ids.js';
import type { Tx } from '../tx.js';
import { laterBy } from './instants.js';
import { mailboxOf } from './mailboxes.js';
import { enqueueMail } from './mails.js';
import { whoIsTold } from './recipients.js';

export type NoticeToOpen = {
  routeId: string;
  caseId: string;
  key: string;
  what: NoticeKind;
  tell: Role;
  dueAt: string;
  climb: Climb;
  urgency: Urgency;
};

/**
 * Opens a notice and tells everybody who answers for the role now; where nobody does, the next rungs are told at once.
 * Answers who was told: nobody only when the whole ladder is empty.
 */
export async function openNotice(tx: Tx, at: string, notice: NoticeToOpen): Promise<readonly string[]> {
  const { routeId, caseId, key, what, tell, climb } = notice;
  const id = newId();
  const climbs = what !== 'remind';
  await tx.db
    .insertInto('notices')
    .values({
      id,
      routeId,
      key,
      caseId,
      what,
      climb: JSON.stringify(climb),
      climbsAt: climbs ? laterBy(at, climb.everyMinutes * 60) : null,
      at,
      settledAt: null,
      settledHow: null,
      settledBy: null,
    })
    .execute();
  const presses = climbs || notice.urgency !== 'ROUTINE';
  return tellUpwards(tx, at, { ...notice, id, level: 0, presses }, [tell, ...climb.to]);
}

/** A notice on its way up, with the rung that is told next. */
export type Climbing = Pick<NoticeToOpen, 'routeId' | 'caseId' | 'what' | 'dueAt'> & {
  id: string;
  level: number;
  /** It is told at once also to who wants one mail a day. */
  presses: boolean;
};

/** Tells the first of these roles that has somebody who was not told before; keeps how high the notice has come. */
export async function tellUpwards(
  tx: Tx,
  at: string,
  notice: Climbing,
  ladder: readonly Role[],
): Promise<readonly string[]> {
  for (const [index, role] of ladder.entries()) {
    const told = await tellRole(tx, at, { ...notice, level: notice.level + index }, role);
    if (told.length === 0) continue;
    await tx.db
      .updateTable('notices')
      .set({ level: notice.level + index })
      .where('id', '=', notice.id)
      .execute();
    return told;
  }
  return [];
}

async function tellRole(tx: Tx, at: string, notice: Climbing, role: Role): Promise<readonly string[]> {
  const { id: noticeId, routeId, caseId, what, dueAt, level, presses } = notice;
  const { reference, unitId } = await tx.db
    .selectFrom('cases')
    .select(['reference', 'unitId'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const told: string[] = [];
  for (const { personId, why } of await whoIsTold(tx, { caseId, unitId, role }, at)) {
    const added = await tx.db
      .insertInto('noticeRecipients')
      .values({ noticeId, personId, role, why, level, at })
      .onConflict((on) => on.doNothing())
      .returning('personId')
      .executeTakeFirst();
    if (!added) continue;
    told.push(personId);
    if (!presses && (await mailboxOf(tx, personId)).digest) continue;
    const content = { kind: 'NOTICE', what, reference, routeId, dueAt, level } as const;
    await enqueueMail(tx, at, { personId, noticeId, content });
  }
  return told;
}
