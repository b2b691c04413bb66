import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { sightOf, type SightLanguage } from '../authority/index.js';
import type { SensitiveKind } from '../contracts/access.js';
import { RogatoryError } from '../contracts/errors.js';
import type { Reader } from './actor.js';
import type { Bare } from './tx.js';

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
  fileMarks: (kinds) => sql`exists (select 1 from sensitive_marks m
    where m.case_id = cases.id and m.evidence_id is not null and m.kind = any (${kinds}::text[])
      and not exists (select 1 from sensitive_mark_ends e where e.mark_id = m.id))`,
  and: (parts) => joined(parts, sql` and `, sql`true`),
  or: (parts) => joined(parts, sql` or `, sql`false`),
  not: (part) => sql`not ${part}`,
  everything: () => sql`true`,
};

/** Need to know (specification HR-16), from the matrix that is printed for supervisors. Who has no line sees nothing. */
export function visibleTo({ personId, unitId, roles, actingFor }: Reader): Condition {
  const sight = (id: string): Condition => sightOf<Condition>({ id, unitId, roles }, inSql) ?? sql`false`;
  if (actingFor === undefined) return sight(personId);
  const named: Condition =
    actingFor.cases === null ? sql`true` : sql`cases.id = any (${[...actingFor.cases]}::text[])`;
  // A conflict of the person who stands in counts as well as one of the person who is stood in for.
  return sql`(${sight(actingFor.personId)} and ${named} and not ${inSql.recusedIds([personId])})`;
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
  | 'sensitiveMarks'
  | 'alerts'
  | 'holds'
  | 'replies'
  | 'gaps'
  | 'approvalSteps';

/** Whether the reader may see the case. Throws REASON_MISSING for marked material that is opened without a reason. */
export const seesCase = (read: Bare, reader: Reader, id: string): Promise<boolean> =>
  looksAt(read, reader, sql`${id}`, null);

/**
 * Whether the reader may see the case of a row. What does not exist and what may not be seen take the same way: one
 * query, and no other before the answer is known. Throws REASON_MISSING for marked material that is opened without a reason.
 */
export const seesRow = (read: Bare, reader: Reader, table: OfCase, id: string): Promise<boolean> =>
  looksAt(read, reader, caseIdOf(table, id), table === 'evidence' ? id : null);

async function looksAt(
  read: Bare,
  reader: Reader,
  caseId: RawBuilder<string>,
  evidenceId: string | null,
): Promise<boolean> {
  const row = await read.db
    .selectFrom('cases')
    .select(['cases.id', marksOn(evidenceId).as('marks')])
    .where('cases.id', '=', caseId)
    .where(visibleTo(reader))
    .executeTakeFirst();
  if (row === undefined) return false;
  const { opening } = reader;
  if (opening?.reason === null && row.marks.length > 0)
    throw new RogatoryError('REASON_MISSING', { about: row.marks.join(', ') });
  opening?.cases.add(row.id);
  for (const kind of row.marks) opening?.kinds.add(kind);
  return true;
}

/** Writes down which cases a list showed lines of; a line opens no marked material. */
export function notes<Row>(reader: Reader, rows: Row[], caseIdOfRow: (row: Row) => string): Row[] {
  for (const row of rows) reader.opening?.cases.add(caseIdOfRow(row));
  return rows;
}

/** Kinds under which the case, or this file of it, is marked now. */
const marksOn = (evidenceId: string | null): RawBuilder<SensitiveKind[]> =>
  sql`coalesce((select array_agg(distinct m.kind) from sensitive_marks m
    where m.case_id = cases.id and (m.evidence_id is null or m.evidence_id = ${evidenceId})
      and not exists (select 1 from sensitive_mark_ends e where e.mark_id = m.id)), '{}')`;

const caseIdOf = (table: OfCase, id: string): RawBuilder<string> =>
  table === 'approvalSteps'
    ? sql`(select r.case_id from approval_rounds r join approval_steps s on s.round_id = r.id where s.id = ${id})`
    : sql`(select t.case_id from ${sql.table(table)} t where t.id = ${id})`;
