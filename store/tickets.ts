import type { Selectable } from 'kysely';
import type { Redeemed } from '../contracts/activities.js';
import { RogatoryError } from '../contracts/errors.js';
import { alertApprovedAtOnce } from './alerts.js';
import { stepById, type StepInRound } from './approvals.js';
import { documentOfDigest } from './documents.js';
import type { Act, PersonAct } from './actor.js';
import { newId } from './ids.js';
import { keepComments, type CommentToKeep } from './return-comments.js';
import { settleSignatures } from './notify/settle.js';
import { enqueue, type RelayRow } from './relay.js';
import { lockRoute, type RouteRecord } from './routes.js';
import { earlierExpired, whyNotSign } from './signing.js';
import type { TicketsTable, VoteWord } from './schema-correspondence.js';
import type { Tx } from './tx.js';

/**
 * Writes the decision of a verified person as a one-time ticket, with the message that carries its id to the workflow
 * (design, idea 7), and what is said about single paragraphs of what is returned. It counts for nothing before it is
 * redeemed. Throws NOT_FOUND and APPROVAL_*.
 */
export async function issueTicket(
  tx: Tx,
  act: PersonAct,
  input: {
    stepId: string;
    decision: VoteWord;
    digest: string;
    reason?: string;
    comments?: readonly CommentToKeep[];
    expiresAt: string;
  },
): Promise<{ ticketId: string; relay: RelayRow }> {
  const { stepId, decision, digest, expiresAt, comments = [] } = input;
  const reason = input.reason?.trim() || null;
  if (decision !== 'approve' && reason === null) throw new RogatoryError('APPROVAL_REASON_MISSING');
  const route = await lockRoute(tx, (await stepById(tx, stepId)).routeId);
  const step = await stepById(tx, stepId);
  const { personId, role, onBehalfOf = null, factor = null } = act.actor;
  const signing = { personId, role, onBehalfOf, digest, at: act.at };
  const refusal = await whyNotSign(tx, step, route, signing);
  if (refusal) throw new RogatoryError(refusal.code, { about: refusal.about });
  const id = newId();
  const { caseId, workflowId } = route;
  const secrets = await tx.secrets.of(caseId);
  await tx.db
    .insertInto('tickets')
    .values({
      id,
      caseId,
      routeId: route.id,
      stepId,
      step: step.step,
      digest,
      personId,
      role,
      onBehalfOf,
      factor,
      decision,
      ...secrets.seal('tickets', id, { reason }),
      issuedAt: act.at,
      expiresAt,
    })
    .execute();
  await commentOn(tx, { ticketId: id, routeId: route.id, digest, comments });
  const paragraphs = comments.map(({ paragraph }) => paragraph);
  const body = {
    ...{ routeId: route.id, step: step.step, decision, expiresAt },
    ...(paragraphs.length > 0 && { paragraphs }),
  };
  const subject = { kind: 'ticket', id };
  tx.audit({
    verb: 'TICKET_ISSUED',
    act,
    subject,
    caseId,
    newDigest: digest,
    ...(reason ? { reason } : {}),
    body,
  });
  const payload = { ticketId: id, step: step.step, digest };
  return {
    ticketId: id,
    relay: await enqueue(tx, { caseId, workflowId, update: 'castVote', payload, at: act.at }),
  };
}

async function commentOn(
  tx: Tx,
  {
    ticketId,
    routeId,
    digest,
    comments,
  }: { ticketId: string; routeId: string; digest: string; comments: readonly CommentToKeep[] },
): Promise<void> {
  const [first] = comments;
  if (!first) return;
  const document = await documentOfDigest(tx, { routeId, digest });
  if (!document) throw new RogatoryError('APPROVAL_COMMENT_PARAGRAPH', { about: first.paragraph });
  await keepComments(tx, { ticketId, document, comments });
}

export type Redemption = {
  routeId: string;
  ticketId: string;
  step: string;
  digest: string;
  /** Until when an approval given now would hold; counted from the last signature. */
  validUntil: string;
};

/**
 * Redeems a ticket: marks it used, writes the vote and the audit entry, all or nothing. The same ticket presented again
 * by its own step gives its first answer while its round is open. Anything else is refused, audited, and counts for nothing.
 */
