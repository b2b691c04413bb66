import type { RouteFamily, RouteState } from '../contracts/codes.js';
import { endStates } from '../contracts/codes.js';
import { notes, visibleTo } from './reader.js';
import type { Reader } from './actor.js';
import type { Bare } from './tx.js';

/** A route that is not over, as the store has it: where it stands, since when, and which of its clocks ends first. */
export type OpenRoute = {
  routeId: string;
  workflowId: string;
  caseId: string;
  family: RouteFamily;
  state: RouteState;
  since: string;
  nextClockEnds: string | null;
};

const open = ({ db }: Bare) => db.selectFrom('routes').where('routes.state', 'not in', [...endStates]);

/** How many routes are not over. */
export async function countOpenRoutes(read: Bare): Promise<number> {
  const row = await open(read)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/**
 * Open routes in the order of their ids, after `after`; with a reader, those of the cases that he or she may see; with
 * `restingSince`, those that have moved at least once, and not since then.
 */
export async function openRoutes(
  read: Bare,
  {
    after,
    limit,
    reader,
    restingSince,
  }: { after?: string; limit: number; reader?: Reader; restingSince?: string },
): Promise<OpenRoute[]> {
  let select = open(read)
    .innerJoin('cases', 'cases.id', 'routes.caseId')
    .select(['routes.id as routeId', 'routes.workflowId', 'routes.caseId', 'routes.family', 'routes.state'])
    .select(['routes.movedAt as since'])
    .select((of) =>
      of
        .selectFrom('clocks')
        .select(({ fn }) => fn.min('clocks.endsAt').as('ends'))
        .whereRef('clocks.routeId', '=', 'routes.id')
        .where('clocks.stoppedAt', 'is', null)
        .as('nextClockEnds'),
    );
  if (reader !== undefined) select = select.where(visibleTo(reader));
  if (restingSince !== undefined)
    select = select.where('routes.seq', '>', 0).where('routes.movedAt', '<', restingSince);
  if (after !== undefined) select = select.where('routes.id', '>', after);
  const rows = await select.orderBy('routes.id').limit(limit).execute();
  return reader === undefined ? rows : notes(reader, rows, ({ caseId }) => caseId);
}
