import { RogatoryError } from '../contracts/errors.js';
import { caseWorkflowId } from '../contracts/ids.js';
import { choicesFor, type AsideChoice } from '../contracts/set-aside.js';
import { byWhom, sameName } from './actor.js';
import type { Act, PersonAct } from './actor.js';
import { asideById, type AsideRow } from './asides.js';
import { settleByAct } from './notify/settle.js';
import { enqueue, type RelayRow } from './relay.js';
import { hasEnded, lockRoute, type RouteRecord } from './routes.js';
import type { Tx } from './tx.js';

/**
 * A supervisor decides on a reply that was set aside: REOPEN starts the route again where the reply leads, OTHER lets it go on,
 * REJECT and SAME leave it where it lies. Throws NOT_FOUND, ROUTE_STATE, DECISION_SECOND_SAME.
 */
export async function decideSetAside(
  tx: Tx,
  act: PersonAct & { reason: string },
  { replyId, choice }: { replyId: string; choice: AsideChoice },
): Promise<{ routeId: string; relay: RelayRow | null }> {
  const seen = await asideById(tx, replyId);
  if (!seen) throw new RogatoryError('NOT_FOUND', { internal: `reply ${replyId}` });
  const route = await lockRoute(tx, seen.routeId);
  refuseChoice(act, (await asideById(tx, replyId)) ?? seen, choice);
  const goesOn = choice === 'REOPEN' || choice === 'OTHER';
  if (goesOn && hasEnded(route.state)) await refuseTwice(tx, route);
  const { caseId, id: routeId, seq: routeSeq } = route;
  const { reason } = act;
  const sealed = (await tx.secrets.of(caseId)).seal('setAsideDecisions', replyId, { reason });
  await tx.db
    .insertInto('setAsideDecisions')
    .values({ replyId, choice, routeSeq, ...byWhom(act), at: act.at, ...sealed })
    .execute();
  const subject = { kind: 'reply', id: replyId };
  tx.audit({ verb: 'SET_ASIDE_DECIDED', act, subject, caseId, reason, body: { routeId, choice } });
  await settleByAct(tx, act, routeId);
  return { routeId, relay: goesOn ? await sendOn(tx, act, route, seen) : null };
}

function refuseChoice(act: PersonAct, aside: AsideRow, choice: AsideChoice): void {
  if (aside.decided !== null)
    throw new RogatoryError('ROUTE_STATE', { about: `It was decided before: ${aside.decided}.` });
  const choices = choicesFor[aside.why];
  if (!choices.includes(choice))
    throw new RogatoryError('ROUTE_STATE', { about: `To decide here: ${choices.join(', ') || 'nothing'}.` });
  if (sameName(act, aside))
    throw new RogatoryError('DECISION_SECOND_SAME', { about: 'SUPERVISOR, DUTY_SUPERVISOR' });
}

/** Two late answers of one route: the second goes on once the route stands open again. */
async function refuseTwice(tx: Tx, { id, seq }: RouteRecord): Promise<void> {
  const underWay = await tx.db
    .selectFrom('setAsideDecisions as d')
    .innerJoin('repliesSetAside as a', 'a.replyId', 'd.replyId')
    .select('d.replyId')
    .where('a.routeId', '=', id)
    .where('d.routeSeq', '=', seq)
    .where('d.choice', 'in', ['REOPEN', 'OTHER'])
    .executeTakeFirst();
  if (underWay)
    throw new RogatoryError('ROUTE_STATE', {
      about: 'The route is being opened again; decide once it stands open.',
    });
}

async function sendOn(tx: Tx, { at }: Act, route: RouteRecord, aside: AsideRow): Promise<RelayRow> {
  const { caseId, workflowId } = route;
  const { replyId, outcome, receivedAt } = aside;
  if (!hasEnded(route.state)) {
    const payload = { replyId, outcome, receivedAt };
    return enqueue(tx, { caseId, workflowId, update: 'receiveReply', payload, at });
  }
  return enqueue(tx, {
    caseId,
    workflowId: caseWorkflowId(caseId),
    update: 'reopenRoute',
    payload: { replyId },
    at,
  });
}
