import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Role } from '../../contracts/codes.js';
import { caseById, evidenceForReader, marksOfEvidence, receiveEvidence } from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { describeContent, plainBytes, receivedFile } from '../evidence/content.js';
import { octets, upload, uploadHeaders } from '../evidence/upload.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { evidenceView } from '../schemas/route.js';
import { routeParams } from './routes.js';

const tags = ['evidence'];
const bytes = z.custom<Readable>().meta({ type: 'string', format: 'binary' });
const defaultLimitBytes = 20 * 1024 ** 3;
const evidenceParams = z.strictObject({ evidenceId: z.string().max(40) });

/** A file as this person may see it, and the act of looking at it. Throws NOT_FOUND and what the matrix says. */
async function opened({ store: { read }, clock }: AppDeps, request: FastifyRequest, evidenceId: string) {
  const file = seen(await evidenceForReader(read, readerOf(request), evidenceId));
  const { members } = await caseById(read, file.caseId);
  const kinds = await marksOfEvidence(read, file.id);
  const memberIds = members.map(({ personId }) => personId);
  const subject = { memberIds, privileged: kinds.includes('PRIVILEGED') };
  return { file, act: actOn(request, clock().toISOString(), subject) };
}

/** Evidence: streamed into quarantine, received by two persons, handed out as it came in. Nothing previews or interprets a file. */
export const evidenceRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const limit = deps.evidenceLimitBytes ?? defaultLimitBytes;

    app.get(
      '/evidence/:evidenceId',
      {
        config: { action: 'evidence.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'One upload: digests, state, who received it; never the file',
          params: evidenceParams,
          response: answers({ 200: evidenceView }),
        },
      },
      async (request) => (await opened(deps, request, request.params.evidenceId)).file,
    );

    app.get(
      '/evidence/:evidenceId/content',
      {
        config: { action: 'evidence.read', audit: 'EVIDENCE_OPENED' },
        schema: {
          tags,
          summary: 'The file, once two persons have received it: to keep and to compare, never shown',
          params: evidenceParams,
          response: answers(
            {
              200: {
                description: 'The bytes as they came in; Content-Digest is that of the receipt.',
                content: { [octets]: { schema: bytes } },
              },
            },
            'EVIDENCE_NOT_RECEIVED',
            'RECORD_DAMAGED',
          ),
        },
      },
      async (request, reply) => {
        const { file, act } = await opened(deps, request, request.params.evidenceId);
        const received = receivedFile(file);
        const { id, caseId, sha256, routeId } = received;
        const { store, evidenceDir } = deps;
        const content = await plainBytes(evidenceDir, received, await store.read.secrets.of(caseId));
        const subject = { kind: 'evidence', id };
        const entry = { act, subject, caseId, newDigest: sha256, body: { routeId } };
        await store
          .transaction(async (tx) => tx.audit({ verb: 'EVIDENCE_OPENED', ...entry }))
          .catch((error: unknown) => {
            content.destroy();
            throw error;
          });
        return describeContent(reply, received).send(content);
      },
    );

    app.post(
      '/evidence/:evidenceId/receipt',
      {
        config: { action: 'evidence.receive', audit: 'EVIDENCE_RECEIVED' },
        schema: {
          tags,
          summary: 'Sign the receipt: first the custodian, then the witness, another person',
          headers: postHeaders,
          params: evidenceParams,
          response: answers(
            changeStatuses(changed(evidenceView)),
            ...withBody,
            'EVIDENCE_SAME_PERSON',
            'ROUTE_STATE',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const found = seen(await evidenceForReader(tx, readerOf(request), request.params.evidenceId));
          const namedRoles: Role[] =
            found.receipts.length === 0 ? ['EVIDENCE_CUSTODIAN'] : ['EVIDENCE_WITNESS', 'EVIDENCE_CUSTODIAN'];
          const act = actOn(request, at, { namedRoles });
          const { evidence, relay } = await receiveEvidence(tx, act, { evidenceId: found.id });
          return { body: evidenceView.parse(evidence), relays: relay ? [relay] : [] };
        }),
    );

    const uploads: FastifyPluginAsyncZod = async (raw) => {
      raw.removeAllContentTypeParsers();
      raw.addContentTypeParser(octets, (_request, payload, done) => done(null, payload));
      raw.post(
        '/routes/:routeId/evidence',
        {
          bodyLimit: limit,
          config: { action: 'evidence.upload', audit: 'EVIDENCE_UPLOADED', reads: octets },
          schema: {
            tags,
            summary: 'Upload a file as it came, streamed',
            consumes: [octets],
            headers: uploadHeaders,
            params: routeParams,
            response: answers(
              changeStatuses(changed(evidenceView)),
              ...withBody,
              'EVIDENCE_DIGEST_MISSING',
              'EVIDENCE_DIGEST_MISMATCH',
              'EVIDENCE_CUT',
              'ROUTE_STATE',
            ),
          },
        },
        async (request, reply) =>
          upload({ ...deps, evidenceLimitBytes: limit }, request, reply, request.params.routeId),
      );
    };
    await app.register(uploads);
  };
