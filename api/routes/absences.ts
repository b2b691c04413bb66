import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { absenceById, endAbsence, recordAbsence } from '../../store/index.js';
import { actOn, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { absenceView, inUtc, span } from '../schemas/people.js';
import { concerned, personParams } from './people.js';

const tags = ['people'];
const ended = z.object({ absenceId: z.string(), endedAt: z.string() }).meta({ id: 'AbsenceEnded' });

/** Absences: reported by the person, or by a supervisor of the unit. */
export const absenceRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/people/:personId/absences',
      {
        config: { action: 'absence.record', audit: 'ABSENCE_RECORDED' },
        schema: {
          tags,
          summary: 'Say that you, or somebody of your unit, will be away; why is not asked',
          headers: postHeaders,
          params: personParams,
          body: span.meta({ id: 'AbsenceToRecord' }),
          response: answers(changeStatuses(changed(absenceView)), ...withBody, 'ABSENCE_REFUSED'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { personId } = request.params;
          const act = actOn(request, at, await concerned(tx, personId));
          return { body: await recordAbsence(tx, act, { personId, ...inUtc(request.body) }) };
        }),
    );

    app.post(
      '/absences/:absenceId/end',
      {
        config: { action: 'absence.record', audit: 'ABSENCE_ENDED' },
        schema: {
          tags,
          summary: 'Say that somebody is back, or will not be away after all',
          headers: postHeaders,
          params: z.strictObject({ absenceId: z.string().max(40) }),
          response: answers(changeStatuses(changed(ended)), ...withBody, 'ENDED_BEFORE'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { id, personId } = seen(await absenceById(tx, request.params.absenceId));
          await endAbsence(tx, actOn(request, at, await concerned(tx, personId)), id);
          return { body: { absenceId: id, endedAt: at } };
        }),
    );
  };
