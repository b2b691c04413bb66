import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { sightOf, type SightLanguage } from '../authority/index.js';
import type { Reader } from './actor.js';
import type { Reading } from './tx.js';

type Condition = RawBuilder<SqlBool>;

const joined = (parts: readonly Condition[], word: RawBuilder<unknown>, none: Condition): Condition =>
  parts.length === 0 ? none : sql<SqlBool>`(${sql.join(parts, word)})`;

/** The lines of "Who sees which case" as conditions on the table `cases` of the query they stand in. */
const inSql: SightLanguage<Condition> = {
  unitId: (ids) => sql`cases.unit_id = any (${ids}::text[])`,
  memberIds: (ids) => sql`exists (select 1 from case_members m
    where m.case_id = cases.id and m.person_id = any (${ids}::text[]))`,
  askedRoles: (
    roles,
  ) => sql`exists (select 1 from approval_rounds r join approval_steps s on s.round_id = r.id
    where r.case_id = cases.id and s.roles && ${roles}::text[])`,
  recusedIds: (ids) => sql`exists (select 1 from conflicts k
    where k.case_id = cases.id and k.person_id = any (${ids}::text[])
      and not exists (select 1 from conflict_ends e where e.conflict_id = k.id))`,
  and: (parts) => joined(parts, sql` and `, sql`true`),
  or: (parts) => joined(parts, sql` or `, sql`false`),
  not: (part) => sql`not ${part}`,
  everything: () => sql`true`,
};

/** Need to know (specification HR-16), from the matrix that is printed for supervisors. Who has no line sees nothing. */
export function visibleTo({ personId, unitId, roles }: Reader): Condition {
  return sightOf<Condition>({ id: personId, unitId, roles }, inSql) ?? sql`false`;
}

/** Things that belong to one case. */
export type OfCase =
  | 'routes'
  | 'plans'
  | 'documents'
  | 'decisions'
  | 'overrides'
  | 'determinations'
  | 'evidence'
  | 'conflicts'
  | 'approvalSteps';

/**
 * Whether the reader may see the case of a row. What does not exist and what may not be seen take the same way: one
 * query, and no other before the answer is known.
 */
export async function seesRow(read: Reading, reader: Reader, table: OfCase, id: string): Promise<boolean> {
  const row = await read.db
    .selectFrom('cases')
    .select('cases.id')
    .where('cases.id', '=', caseIdOf(table, id))
    .where(visibleTo(reader))
    .executeTakeFirst();
  return row !== undefined;
}

const caseIdOf = (table: OfCase, id: string): RawBuilder<string> =>
  table === 'approvalSteps'
    ? sql`(select r.case_id from approval_rounds r join approval_steps s on s.round_id = r.id where s.id = ${id})`
    : sql`(select t.case_id from ${sql.table(table)} t where t.id = ${id})`;
