import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Role } from '../contracts/codes.js';
import type { Reader } from './actor.js';

/** Read every case, change none. */
const readsAll: readonly Role[] = ['AUDITOR', 'OVERSEER'];

/** See the cases of their own unit; the other roles see those they are members of. */
const readsUnit: readonly Role[] = [
  'SUPERVISOR',
  'DUTY_OFFICER',
  'DUTY_SUPERVISOR',
  'LEGAL_ADVISOR',
  'PROSECUTOR',
  'HEAD_OF_OFFICE',
  'EVIDENCE_CUSTODIAN',
  'EVIDENCE_WITNESS',
];

/** See, wherever it comes from, a case in which their signature was asked for. */
const readsWhenAsked: readonly Role[] = ['PROSECUTOR', 'CENTRAL_AUTHORITY', 'CONTACT_24_7', 'CHANNEL_UNIT'];

const among = (reader: Reader, roles: readonly Role[]): Role[] =>
  reader.roles.filter((role) => roles.includes(role));

/**
 * Need to know, as a condition on the table `cases` of the query it stands in (specification HR-16). An administrator's
 * role opens no case.
 */
export function visibleTo(reader: Reader): RawBuilder<SqlBool> {
  if (among(reader, readsAll).length > 0) return sql<SqlBool>`true`;
  const asked = among(reader, readsWhenAsked);
  const member = sql`exists (select 1 from case_members m where m.case_id = cases.id and m.person_id = ${reader.personId})`;
  const unit = among(reader, readsUnit).length > 0 ? sql`or cases.unit_id = ${reader.unitId}` : sql``;
  const involved =
    asked.length > 0
      ? sql`or exists (select 1 from approval_rounds r join approval_steps s on s.round_id = r.id
            where r.case_id = cases.id and s.roles && ${asked}::text[])`
      : sql``;
  return sql<SqlBool>`(${member} ${unit} ${involved})`;
}
