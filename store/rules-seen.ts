import type { Act } from './actor.js';
import { lockCase } from './cases.js';
import { tellAtOnce } from './notices.js';
import { routesOfCase, hasEnded } from './routes.js';
import type { Reading, Tx } from './tx.js';

/**
 * Open cases whose plan runs and that were not looked at under these rules and registers yet, oldest first; a case that was
 * erased is none.
 * @param digest of rules and registers together
 */
export async function casesNotSeen(
  read: Reading,
  { digest, limit }: { digest: string; limit: number },
): Promise<string[]> {
  const rows = await read.db
    .selectFrom('cases')
    .innerJoin('plans', (on) => on.onRef('plans.caseId', '=', 'cases.id').on('plans.state', '=', 'ACTIVE'))
    .leftJoin('rulesSeen as s', 's.caseId', 'cases.id')
    .select('cases.id')
    .where('cases.state', '=', 'OPEN')
    .where((is) => is.or([is('s.digest', 'is', null), is('s.digest', '!=', digest)]))
    .orderBy('cases.id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Keeps that a case was looked at; answers false where another did so first. The case stays locked until the commit. */
export async function markSeen(
  tx: Tx,
  at: string,
  { caseId, digest }: { caseId: string; digest: string },
): Promise<boolean> {
  await lockCase(tx, caseId);
  const row = await tx.db
    .insertInto('rulesSeen')
    .values({ caseId, digest, at })
    .onConflict((on) =>
      on.column('caseId').doUpdateSet({ digest, at }).where('rulesSeen.digest', '!=', digest),
    )
    .returning('caseId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Tells the officer of a case that rules or registers have changed for it; on the first of its routes that still runs. */
export async function tellOfRules(
  tx: Tx,
  act: Act,
  { caseId, digest, says }: { caseId: string; digest: string; says: string },
): Promise<void> {
  const routes = await routesOfCase(tx, caseId);
  const route = routes.find(({ state }) => !hasEnded(state)) ?? routes[0];
  if (!route) return;
  const key = `rules/${digest}`;
  await tellAtOnce(tx, act, route, { key, tell: 'CASE_OFFICER', says, climbTo: ['SUPERVISOR'] });
}
