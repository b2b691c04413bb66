import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { errorCodes, RogatoryError } from '../contracts/errors.js';
import type { ErrorCode } from '../contracts/errors.js';
import { recallAnswer, rememberAnswer, settle } from '../store/index.js';
import type { Delivery, RelayRow, StoredAnswer, Tx } from '../store/index.js';
import { personOf } from './acting.js';
import type { AppDeps } from './deps.js';
import { idempotencyKey } from './headers.js';
import { problemType, toProblem } from './problem.js';
import { engineNote } from './schemas/record.js';
import type { EngineNote } from './schemas/record.js';

/** What a change answers, the ETag of what it changed, and what a workflow has to be told of it. */
export type Changed<Body> = { body: Body; etag?: string; relays?: readonly RelayRow[] };

/** View of a change: the thing itself, and whether the workflow knows. */
export const changed = <Shape extends z.core.$ZodLooseShape>(view: z.ZodObject<Shape>) =>
  z.object({ ...view.shape, engine: engineNote });

/** Statuses of a change: done, or done here and still on its way to the workflow. */
export const changeStatuses = <View extends z.ZodType>(view: View) => ({ 201: view, 202: view });

type Once = { personId: string; key: string; fingerprint: string; at: string };

/**
 * Runs a POST once: the change, its audit entries, its relay rows and the remembered answer are one transaction. After the
 * commit the workflow is told; where it does not answer, the row stays in the relay and the answer is 202.
 * Throws IDEMPOTENCY_* for a key that is missing, in use or was used for something else, and what the workflow refused with.
 */
export async function change<Body extends object>(
  deps: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (tx: Tx, at: string) => Promise<Changed<Body>>,
): Promise<FastifyReply> {
  const once = onceOf(deps, request);
  const first = await deps.store.transaction(async (tx) => {
    const recalled = await recallAnswer(tx, once);
    if (recalled.kind === 'answered') return { answer: recalled.answer, made: null };
    const made = await work(tx, once.at);
    const answer = answerOf(made, made.relays?.length ? waiting : nothingToTell);
    await rememberAnswer(tx, { ...once, answer });
    return { answer, made };
  });
  if (!first.made?.relays?.length) return send(reply, first.answer);
  const answer = await tell(deps, first.made.relays, first.made);
  await deps.store.transaction((tx) => rememberAnswer(tx, { ...once, answer }));
  return send(reply, answer);
}

/** Key, person and fingerprint of a POST; the fingerprint covers address and body, or what stands for the body. */
export function onceOf({ clock }: AppDeps, request: FastifyRequest, body: unknown = request.body): Once {
  const text = canonicalize([request.method, request.url, body ?? null]) ?? '';
  return {
    personId: personOf(request).id,
    key: idempotencyKey(request),
    fingerprint: createHash('sha256').update(text).digest('hex'),
    at: clock().toISOString(),
  };
}

/** Tells the workflows after the commit and settles the rows; answers with what came of it. */
async function tell(
  { engine, store, clock }: AppDeps,
  relays: readonly RelayRow[],
  made: Changed<object>,
): Promise<StoredAnswer> {
  const deliveries = await Promise.all(relays.map((row) => engine.deliver(row)));
  const at = clock().toISOString();
  await store.transaction(async (tx) => {
    for (const [index, { id }] of relays.entries()) {
      const delivery = deliveries[index];
      if (delivery) await settle(tx, { id, delivery, at });
    }
  });
  const refusal = deliveries
    .map((delivery, index) => refusalOf(relays[index], delivery))
    .find((error) => error !== null);
  return refusal ? problemAnswer(refusal) : answerOf(made, noteOf(deliveries));
}

export const nothingToTell: EngineNote = { state: 'NOTHING_TO_TELL', outcomes: [] };
const waiting: EngineNote = { state: 'WAITING', says: errorCodes.ENGINE_UNREACHABLE.says, outcomes: [] };

function noteOf(deliveries: readonly Delivery[]): EngineNote {
  const outcomes = deliveries.flatMap((delivery) =>
    delivery.kind === 'delivered' ? [delivery.outcome] : [],
  );
  return deliveries.some(({ kind }) => kind === 'unknown')
    ? { ...waiting, outcomes }
    : { state: 'DELIVERED', outcomes };
}

/**
 * A workflow that refuses, and a vote that its ticket did not carry, are refusals of the request. A route that will not
 * read its facts again is not: the facts stand.
 */
function refusalOf(row: RelayRow | undefined, delivery: Delivery): RogatoryError | null {
  if (row?.update === 'reviseRoute') return null;
  if (delivery.kind === 'refused') return engineRefusal(delivery.code, delivery.says);
  const vote = delivery.kind === 'delivered' ? uncounted.safeParse(delivery.outcome) : null;
  return vote?.success ? new RogatoryError('TICKET_INVALID', { about: vote.data.reason }) : null;
}

const uncounted = z.object({
  recorded: z.literal(false),
  reason: z.string().default('the ticket was refused'),
});

const engineRefusal = (code: string, says: string): RogatoryError =>
  new RogatoryError(isErrorCode(code) ? code : 'ROUTE_STATE', { about: says });

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);

/** The answer of a change as it is sent and remembered. */
export function answerOf({ body, etag }: Changed<object>, engine: EngineNote): StoredAnswer {
  const answer = { status: engine.state === 'WAITING' ? 202 : 201, body: { ...body, engine } };
  return etag === undefined ? answer : { ...answer, headers: { etag } };
}

export const problemAnswer = (error: RogatoryError): StoredAnswer => {
  const body = toProblem(error);
  return { status: body.status, body, headers: { 'content-type': problemType } };
};

export const send = (reply: FastifyReply, { status, body, headers = {} }: StoredAnswer): FastifyReply =>
  reply.code(status).headers(headers).send(body);
