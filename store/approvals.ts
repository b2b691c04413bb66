import { sql } from 'kysely';
import type { OpenStep } from '../contracts/activities.js';
import type { Role } from '../contracts/codes.js';
import { RogatoryError } from '../contracts/errors.js';
import type { Act, Reader } from './actor.js';
import { newId } from './ids.js';
import { settleSignatures } from './notify/settle.js';
import { notes, seesRow, visibleTo } from './reader.js';
import { lockRoute, type RouteRecord } from './routes.js';
import type { Reading, Tx } from './tx.js';

export type CloseWhy = 'returned' | 'expired' | 'rejected' | 'voided' | 'withdrawn';

/** Opens steps of one round on one draft; a repeated call changes nothing. A round before it that is open is void. */
export async function openApprovalSteps(
  tx: Tx,
  act: Act,
  { routeId, digest, steps }: { routeId: string; digest: string; steps: readonly OpenStep[] },
): Promise<void> {
  const route = await lockRoute(tx, routeId);
  for (const step of steps) {
    if (step.digest !== digest) throw new Error(`Step ${step.step} is of another digest.`);
    const roundId = await roundFor(tx, act, route, digest, step.round);
    if (roundId) await openStep(tx, act, route, roundId, step);
  }
}

async function roundFor(
  tx: Tx,
  act: Act,
  { id: routeId, caseId, sliceDigest }: RouteRecord,
  digest: string,
  number: number,
): Promise<string | null> {
  const newest = await tx.db
    .selectFrom('approvalRounds')
    .selectAll()
    .where('routeId', '=', routeId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest && newest.number > number) return null;
  if (newest?.number === number)
    return newest.state === 'OPEN' && newest.digest === digest ? newest.id : null;
  if (newest?.state === 'OPEN') await closeRound(tx, act, caseId, newest.id, 'voided');
  const id = newId();
  await tx.db
    .insertInto('approvalRounds')
    .values({ id, caseId, routeId, number, digest, sliceDigest, state: 'OPEN', openedAt: act.at })
    .execute();
  return id;
}

