import { sql } from 'kysely';
import type { Reader } from './actor.js';
import { notes, visibleTo } from './reader.js';
import type { Reading } from './tx.js';

/** Something that falls due: a running clock, or a signature that is waited for. */
export type Deadline = {
  /** Id of the clock or of the approval step. */
  id: string;
  kind: 'CLOCK' | 'APPROVAL';
  at: string;
  title: string;
  nature: 'law' | 'office' | 'provider';
  reference: string | null;
  provisional: boolean;
  caseId: string;
  caseReference: string;
  routeId: string;
  route: string;
};

/** What falls due in the cases the reader may see, the soonest first; `after` is the last one seen. */
export async function deadlinesOf(
  read: Reading,
  reader: Reader,
  page: { caseId?: string; after?: { at: string; id: string }; limit: number },
): Promise<Deadline[]> {
  const clocks = read.db
    .selectFrom('clocks as k')
    .select(['k.id', sql<'CLOCK' | 'APPROVAL'>`'CLOCK'`.as('kind'), 'k.endsAt as at', 'k.title', 'k.nature'])
    .select([sql<string | null>`k.reference`.as('reference'), 'k.provisional', 'k.routeId'])
    .where('k.stoppedAt', 'is', null);
  const signatures = read.db
    .selectFrom('approvalSteps as s')
    .innerJoin('approvalRounds as r', 'r.id', 's.roundId')
    .select(['s.id', sql<'CLOCK' | 'APPROVAL'>`'APPROVAL'`.as('kind'), 's.dueAt as at', 's.step as title'])
    .select(sql<'law' | 'office' | 'provider'>`'office'`.as('nature'))
    .select([sql<string | null>`null`.as('reference'), sql<boolean>`false`.as('provisional'), 'r.routeId'])
    .where('s.state', '=', 'OPEN');
  let select = read.db
    .selectFrom(clocks.unionAll(signatures).as('d'))
    .innerJoin('routes', 'routes.id', 'd.routeId')
    .innerJoin('cases', 'cases.id', 'routes.caseId')
    .select(['d.id', 'd.kind', 'd.at', 'd.title', 'd.nature', 'd.reference', 'd.provisional', 'd.routeId'])
    .select(['routes.route', 'cases.id as caseId', 'cases.reference as caseReference'])
    .where(visibleTo(reader));
  if (page.caseId !== undefined) select = select.where('cases.id', '=', page.caseId);
  if (page.after)
    select = select.where(sql<boolean>`(d.at, d.id) > (${page.after.at}::timestamptz, ${page.after.id})`);
  const rows = await select.orderBy('d.at').orderBy('d.id').limit(page.limit).execute();
  return notes(reader, rows, ({ caseId }) => caseId);
}
