import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { RogatoryError } from '../../contracts/errors.js';
import { addItems, addMember, caseForReader, listCases, openCase, personById } from '../../store/index.js';
import type { Reading } from '../../store/index.js';
import { actOn, personOf, readerOf, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { changeHeaders, etagOfVersion, postHeaders, versionInIfMatch } from '../headers.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers, withBody } from '../problem.js';
import { isState } from '../../contracts/states.js';
import { caseView } from '../schemas/case-file.js';

export const maxItems = 200;
const tags = ['cases'];
export const itemId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'letters, digits, dot, dash; at most 40');
const items = z.array(z.strictObject({ id: itemId })).max(10_000);
const openBody = z
  .strictObject({
    reference: z.string().trim().min(1).max(120).describe('File number of the office.'),
    title: z.string().trim().min(1).max(300).optional(),
    requestingState: z.string().refine(isState, 'a State: two capital letters of ISO 3166-1'),
    items: items.default([]),
  })
  .meta({ id: 'CaseToOpen' });
export const caseParams = z.strictObject({ caseId: z.string().max(40) });

/** The case of an address, as the reader may see it. Throws NOT_FOUND also for what exists and may not be seen. */
export const caseOf = async (read: Reading, request: Parameters<typeof readerOf>[0], caseId: string) =>
  seen(await caseForReader(read, readerOf(request), caseId));

function idsOf(asked: readonly { id: string }[], had: readonly string[] = []): string[] {
  const ids = asked.map(({ id }) => id);
  if (new Set([...had, ...ids]).size > maxItems)
    throw new RogatoryError('CASE_TOO_LARGE', { about: String(maxItems) });
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index || had.includes(id));
  if (twice < 0) return ids;
  const faults = [{ pointer: `/items/${twice}/id`, detail: 'The case has this item already.' }];
  throw new RogatoryError('BODY_INVALID', { faults });
}

/** Cases: open, list, read, more items, more people. */
export const caseRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/cases',
      {
        config: { action: 'case.open', audit: 'CASE_OPENED' },
        schema: {
          tags,
          summary: 'Open a case',
          headers: postHeaders,
          body: openBody,
          response: answers(changeStatuses(changed(caseView)), ...withBody, 'CASE_TOO_LARGE'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { title, ...rest } = request.body;
          const { unitId } = personOf(request);
          const input = {
            ...rest,
            unitId,
            items: idsOf(rest.items),
            ...(title === undefined ? {} : { title }),
          };
          const opened = await openCase(tx, actOn(request, at), input);
          return { body: caseView.parse(opened), etag: etagOfVersion(opened.version) };
        }),
    );

    app.get(
      '/cases',
      {
        config: { action: 'case.list', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Cases you may see, newest first',
          querystring: page,
          response: answers({ 200: pageOf(caseView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { limit } = request.query;
        const after = readCursor(request);
        const rows = await listCases(deps.store.read, readerOf(request), {
          limit,
          ...(after === null ? {} : { after }),
        });
        return { rows, next: writeCursor(request, rows.length < limit ? null : (rows.at(-1)?.id ?? null)) };
      },
    );

    app.get(
      '/cases/:caseId',
      {
        config: { action: 'case.read', audit: 'CASE_READ' },
        schema: { tags, summary: 'One case', params: caseParams, response: answers({ 200: caseView }) },
      },
      async (request, reply) => {
        const found = await caseOf(deps.store.read, request, request.params.caseId);
        await noteOnlooker(deps, request, found);
        void reply.header('etag', etagOfVersion(found.version));
        return found;
      },
    );

    app.post(
      '/cases/:caseId/items',
      {
        config: { action: 'facts.record', audit: 'FACTS_RECORDED' },
        schema: {
          tags,
          summary: 'Add items to a case',
          headers: changeHeaders,
          params: caseParams,
          body: z.strictObject({ items: items.min(1) }),
          response: answers(
            changeStatuses(changed(caseView)),
            ...withBody,
            'IF_MATCH_MISSING',
            'VERSION_STALE',
            'CASE_TOO_LARGE',
          ),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const found = await caseOf(tx, request, request.params.caseId);
          const act = actOn(request, at, { unitId: found.unitId });
          const ids = idsOf(request.body.items, found.items);
          const input = { caseId: found.id, items: ids, expectedVersion: versionInIfMatch(request) };
          const grown = await addItems(tx, act, input);
          return { body: caseView.parse(grown), etag: etagOfVersion(grown.version) };
        }),
    );

    app.post(
      '/cases/:caseId/members',
      {
        config: { action: 'case.addMember', audit: 'MEMBER_ADDED' },
        schema: {
          tags,
          summary: 'Let another person see and work on the case',
          headers: postHeaders,
          params: caseParams,
          body: z.strictObject({ personId: z.string().max(60) }),
          response: answers(changeStatuses(changed(caseView)), ...withBody),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const found = await caseOf(tx, request, request.params.caseId);
          const act = actOn(request, at, { unitId: found.unitId });
          const person = seen(await personById(tx, request.body.personId));
          await addMember(tx, act, { caseId: found.id, personId: person.id });
          return { body: caseView.parse(await caseOf(tx, request, found.id)) };
        }),
    );
  };

/** Who reads from outside the unit and the case team leaves a trace. */
async function noteOnlooker(
  { store, clock }: AppDeps,
  request: Parameters<typeof readerOf>[0],
  found: { id: string; unitId: string; members: readonly { personId: string }[] },
): Promise<void> {
  const person = personOf(request);
  if (person.unitId === found.unitId || found.members.some(({ personId }) => personId === person.id)) return;
  const act = actOn(request, clock().toISOString());
  await store.transaction(async (tx) =>
    tx.audit({ verb: 'CASE_READ', act, subject: { kind: 'case', id: found.id }, caseId: found.id }),
  );
}