async function openStep(
  tx: Tx,
  act: Act,
  route: RouteRecord,
  roundId: string,
  step: OpenStep,
): Promise<void> {
  const id = newId();
  const { step: name, order: position, opensAt, dueAt } = step;
  const roles = [...step.roles];
  const added = await tx.db
    .insertInto('approvalSteps')
    .values({ id, roundId, step: name, position, roles, state: 'OPEN', opensAt, dueAt })
    .onConflict((on) => on.columns(['roundId', 'step']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return;
  tx.audit({
    verb: 'APPROVAL_ASKED',
    act,
    subject: { kind: 'approval-step', id },
    caseId: route.caseId,
    newDigest: step.digest,
    body: { routeId: route.id, step: name, roles, dueAt, round: step.round },
  });
}

/** Ends the open round of a digest: what was signed in it no longer counts. */
export async function closeApprovalSteps(
  tx: Tx,
  act: Act,
  { routeId, digest, why }: { routeId: string; digest: string; why: CloseWhy },
): Promise<void> {
  const route = await lockRoute(tx, routeId);
  const round = await openRound(tx, routeId);
  if (round?.digest === digest) await closeRound(tx, act, route.caseId, round.id, why);
}

async function closeRound(tx: Tx, act: Act, caseId: string, roundId: string, why: CloseWhy): Promise<void> {
  await tx.db
    .updateTable('approvalRounds')
    .set({ state: 'CLOSED', why, closedAt: act.at })
    .where('id', '=', roundId)
    .execute();
  await tx.db
    .updateTable('approvalSteps')
    .set({ state: 'CLOSED' })
    .where('roundId', '=', roundId)
    .where('state', '=', 'OPEN')
    .execute();
  // That signatures ran out unseen is nobody's act: what was told of it goes on climbing.
  if (why !== 'expired') await settleSignatures(tx, { at: act.at, by: null, roundId });
  tx.audit({
    verb: 'APPROVAL_VOIDED',
    act,
    subject: { kind: 'approval-round', id: roundId },
    caseId,
    body: { why },
  });
}

/** The round that is open on a route. */
export async function openRound(read: Reading, routeId: string) {
  return read.db
    .selectFrom('approvalRounds')
    .selectAll()
    .where('routeId', '=', routeId)
    .where('state', '=', 'OPEN')
    .executeTakeFirst();
}

/** A signature that is waited for, with what it would be given to. */
export type OpenApproval = {
  stepId: string;
  step: string;
  roles: readonly Role[];
  state: 'OPEN' | 'APPROVED' | 'RETURNED' | 'REJECTED' | 'CLOSED';
  digest: string;
  documentId: string | null;
  documentVersion: number | null;
  opensAt: string;
  dueAt: string;
  caseId: string;
  caseReference: string;
  routeId: string;
  family: string;
  route: string;
  measure: string;
  addressee: string;
};

const newestOfThose = sql<boolean>`not exists (select 1 from documents n where n.route_id = d.route_id
  and n.digest = d.digest and n.slice_digest = d.slice_digest and n.version > d.version)`;

const steps = (read: Reading) =>
  read.db
    .selectFrom('approvalSteps as s')
    .innerJoin('approvalRounds as r', 'r.id', 's.roundId')
    .innerJoin('routes', 'routes.id', 'r.routeId')
    .innerJoin('cases', 'cases.id', 'r.caseId')
    .leftJoin('documents as d', (on) =>
      on
        .onRef('d.routeId', '=', 'r.routeId')
        .onRef('d.digest', '=', 'r.digest')
        .onRef('d.sliceDigest', '=', 'r.sliceDigest')
        .on(newestOfThose),
    )
    .select([
      's.id as stepId',
      's.step',
      's.roles',
      's.state',
      'r.digest',
      'd.id as documentId',
      'd.version as documentVersion',
      's.opensAt',
      's.dueAt',
      'r.caseId',
      'cases.reference as caseReference',
      'r.routeId',
      'routes.family',
      'routes.route',
      'routes.measure',
      'routes.addressee',
    ]);

/** Only steps whose turn has come: none before them in the round is open. */
const itsTurn = sql<boolean>`not exists (select 1 from approval_steps e
  where e.round_id = s.round_id and e.state = 'OPEN' and e.position < s.position)`;

/**
 * Steps this person could sign now, the most pressing first: in one of the person's roles, not drafted by and not signed
 * by the person already. Being asked is what lets the person see the case.
 */
export async function inbox(
  read: Reading,
  reader: Reader,
  { after, limit }: { after?: { dueAt: string; stepId: string }; limit: number },
): Promise<OpenApproval[]> {
  const names = [reader.personId, ...(reader.actingFor ? [reader.actingFor.personId] : [])];
  let select = steps(read)
    .where('s.state', '=', 'OPEN')
    .where(itsTurn)
    .where(visibleTo(reader))
    .where(sql<boolean>`s.roles && ${[...reader.roles]}::text[]`)
    .where(sql<boolean>`not (routes.drafters && ${names}::text[])`)
    .where(sql<boolean>`not exists (select 1 from votes v where v.round_id = s.round_id
      and (v.person_id = any (${names}::text[]) or v.on_behalf_of = any (${names}::text[])))`);
  if (reader.actingFor?.cases) select = select.where('cases.id', 'in', reader.actingFor.cases);
  if (after)
    select = select.where(sql<boolean>`(s.due_at, s.id) > (${after.dueAt}::timestamptz, ${after.stepId})`);
  const rows = await select.orderBy('s.dueAt').orderBy('s.id').limit(limit).execute();
  return notes(reader, rows, ({ caseId }) => caseId);
}

/** One step, or `null` when there is none or the reader may not see its case. */
export async function approvalForReader(
  read: Reading,
  reader: Reader,
  stepId: string,
): Promise<OpenApproval | null> {
  if (!(await seesRow(read, reader, 'approvalSteps', stepId))) return null;
  return (await steps(read).where('s.id', '=', stepId).executeTakeFirst()) ?? null;
}

/** All steps of a route, of all rounds, in order, with who decided what. */
export async function approvalsOfRoute(read: Reading, routeId: string) {
  const rows = await read.db
    .selectFrom('approvalSteps as s')
    .innerJoin('approvalRounds as r', 'r.id', 's.roundId')
    .leftJoin('votes as v', 'v.stepId', 's.id')
    .select(['s.id as stepId', 's.step', 's.roles', 's.state', 's.opensAt', 's.dueAt', 'r.number as round'])
    .select(['r.digest', 'r.state as roundState', 'r.why'])
    .select(['v.id as voteId', 'v.personId', 'v.onBehalfOf', 'v.role', 'v.decision', 'v.reason'])
    .select(['v.at as decidedAt', 'v.validUntil', 'r.caseId'])
    .where('r.routeId', '=', routeId)
    .orderBy('r.number')
    .orderBy('s.position')
    .orderBy('s.step')
    .execute();
  return Promise.all(
    rows.map(async ({ voteId, caseId, ...row }) => {
      const secrets = await read.secrets.of(caseId);
      return { ...row, ...secrets.open('votes', voteId ?? '', { reason: row.reason }) };
    }),
  );
}

/** A step with its round, for whoever decides on it. Throws NOT_FOUND. */
export async function stepById(read: Reading, stepId: string) {
  return read.db
    .selectFrom('approvalSteps as s')
    .innerJoin('approvalRounds as r', 'r.id', 's.roundId')
    .select(['s.id', 's.step', 's.roles', 's.state', 's.position', 's.roundId'])
    .select(['r.routeId', 'r.caseId', 'r.digest', 'r.sliceDigest', 'r.state as roundState'])
    .where('s.id', '=', stepId)
    .executeTakeFirstOrThrow(() => new RogatoryError('NOT_FOUND', { internal: `approval step ${stepId}` }));
}
export type StepInRound = Awaited<ReturnType<typeof stepById>>;
