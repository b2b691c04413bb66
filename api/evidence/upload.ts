import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RouteFamily } from '../../contracts/codes.js';
import { RogatoryError } from '../../contracts/errors.js';
import {
  abortEvidence,
  beginEvidence,
  dispatchesOfRoute,
  evidenceForReader,
  forgetKey,
  recallAnswer,
  rememberAnswer,
  sealEvidence,
} from '../../store/index.js';
import type { CaseSecrets, PersonAct, Reading, RouteRecord, StoredAnswer } from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { answerOf, nothingToTell, onceOf, problemAnswer, send } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { evidenceView } from '../schemas/route.js';
import { routeOf, subjectOf } from '../routes/routes.js';
import { announcedDigest } from './content-digest.js';
import { quarantineOf } from './quarantine.js';

export const octets = 'application/octet-stream';
export const uploadHeaders = postHeaders.extend({
  'content-digest': z
    .string()
    .optional()
    .describe('Needed. RFC 9530: sha-256=:<base64>: of the whole file, as the sender gave it.'),
  'x-file-name': z
    .string()
    .default('unnamed')
    .describe('The sender’s file name, percent-encoded UTF-8: a label, never a path.'),
  'x-means': z.string().optional().describe('How it arrived, percent-encoded UTF-8: portal, mail, courier.'),
});

type Begun = { evidenceId: string; act: PersonAct; secrets: CaseSecrets };

/**
 * Takes one file in: the row is begun, the bytes are digested on their way to quarantine, the row is sealed. A cut upload
 * leaves an aborted row and its audit entries, no file. A file that is not the announced one is kept and refused, both
 * digests on record (specification C.14-3). Throws EVIDENCE_*, BODY_TOO_LARGE and ROUTE_STATE.
 */
export async function upload(
  deps: AppDeps & { evidenceLimitBytes: number },
  request: FastifyRequest,
  reply: FastifyReply,
  routeId: string,
): Promise<FastifyReply> {
  const senderSha256 = announcedDigest(request.headers['content-digest']);
  const place = quarantineOf(deps.evidenceDir, randomUUID());
  const once = onceOf(deps, request, senderSha256);
  const first = await deps.store.transaction(async (tx) => {
    const recalled = await recallAnswer(tx, once);
    if (recalled.kind === 'answered') return recalled.answer;
    const route = await routeOf(tx, request, routeId);
    const act = actOn(request, once.at, subjectOf(route));
    await refuseUnsent(tx, route);
    const { 'x-file-name': name, 'x-means': means } = request.headers;
    const label = {
      fileName: fileName(name),
      ...(means === undefined ? {} : { means: plainLabel(means) }),
      mediaType: octets,
    };
    const input = { ...label, routeId: route.id, senderSha256, path: place.name };
    return { ...(await beginEvidence(tx, act, input)), act, secrets: await tx.secrets.of(route.caseId) };
  });
  if ('status' in first) return send(reply, first);
  return send(reply, await receive(deps, request, first, place, once));
}

/** Streams, then seals; whatever stops it on the way leaves no file and frees the key. */
async function receive(
  deps: AppDeps & { evidenceLimitBytes: number },
  request: FastifyRequest,
  { evidenceId, act, secrets }: Begun,
  place: ReturnType<typeof quarantineOf>,
  once: ReturnType<typeof onceOf>,
): Promise<StoredAnswer> {
  try {
    const { body, headers } = request;
    if (!(body instanceof Readable)) throw new RogatoryError('EVIDENCE_CUT');
    const announced = headers['content-length'] === undefined ? null : Number(headers['content-length']);
    const received = await place.receive(body, secrets, { bytes: deps.evidenceLimitBytes, announced });
    await place.keep();
    return await seal(deps, request, { evidenceId, act, secrets }, received, once);
  } catch (error) {
    await place.discard();
    const why = error instanceof RogatoryError ? error.code : 'INTERNAL';
    await deps.store.transaction(async (tx) => {
      await abortEvidence(tx, { ...act, at: deps.clock().toISOString() }, { evidenceId, why });
      await forgetKey(tx, once);
    });
    throw error;
  }
}

const seal = (
  { store, clock }: AppDeps,
  request: FastifyRequest,
  { evidenceId, act }: Begun,
  received: { sha256: string; size: number },
  once: ReturnType<typeof onceOf>,
): Promise<StoredAnswer> =>
  store.transaction(async (tx) => {
    const sealing = { ...act, at: clock().toISOString() };
    const { state } = await sealEvidence(tx, sealing, { evidenceId, ...received });
    const evidence = seen(await evidenceForReader(tx, readerOf(request), evidenceId));
    const answer =
      state === 'MISMATCH'
        ? problemAnswer(new RogatoryError('EVIDENCE_DIGEST_MISMATCH'))
        : answerOf({ body: evidenceView.parse(evidence) }, nothingToTell);
    await rememberAnswer(tx, { ...once, answer });
    return answer;
  });

/** Routes on which nothing is sent abroad: what they yield is captured or handed over at home. */
const atHome: readonly RouteFamily[] = ['OSINT', 'CONSENT', 'DOMESTIC'];

/** Nothing comes in on a request that was never sent; what comes in after its end is taken in all the same. */
async function refuseUnsent(read: Reading, { id, family }: RouteRecord): Promise<void> {
  if (atHome.includes(family) || (await dispatchesOfRoute(read, id)).length > 0) return;
  throw new RogatoryError('ROUTE_STATE', { about: 'Nothing was recorded as sent, so nothing can come in.' });
}

/** The sender's name of the file as a label of at most 200 characters; control characters and separators are shown as `_`. */
const fileName = (header: string | string[] | undefined): string =>
  plainLabel(header ?? 'unnamed') || 'unnamed';

const plainLabel = (header: string | string[]): string =>
  decoded([header].flat().join(''))
    .replaceAll(/[\p{Cc}\p{Cf}\p{Surrogate}/\\]/gu, '_')
    .slice(0, 200);

function decoded(sent: string): string {
  try {
    return decodeURIComponent(sent);
  } catch {
    return sent;
  }
}
