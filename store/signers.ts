import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { sights } from '../authority/index.js';
import { inForce } from './people/for-a-time.js';

/** Roles that see a case of any unit once they are asked to sign in it. */
const askedRoles = sights.flatMap(({ standing, roles }) =>
  standing === 'ASKED' && roles !== 'EVERYBODY' ? [...roles] : [],
);

/** Whether a person works here and is not away at an instant. */
export const isHere = (id: RawBuilder<unknown>, at: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(exists (select 1 from persons here where here.id = ${id} and here.active)
    and not exists (select 1 from absences where person_id = ${id} and ${inForce(at)}))`;

/** Whether nothing but the role would keep a person from signing the step `s` of the route and case it stands with. */
const isFree = (id: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql<SqlBool>`(not (${id} = any (routes.drafters))
    and not exists (select 1 from votes v where v.round_id = s.round_id and ${id} in (v.person_id, v.on_behalf_of))
    and not exists (select 1 from conflicts k where k.case_id = cases.id and k.person_id = ${id}
      and not exists (select 1 from conflict_ends e where e.conflict_id = k.id)))`;

/** Whether somebody who is here stands in for a person, in a role and for the case, and is free to sign. */
const isStoodInFor = (
  id: RawBuilder<unknown>,
  role: RawBuilder<unknown>,
  at: string,
): RawBuilder<SqlBool> => sql<SqlBool>`exists (select 1 from delegations d
    where d.from_person = ${id} and d.role = ${role} and (d.cases is null or cases.id = any (d.cases)) and ${inForce(at)}
      and ${isHere(sql`d.to_person`, at)} and ${isFree(sql`d.to_person`)})`;

/**
 * Whether at an instant somebody can sign the step `s`: he or she, or who stands in, is here, holds one of its roles where
 * that opens the case, and neither drafted, signed in the round, nor has a conflict. Stands in a query over `approval_steps
 * s`, `routes` and `cases`.
 */
export const someoneCanSign = (at: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select 1 from persons q join person_roles h on h.person_id = q.id
    where q.active and h.role = any (s.roles) and ${isFree(sql`q.id`)}
      and (q.unit_id = cases.unit_id or h.role = any (${askedRoles}::text[])
        or exists (select 1 from case_members m where m.case_id = cases.id and m.person_id = q.id))
      and (${isHere(sql`q.id`, at)} or ${isStoodInFor(sql`q.id`, sql`h.role`, at)}))`;

const aroundMs = 7 * 86_400_000;

/** Whether the unit of the case keeps a rota for every role of the step `s`, and nobody who is here is on it now. */
export function nobodyOnDuty(at: string): RawBuilder<SqlBool> {
  const [from, until] = [-aroundMs, aroundMs].map((ms) => new Date(Date.parse(at) + ms).toISOString());
  return sql<SqlBool>`(not exists (select 1 from unnest(s.roles) as asked (role) where not exists (
      select 1 from duty_shifts d where d.unit_id = cases.unit_id and d.role = asked.role and d.ended_at is null
        and d.from_at < ${until}::timestamptz and d.until_at > ${from}::timestamptz))
    and not exists (select 1 from duty_shifts d where d.unit_id = cases.unit_id and d.role = any (s.roles)
      and ${inForce(at)} and ${isHere(sql`d.person_id`, at)}))`;
}
