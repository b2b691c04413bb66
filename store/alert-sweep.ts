import { sql } from 'kysely';
import { changesNothing } from '../contracts/audit-verbs.js';
import type { Act } from './actor.js';
import { raiseAlert } from './alerts.js';
import type { AlertToRaise } from './alerts.js';
import { reportUnconfirmed } from './phone-approvals.js';
import type { Bare, Tx } from './tx.js';

/** Hours after which an emergency that nobody reviewed is told of (specification E.2-7, HR-13). */
const reviewHours = 72;
/** Longer than the sweep's own rhythm, so that one missed sweep misses nothing. */
const lookBackHours = 26;

const hoursBefore = (at: string, hours: number): string =>
  new Date(Date.parse(at) - hours * 3_600_000).toISOString();

/**
 * Looks for what no single act brings about: emergencies without review, preservations that ran out, one person who acted in
 * two roles on one case. Run again it tells of nothing twice. Answers how many alerts are new.
 */
export async function sweepAlerts(tx: Tx, act: Act): Promise<{ raised: number }> {
  const found = [
    ...(await unreviewed(tx, act.at)),
    ...(await expired(tx, act.at)),
    ...(await twoRoles(tx, act.at)),
  ];
  await reportUnconfirmed(tx, act);
  let raised = 0;
  for (const alert of found) if (await raiseAlert(tx, act, alert)) raised += 1;
  return { raised };
}

const untold = (kind: AlertToRaise['kind'], key: ReturnType<typeof sql<string>>) =>
  sql<boolean>`not exists (select 1 from alerts a where a.key = ${`${kind} `} || ${key})`;

async function unreviewed({ db }: Bare, at: string): Promise<AlertToRaise[]> {
  const emergency = sql<boolean>`exists (select 1 from plan_routes p where p.route_id = routes.id
    and p.lot #>> '{terms,urgency}' = 'EMERGENCY')`;
  const reviewed = sql<boolean>`exists (select 1 from route_reports w
    where w.route_id = routes.id and w.what = 'ex-post-reviewed')`;
  const rows = await db
    .selectFrom('dispatches')
    .innerJoin('routes', 'routes.id', 'dispatches.routeId')
    .select(['routes.id', 'routes.caseId', 'routes.route'])
    .distinct()
    .where('dispatches.sentAt', '<=', hoursBefore(at, reviewHours))
    .where((is) => is.or([is('routes.family', '=', 'EDR'), emergency]))
    .where(sql<boolean>`not ${reviewed}`)
    .where(untold('EMERGENCY_UNREVIEWED', sql`routes.id`))
    .execute();
  return rows.map(({ id, caseId, route }) => ({
    kind: 'EMERGENCY_UNREVIEWED',
    caseId,
    subject: { kind: 'route', id },
    key: id,
    says: `An emergency request by ${route} was sent more than ${reviewHours} h ago and was not reviewed.`,
  }));
}

async function expired({ db }: Bare, at: string): Promise<AlertToRaise[]> {
  const rows = await db
    .selectFrom('clocks')
    .select(['id', 'caseId', 'endsAt'])
    .where('event', '=', 'PRESERVED')
    .where('endsAt', '<=', at)
    .where((is) => is.or([is('stoppedAt', 'is', null), sql<boolean>`stopped_at >= ends_at`]))
    .where(untold('PRESERVATION_EXPIRED', sql`clocks.id`))
    .execute();
  return rows.map(({ id, caseId, endsAt }) => ({
    kind: 'PRESERVATION_EXPIRED',
    caseId,
    subject: { kind: 'clock', id },
    key: id,
    says: `A preservation ran out at ${endsAt}.`,
  }));
}

async function twoRoles({ db }: Bare, at: string): Promise<AlertToRaise[]> {
  const { rows } = await sql<{ caseId: string; personId: string; roles: string }>`
    select e.case_id, e.actor ->> 'personId' as person_id,
      string_agg(distinct e.actor ->> 'role', ' and ' order by e.actor ->> 'role') as roles
    from audit_entries e join cases c on c.id = e.case_id
    where e.actor ->> 'kind' = 'person' and not (e.verb = any (${changesNothing}::text[]))
      and e.case_id in (select r.case_id from audit_entries r where r.at >= ${hoursBefore(at, lookBackHours)})
    group by e.case_id, e.actor ->> 'personId'
    having count(distinct e.actor ->> 'role') > 1`.execute(db);
  return rows.map(({ caseId, personId, roles }) => ({
    kind: 'ONE_PERSON_TWO_ROLES',
    caseId,
    subject: { kind: 'person', id: personId },
    key: `${caseId} ${personId} ${roles}`,
    says: `One person acted as ${roles} on one case.`,
  }));
}
