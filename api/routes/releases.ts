import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { packedText } from '../../rules/workbench/release/packed.js';
import { listReleases, proposeRelease, releaseById } from '../../store/index.js';
import { actOn, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers, withBody } from '../problem.js';
import { folderOf, readFolder } from '../releasing.js';
import { releaseFolder, releaseToPropose, releaseView } from '../schemas/releases.js';

const tags = ['releases'];
export const releaseParams = z.strictObject({ releaseId: z.string().max(40) });
/** A folder of rules is about two and a half megabytes. */
const folderBytes = 8 * 1024 * 1024;

/** Releases of the rules: what was proposed in the place of those in force, and where it stands. */
export const releaseRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { read } = deps.store;

    app.get(
      '/releases',
      {
        config: { action: 'rules.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Releases of the rules, newest first, each with every step of it',
          querystring: page,
          response: answers({ 200: pageOf(releaseView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const after = readCursor(request);
        const { limit } = request.query;
        const rows = await listReleases(read, { limit, ...(after !== null && { after }) });
        return { rows, next: writeCursor(request, rows.length < limit ? null : (rows.at(-1)?.id ?? null)) };
      },
    );

    app.get(
      '/releases/:releaseId',
      {
        config: { action: 'rules.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'One release: who did what to it and why, its figures, and its signed note',
          params: releaseParams,
          response: answers({ 200: releaseView }),
        },
      },
      async (request) => seen(await releaseById(read, request.params.releaseId)),
    );

    app.get(
      '/releases/:releaseId/folder',
      {
        config: { action: 'rules.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Every file of a release as it was proposed, to be compared and tried',
          params: releaseParams,
          response: answers({ 200: releaseFolder }),
        },
      },
      async (request) => {
        const release = seen(await releaseById(read, request.params.releaseId));
        return { digest: release.contentDigest, ...(await folderOf(read, release)) };
      },
    );

    app.post(
      '/releases',
      {
        bodyLimit: folderBytes,
        config: { action: 'rules.draft', audit: 'RELEASE_PROPOSED' },
        schema: {
          tags,
          summary: 'Propose a whole folder of rules in the place of those that are published',
          description: 'Nothing changes before it is checked, approved by a second adviser, and published.',
          headers: postHeaders,
          body: releaseToPropose,
          response: answers(
            changeStatuses(changed(releaseView)),
            ...withBody,
            'RELEASE_NOT_WHOLE',
            'RELEASE_DATE_PAST',
          ),
        },
      },
      async (request, reply) => {
        const { files, reason, title, effectFrom } = request.body;
        const packed = { form: 1 as const, files };
        const digests = await readFolder(packed, deps.clock().toISOString().slice(0, 10));
        return change(deps, request, reply, async (tx, at) => {
          const act = { ...actOn(request, at, {}, reason), reason };
          const asked = { title, effectFrom, content: packedText(packed), ...digests };
          return { body: await proposeRelease(tx, act, asked) };
        });
      },
    );
  };
