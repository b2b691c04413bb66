import { sql } from 'kysely';
import { endStates } from '../contracts/codes.js';
import { lockCase } from './cases.js';
import type { Bare, Tx } from './tx.js';

export type Passing = { caseId: string; fromPerson: string; toPerson: string };

/** Requests of a case that are not over and that a person answers for: the first of their drafters. */
export const draftsHeld = ({ db }: Bare, personId: string) =>
  db
    .selectFrom('routes')
    .select(['id', 'caseId', 'route', 'state', 'waitsFor', 'nextAt'])
    .where(sql<boolean>`routes.drafters[1] = ${personId}`)
    .where('state', 'not in', [...endStates])
    .orderBy('id');

/** Cases that a person owns and that were not erased. */
export const casesOwned = ({ db }: Bare, personId: string) =>
  db
    .selectFrom('cases')
    .innerJoin('caseMembers as m', 'm.caseId', 'cases.id')
    .select(['cases.id', 'cases.reference', 'cases.unitId'])
    .where('m.personId', '=', personId)
    .where('m.access', '=', 'OWNER')
    .where('cases.state', '<>', 'ERASED')
    .orderBy('cases.id');

/**
 * Why a person cannot take over in a case, `null` where he or she can: nobody with a conflict of interest, and nobody who
 * signed a request of it that is not over, because the drafter of a request is none of its signers (C.3, HR-07).
 */
export async function whyNotTake({ db }: Bare, caseId: string, personId: string): Promise<string | null> {
  const conflict = await db
    .selectFrom('conflicts')
    .select('id')
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .where(sql<boolean>`not exists (select 1 from conflict_ends e where e.conflict_id = conflicts.id)`)
    .executeTakeFirst();
  if (conflict) return 'has a conflict of interest in it';
  const signed = await db
    .selectFrom('votes')
    .innerJoin('routes', 'routes.id', 'votes.routeId')
    .select('votes.id')
    .where('routes.caseId', '=', caseId)
    .where('routes.state', 'not in', [...endStates])
    .where('votes.decision', '=', 'approve')
    .where((is) => is.or([is('votes.personId', '=', personId), is('votes.onBehalfOf', '=', personId)]))
    .executeTakeFirst();
  return signed ? 'signed a request of it that is not over' : null;
}

/**
 * Passes what a person owns and answers for in a case on to another one, who signs none of it from then on. Whoever
 * drafted before stays named among the drafters, and stays a member. The case is locked.
 */
export async function passCase(
  tx: Tx,
  since: string,
  { caseId, fromPerson, toPerson }: Passing,
): Promise<{ owner: boolean; drafts: string[] }> {
  await lockCase(tx, caseId);
  const owned = await tx.db
    .updateTable('caseMembers')
    .set({ access: 'MEMBER' })
    .where('caseId', '=', caseId)
    .where('personId', '=', fromPerson)
    .where('access', '=', 'OWNER')
    .executeTakeFirst();
  const owner = owned.numUpdatedRows > 0n;
  const drafts = await tx.db
    .updateTable('routes')
    .set({ drafters: sql`array_prepend(${toPerson}::text, array_remove(drafters, ${toPerson}::text))` })
    .where('id', 'in', draftsHeld(tx, fromPerson).where('caseId', '=', caseId).clearSelect().select('id'))
    .returning('id')
    .execute();
  if (owner || drafts.length > 0) await enter(tx, since, { caseId, toPerson, owner });
  return { owner, drafts: drafts.map(({ id }) => id).sort() };
}

async function enter(
  tx: Tx,
  since: string,
  { caseId, toPerson: personId, owner }: { caseId: string; toPerson: string; owner: boolean },
): Promise<void> {
  const access = owner ? 'OWNER' : 'MEMBER';
  await tx.db
    .insertInto('caseMembers')
    .values({ caseId, personId, access, since })
    .onConflict((on) => {
      const known = on.columns(['caseId', 'personId']);
      return owner ? known.doUpdateSet({ access }) : known.doNothing();
    })
    .execute();
}
