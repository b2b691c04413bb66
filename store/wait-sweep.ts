import { sql, type SqlBool } from 'kysely';
import type { WaitWhy } from '../contracts/access.js';
import { endStates } from '../contracts/codes.js';
import type { Act } from './actor.js';
import { newId } from './ids.js';
import { inForce } from './people/for-a-time.js';
import type { WaitNoticesTable } from './schema-people.js';
import { isHere, nobodyOnDuty, someoneCanSign } from './signers.js';
import type { Bare, Tx } from './tx.js';

type Unowned = Omit<WaitNoticesTable, 'id' | 'openedAt' | 'closedAt'>;

/**
 * Looks for what waits for nobody: cases and requests whose person has left or is away with nobody standing in, and
 * signatures that nobody could give. Each is told of once and closed when somebody is there again (specification C.16).
 */
export async function sweepWaits(tx: Tx, act: Act): Promise<{ opened: number; closed: number }> {
  const found = [
    ...(await ofCases(tx, act.at)),
    ...(await ofRequests(tx, act.at)),
    ...(await ofSignatures(tx, act.at)),
  ];
  const open = await tx.db.selectFrom('waitNotices').selectAll().where('closedAt', 'is', null).execute();
  const over = open.filter((notice) => !found.some((wait) => sameWait(wait, notice)));
  const fresh = found.filter((wait) => !open.some((notice) => sameWait(wait, notice)));
  for (const { id, kind, subjectId, caseId } of over) {
    await tx.db.updateTable('waitNotices').set({ closedAt: act.at }).where('id', '=', id).execute();
    const subject = { kind: subjectKinds[kind], id: subjectId };
    tx.audit({ verb: 'WAIT_OWNED', act, subject, caseId, body: { noticeId: id } });
  }
  for (const wait of fresh) {
    const id = newId();
    await tx.db
      .insertInto('waitNotices')
      .values({ ...wait, id, openedAt: act.at, closedAt: null })
      .execute();
    const subject = { kind: subjectKinds[wait.kind], id: wait.subjectId };
    const body = { noticeId: id, why: wait.why, ownerId: wait.ownerId };
    tx.audit({ verb: 'WAIT_UNOWNED', act, subject, caseId: wait.caseId, body });
  }
  return { opened: fresh.length, closed: over.length };
}

const subjectKinds = { CASE: 'case', REQUEST: 'route', SIGNATURE: 'approval-step' } as const;

type Told = Pick<Unowned, 'kind' | 'subjectId' | 'ownerId' | 'why'>;
const sameWait = (one: Told, other: Told): boolean =>
  one.kind === other.kind &&
  one.subjectId === other.subjectId &&
  one.ownerId === other.ownerId &&
  one.why === other.why;

const running = sql<SqlBool>`routes.state <> all (${[...endStates]}::text[])`;

/** Whether a person is here, or an officer who is stands in for him or her in this case. */
const answersNow = (id: 'm.person_id' | 'routes.drafters[1]', at: string) =>
  sql<SqlBool>`(${isHere(sql.raw(id), at)} or exists (select 1 from delegations d where d.from_person = ${sql.raw(id)}
    and d.role = any (array['CASE_OFFICER', 'DUTY_OFFICER']) and (d.cases is null or cases.id = any (d.cases))
    and ${inForce(at)} and ${isHere(sql`d.to_person`, at)}))`;

const goneOrAway = sql<WaitWhy>`case when p.active then 'AWAY' else 'LEFT' end`;

/** Cases in which something runs and of whose owners none answers. */
async function ofCases({ db }: Bare, at: string): Promise<Unowned[]> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('caseMembers as m', 'm.caseId', 'cases.id')
    .innerJoin('persons as p', 'p.id', 'm.personId')
    .select(['cases.id as caseId', 'cases.unitId', 'p.id as ownerId', goneOrAway.as('why')])
    .distinctOn('cases.id')
    .where('m.access', '=', 'OWNER')
    .where('cases.state', '=', 'OPEN')
    .where(sql<boolean>`exists (select 1 from routes where routes.case_id = cases.id and ${running})`)
    .where(
      sql<boolean>`not exists (select 1 from case_members m where m.case_id = cases.id and m.access = 'OWNER'
      and ${answersNow('m.person_id', at)})`,
    )
    .orderBy('cases.id')
    .orderBy('p.id')
    .execute();
  return rows.map((row) => ({ ...row, kind: 'CASE', subjectId: row.caseId }));
}

/** Requests that run and whose drafter does not answer; where he or she owns the case, the case is told of. */
async function ofRequests({ db }: Bare, at: string): Promise<Unowned[]> {
  const rows = await db
    .selectFrom('routes')
    .innerJoin('cases', 'cases.id', 'routes.caseId')
    .innerJoin('persons as p', (on) => on.on(sql<SqlBool>`p.id = routes.drafters[1]`))
    .select(['routes.id as subjectId', 'cases.id as caseId', 'cases.unitId', 'p.id as ownerId'])
    .select(goneOrAway.as('why'))
    .where(running)
    .where(sql<boolean>`not ${answersNow('routes.drafters[1]', at)}`)
    .where(
      sql<boolean>`not exists (select 1 from case_members m where m.case_id = cases.id
      and m.person_id = p.id and m.access = 'OWNER')`,
    )
    .execute();
  return rows.map((row) => ({ ...row, kind: 'REQUEST' }));
}

/** Signatures whose turn has come and that nobody can give, or for which nobody is on the rota that the unit keeps. */
async function ofSignatures({ db }: Bare, at: string): Promise<Unowned[]> {
  const canSign = someoneCanSign(at);
  const rows = await db
    .selectFrom('approvalSteps as s')
    .innerJoin('approvalRounds as r', 'r.id', 's.roundId')
    .innerJoin('routes', 'routes.id', 'r.routeId')
    .innerJoin('cases', 'cases.id', 'r.caseId')
    .select(['s.id as subjectId', 's.ownerId', 'cases.id as caseId', 'cases.unitId'])
    .select(sql<WaitWhy>`case when ${canSign} then 'NOBODY_ON_DUTY' else 'NOBODY_CAN_SIGN' end`.as('why'))
    .where('s.state', '=', 'OPEN')
    .where('r.state', '=', 'OPEN')
    .where(sql<boolean>`(not ${canSign} or ${nobodyOnDuty(at)})`)
    .where(
      sql<boolean>`not exists (select 1 from approval_steps e
      where e.round_id = s.round_id and e.state = 'OPEN' and e.position < s.position)`,
    )
    .execute();
  return rows.map((row) => ({ ...row, kind: 'SIGNATURE' }));
}
