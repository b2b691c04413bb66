import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { factAnswer } from '../../contracts/facts.js';
import { currentFacts, factHistory, recordFacts } from '../../store/index.js';
import { actOn, personOf, readerOf, seen } from '../acting.js';
import { checkAnswers } from '../answers.js';
import { askedElsewhere, noteIdentifiers } from '../asked-elsewhere.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { proposeAnew } from '../determining.js';
import { changeHeaders, etagOfVersion, versionInIfMatch } from '../headers.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers, withBody, withFacts } from '../problem.js';
import { proposalOf, proposalView } from '../schemas/proposal.js';
import { factVersionView } from '../schemas/case-file.js';
import { caseOf, caseParams } from './cases.js';

const tags = ['facts'];
const body = z.strictObject({ answers: z.array(factAnswer).min(1).max(2000) }).meta({ id: 'FactAnswers' });
const recorded = z
  .object({
    caseVersion: z.int(),
    versions: z.array(factVersionView).readonly(),
    proposal: proposalView,
    askedElsewhere,
  })
  .meta({ id: 'FactsRecorded' });
const versionLine = factVersionView.extend({ caseVersion: z.int() }).meta({ id: 'FactVersionLine' });

/** Facts: answers as versions, never overwritten; who may answer what is in the dictionary. */
export const factRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { read } = deps.store;

    app.post(
      '/cases/:caseId/facts',
      {
        config: { action: 'facts.record', audit: 'FACTS_RECORDED' },
        schema: {
          tags,
          summary: 'Answer questions',
          description: 'All answers of one request are recorded together or not at all.',
          headers: changeHeaders,
          params: caseParams,
          body,
          response: answers(
            changeStatuses(changed(recorded)),
            ...withBody,
            'IF_MATCH_MISSING',
            'VERSION_STALE',
            ...withFacts,
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const found = await caseOf(tx, request, request.params.caseId);
          const granted = actOn(request, at);
          const expectedVersion = versionInIfMatch(request);
          const { role, answers: checked } = checkAnswers(
            deps.ruleSet,
            personOf(request),
            found,
            request.body.answers,
          );
          const act = { ...granted, actor: { ...granted.actor, role } };
          const input = { caseId: found.id, expectedVersion, answers: checked };
          const { versions, caseVersion, relays } = await recordFacts(tx, act, input);
          const met = await noteIdentifiers(tx, act, found.id, checked);
          const proposal = proposalOf(await proposeAnew(deps, tx, { caseId: found.id, cause: 'FACTS', at }));
          return {
            body: { caseVersion, versions, proposal, askedElsewhere: met },
            etag: etagOfVersion(caseVersion),
            relays,
          };
        }),
    );

    app.get(
      '/cases/:caseId/facts',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'The newest answer to every question',
          params: caseParams,
          response: answers({ 200: z.object({ rows: z.array(factVersionView).readonly() }) }),
        },
      },
      async (request, reply) => {
        const found = await caseOf(read, request, request.params.caseId);
        void reply.header('etag', etagOfVersion(found.version));
        return { rows: await currentFacts(read, found.id) };
      },
    );

    app.get(
      '/cases/:caseId/facts/history',
      {
        config: { action: 'case.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Every version of every answer, oldest first',
          params: caseParams,
          querystring: page.extend({ fact: z.string().max(120).optional() }),
          response: answers({ 200: pageOf(versionLine) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { limit, fact } = request.query;
        const { caseId } = request.params;
        const after = positionIn(readCursor(request));
        const found = await factHistory(read, readerOf(request), caseId, {
          limit,
          ...(fact === undefined ? {} : { fact }),
          ...(after ? { after } : {}),
        });
        const rows = seen(found);
        const last = rows.length < limit ? undefined : rows.at(-1);
        return { rows, next: writeCursor(request, last ? `${last.caseVersion}.${last.position}` : null) };
      },
    );
  };

function positionIn(key: string | null): { caseVersion: number; position: number } | null {
  const [, caseVersion, position] = /^(\d{1,9})\.(\d{1,9})$/.exec(key ?? '') ?? [];
  return caseVersion === undefined ? null : { caseVersion: Number(caseVersion), position: Number(position) };
}
