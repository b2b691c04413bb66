import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { instant } from '../../contracts/instants.js';
import { addShift, endShift, onDuty, shiftById, shiftsOf, unitById } from '../../store/index.js';
import { actOn, mayActOn, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { dutyView, inUtc, personId, shiftView, span, zone } from '../schemas/people.js';

const tags = ['people'];
const unitParams = z.strictObject({ unitId: z.string().max(80) });
const shiftBody = z
  .strictObject({ personId, role: z.enum(roles), zone, ...span.shape })
  .meta({ id: 'DutyToRoster' });
const ended = z.object({ shiftId: z.string(), endedAt: z.string() }).meta({ id: 'DutyEnded' });
const weekMs = 7 * 86_400_000;

/** The duty rota of a unit: who signs when. */
export const rotaRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, clock } = deps;

    app.get(
      '/units/:unitId/rota',
      {
        config: { action: 'people.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary: 'Duty of a unit between two instants; the week from now on unless said',
          params: unitParams,
          querystring: z.strictObject({ fromAt: instant.optional(), untilAt: instant.optional() }),
          response: answers({ 200: z.object({ rows: z.array(shiftView).readonly() }) }),
        },
      },
      async (request) => {
        const { unitId } = request.params;
        seen(mayActOn(request, { unitId }) ? await unitById(store.read, unitId) : null);
        const { fromAt = clock().toISOString() } = request.query;
        const { untilAt = new Date(Date.parse(fromAt) + weekMs).toISOString() } = request.query;
        return { rows: await shiftsOf(store.read, { unitId, ...inUtc({ fromAt, untilAt }) }) };
      },
    );

    app.get(
      '/units/:unitId/duty',
      {
        config: { action: 'people.read', audit: 'NOTHING_CHANGES' },
        schema: {
          tags,
          summary:
            'Who answers for a role in a unit at an instant, now unless said, and why it is this person',
          params: unitParams,
          querystring: z.strictObject({ role: z.enum(roles), at: instant.optional() }),
          response: answers({ 200: z.object({ rows: z.array(dutyView).readonly() }) }),
        },
      },
      async (request) => {
        const { unitId } = request.params;
        seen(mayActOn(request, { unitId }) ? await unitById(store.read, unitId) : null);
        const { role, at = clock().toISOString() } = request.query;
        return { rows: await onDuty(store.read, { unitId, role }, new Date(at).toISOString()) };
      },
    );

    app.post(
      '/units/:unitId/rota',
      {
        config: { action: 'rota.set', audit: 'DUTY_ROSTERED' },
        schema: {
          tags,
          summary: 'Put a person on the rota',
          headers: postHeaders,
          params: unitParams,
          body: shiftBody,
          response: answers(changeStatuses(changed(shiftView)), ...withBody, 'ROTA_REFUSED'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { id: unitId } = seen(await unitById(tx, request.params.unitId));
          const act = actOn(request, at, { unitId });
          const { fromAt, untilAt, ...rest } = request.body;
          return { body: await addShift(tx, act, { ...rest, unitId, ...inUtc({ fromAt, untilAt }) }) };
        }),
    );

    app.post(
      '/rota/:shiftId/end',
      {
        config: { action: 'rota.set', audit: 'DUTY_ENDED' },
        schema: {
          tags,
          summary: 'Take a person off the rota',
          headers: postHeaders,
          params: z.strictObject({ shiftId: z.string().max(40) }),
          response: answers(changeStatuses(changed(ended)), ...withBody, 'ENDED_BEFORE'),
        },
      },
      async (request, reply) =>
        change(deps, request, reply, async (tx, at) => {
          const { id, unitId } = seen(await shiftById(tx, request.params.shiftId));
          await endShift(tx, actOn(request, at, { unitId }), id);
          return { body: { shiftId: id, endedAt: at } };
        }),
    );
  };
