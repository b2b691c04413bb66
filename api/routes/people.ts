import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { absencesOf, delegationsOf, listPeople, personById } from '../../store/index.js';
import type { Reading } from '../../store/index.js';
import { mayActOn, personOf, seen } from '../acting.js';
import type { AppDeps } from '../deps.js';
import { page, pageOf, readCursor, writeCursor } from '../paging.js';
import { answers } from '../problem.js';
import { directoryView, personFile, personId, personView } from '../schemas/people.js';

const tags = ['people'];
export const personParams = z.strictObject({ personId });
const filters = page.extend({
  unitId: z.string().max(80).optional(),
  role: z.enum(roles).optional(),
  who: z.enum(['here', 'all']).default('here').describe('`all`: also who has left.'),
});

/** A person as the matrix is asked about him or her. Throws NOT_FOUND. */
export async function concerned(read: Reading, personId: string) {
  const { id, unitId } = seen(await personById(read, personId));
  return { unitId, concernedIds: [id] };
}

/** Who one is here, and who the others are. */
export const peopleRoutes =
  ({ store, clock }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/people/me',
      {
        config: { action: 'self.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'You, with your unit and roles',
          response: answers({ 200: personView }),
        },
      },
      async (request) => personOf(request),
    );

    app.get(
      '/people',
      {
        config: { action: 'people.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'People of your unit; of every unit for who answers for people',
          querystring: filters,
          response: answers({ 200: pageOf(directoryView) }, 'CURSOR_INVALID'),
        },
      },
      async (request) => {
        const { limit, role, who } = request.query;
        const own = mayActOn(request, {}) ? undefined : personOf(request).unitId;
        const unitId = request.query.unitId ?? own;
        const after = readCursor(request);
        const sees = unitId === undefined || mayActOn(request, { unitId });
        const rows = sees
          ? await listPeople(store.read, {
              ...{ limit, active: who === 'here' },
              ...(unitId === undefined ? {} : { unitId }),
              ...(role === undefined ? {} : { role }),
              ...(after === null ? {} : { after }),
            })
          : [];
        return { rows, next: writeCursor(request, rows.length < limit ? null : (rows.at(-1)?.id ?? null)) };
      },
    );

    app.get(
      '/people/:personId',
      {
        config: { action: 'people.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'A person, when he or she is away, and who stands in for whom',
          params: personParams,
          response: answers({ 200: personFile }),
        },
      },
      async (request) => {
        const found = seen(await personById(store.read, request.params.personId));
        const person = seen(mayActOn(request, { unitId: found.unitId }) ? found : null);
        const at = clock().toISOString();
        return {
          ...person,
          absences: await absencesOf(store.read, person.id, at),
          delegations: (await delegationsOf(store.read, person.id, at)).map(({ cases, ...line }) => ({
            ...line,
            limited: cases !== null,
          })),
        };
      },
    );
  };