export async function redeemTicket(tx: Tx, act: Act, input: Redemption): Promise<Redeemed> {
  const route = await lockRoute(tx, input.routeId);
  const ticket = await tx.db
    .selectFrom('tickets')
    .selectAll()
    .where('id', '=', input.ticketId)
    .forUpdate()
    .executeTakeFirst();
  if (!ticket) return refuse(tx, act, route, input, 'TICKET_UNKNOWN');
  if (ticket.routeId !== input.routeId || ticket.step !== input.step || ticket.digest !== input.digest) {
    return refuse(tx, act, route, input, 'TICKET_OF_ANOTHER_STEP_OR_DIGEST');
  }
  const step = await stepById(tx, ticket.stepId);
  if (ticket.usedAt !== null) return firstAnswer(tx, act, route, step, input);
  if (Date.parse(ticket.expiresAt) <= Date.parse(act.at))
    return refuse(tx, act, route, input, 'TICKET_EXPIRED');
  const refusal = await whyNotSign(tx, step, route, { ...ticket, at: act.at });
  if (refusal) return refuse(tx, act, route, input, refusal.code);
  if (await earlierExpired(tx, step.roundId, act.at))
    return refuse(tx, act, route, input, 'APPROVAL_EXPIRED');
  return countVote(tx, act, ticket, step, input.validUntil);
}

function refuse(tx: Tx, act: Act, route: RouteRecord, input: Redemption, reason: string): Redeemed {
  const { ticketId, step, digest } = input;
  tx.audit({
    verb: 'APPROVAL_REFUSED',
    act,
    subject: { kind: 'ticket', id: ticketId },
    caseId: route.caseId,
    reason,
    newDigest: digest,
    body: { routeId: route.id, step },
  });
  return { valid: false, reason };
}

async function firstAnswer(
  tx: Tx,
  act: Act,
  route: RouteRecord,
  step: StepInRound,
  input: Redemption,
): Promise<Redeemed> {
  const vote = await tx.db
    .selectFrom('votes')
    .selectAll()
    .where('ticketId', '=', input.ticketId)
    .executeTakeFirst();
  if (!vote || step.roundState !== 'OPEN') return refuse(tx, act, route, input, 'TICKET_USED');
  const { personId, role, decision } = vote;
  return { valid: true, personId, role, decision, expired: false };
}

const stateAfter = { approve: 'APPROVED', return: 'RETURNED', reject: 'REJECTED' } as const;

async function countVote(
  tx: Tx,
  act: Act,
  ticket: Selectable<TicketsTable>,
  step: StepInRound,
  validUntil: string,
): Promise<Redeemed> {
  const { id: ticketId, routeId, stepId, personId, role, onBehalfOf, decision, digest, caseId } = ticket;
  const { roundId } = step;
  const id = newId();
  const secrets = await tx.secrets.of(caseId);
  const { reason } = secrets.open('tickets', ticketId, { reason: ticket.reason });
  await tx.db.updateTable('tickets').set({ usedAt: act.at }).where('id', '=', ticketId).execute();
  const who = { personId, role, onBehalfOf };
  const vote = { id, routeId, stepId, ...who, decision, digest, validUntil, ticketId, roundId };
  await tx.db
    .insertInto('votes')
    .values({ ...vote, ...secrets.seal('votes', id, { reason }), at: act.at })
    .execute();
  await tx.db
    .updateTable('approvalSteps')
    .set({ state: stateAfter[decision] })
    .where('id', '=', stepId)
    .execute();
  tx.audit({
    verb: 'APPROVAL_DECIDED',
    act: { ...act, actor: signerOf(ticket) },
    subject: { kind: 'approval-step', id: stepId },
    caseId,
    ...(reason ? { reason } : {}),
    newDigest: digest,
    body: { routeId, step: step.step, decision, ticketId, validUntil },
  });
  await settleSignatures(tx, { at: act.at, by: personId, roundId, step: step.step });
  const signedAt = ticket.issuedAt;
  await alertApprovedAtOnce(tx, act, { voteId: id, caseId, stepId, decision, signedAt });
  return { valid: true, personId, role, decision, expired: false };
}

/** Who signed, in whose name and shown by which factor: as the ticket says. */
function signerOf(ticket: Selectable<TicketsTable>): PersonAct['actor'] {
  const { personId, role, onBehalfOf, factor } = ticket;
  return {
    kind: 'person',
    personId,
    role,
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
    ...(factor === null ? {} : { factor }),
  };
}
