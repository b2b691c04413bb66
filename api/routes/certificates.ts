import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { certificate, issueCertificate } from '../../rules/engine/index.js';
import type { Certificate } from '../../rules/engine/index.js';
import { caseById, determinationForReader, ruleSetByDigest } from '../../store/index.js';
import type { PersonAct, StoredDetermination } from '../../store/index.js';
import { actOn, readerOf, seen } from '../acting.js';
import type { AppDeps } from '../deps.js';
import { etagOfDigest } from '../headers.js';
import { answers } from '../problem.js';
import { trainingMark } from '../schemas/mark.js';

const contentOfRuleSet = z
  .custom<Buffer>((value) => Buffer.isBuffer(value))
  .meta({ id: 'RuleSetContent', type: 'object' });

/** Canonical text of a rule set: kept since it was first used, or the one in force; `null` when it is neither. */
async function ruleSetText({ store, ruleSet }: AppDeps, digest: string): Promise<string | null> {
  if (digest === ruleSet.digest) return ruleSet.content;
  return (await ruleSetByDigest(store.read, digest))?.content ?? null;
}

async function certify(
  deps: AppDeps,
  found: StoredDetermination,
  { issuedAt, byReference }: { issuedAt: string; byReference: boolean },
): Promise<Certificate> {
  const { id, caseId, caseVersion, cause, at, frame, result, prose: text, ruleSetDigest, program } = found;
  const { salt } = await caseById(deps.store.read, caseId);
  return issueCertificate({
    determination: { id, caseId, caseVersion, cause, at },
    frame,
    result,
    text,
    salt,
    ruleSetContent: await ruleSetText(deps, ruleSetDigest),
    byReference,
    program: { name: 'rogatory', version: program ?? 'unknown' },
    issuedAt,
    ...(deps.mode === 'embedded' ? { mark: trainingMark } : {}),
  });
}

/** A certificate carries the salt of the case: who was given one stands in the audit trail. */
const noteIssue = ({ store }: AppDeps, act: PersonAct, { determination, traceDigest }: Certificate) =>
  store.transaction(async (tx) =>
    tx.audit({
      verb: 'CERTIFICATE_ISSUED',
      act,
      subject: { kind: 'determination', id: determination.id },
      caseId: determination.caseId,
      newDigest: traceDigest,
    }),
  );

/** Certificates of determinations, and the rule sets they rest on, by digest. */
export const certificateRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/determinations/:determinationId/certificate',
      {
        config: { action: 'case.read', audit: 'CERTIFICATE_ISSUED' },
        schema: {
          tags: ['determinations'],
          summary: 'All that is needed to compute a determination again, offline',
          params: z.strictObject({ determinationId: z.string().max(40) }),
          querystring: z.strictObject({
            ruleSet: z
              .enum(['inline', 'reference'])
              .default('inline')
              .describe(
                '`reference` leaves the content of the rule set out; it is at /v1/rule-sets/{digest}.',
              ),
          }),
          response: answers({ 200: certificate }),
        },
      },
      async (request) => {
        const { determinationId } = request.params;
        const found = seen(await determinationForReader(deps.store.read, readerOf(request), determinationId));
        const act = actOn(request, deps.clock().toISOString());
        const byReference = request.query.ruleSet === 'reference';
        const issued = await certify(deps, found, { issuedAt: act.at, byReference });
        await noteIssue(deps, act, issued);
        return issued;
      },
    );

    app.get(
      '/rule-sets/:digest',
      {
        config: { action: 'rules.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags: ['rules'],
          summary: 'A rule set as it was, by its digest: the body is the text whose SHA-256 the digest is',
          params: z.strictObject({ digest: z.string().max(64) }),
          response: answers({
            200: {
              description: 'Canonical JSON (RFC 8785).',
              content: { 'application/json': { schema: contentOfRuleSet } },
            },
          }),
        },
      },
      async (request, reply) => {
        const { digest } = request.params;
        const text = seen(await ruleSetText(deps, digest));
        return reply.type('application/json').header('etag', etagOfDigest(digest)).send(Buffer.from(text));
      },
    );
  };
