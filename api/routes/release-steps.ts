import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { ErrorCode } from '../../contracts/errors.js';
import {
  approveRelease,
  askRollback,
  newestRelease,
  publishRelease,
  recordCheck,
  releaseById,
  settleRollback,
  withdrawRelease,
  type PersonAct,
  type ReleaseRecord,
  type Tx,
} from '../../store/index.js';
import { actOn, seen } from '../acting.js';
import { change, changed, changeStatuses } from '../changes.js';
import type { AppDeps } from '../deps.js';
import { postHeaders } from '../headers.js';
import { answers, withBody } from '../problem.js';
import { baseOf, figuresOf, folderOf, refuseMisfit } from '../releasing.js';
import { releaseStepBody, releaseToPublish, releaseView } from '../schemas/releases.js';
import { releaseParams } from './releases.js';

type StepRequest = FastifyRequest<{
  Params: z.infer<typeof releaseParams>;
  Body: z.infer<typeof releaseStepBody>;
}>;
type Acting = PersonAct & { reason: string };
const steps = { tags: ['releases'], headers: postHeaders, params: releaseParams, body: releaseStepBody };
const stepAnswers = (...codes: ErrorCode[]) =>
  answers(changeStatuses(changed(releaseView)), ...withBody, 'RELEASE_STATE', ...codes);

/** The steps of a release, each by a person with a reason: checked, approved by another, published, taken back by two. */
export const releaseStepRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/releases/:releaseId/check',
      {
        config: { action: 'rules.draft', audit: 'RELEASE_CHECKED' },
        schema: {
          ...steps,
          summary: 'Check a release and try every worked case in it; any fault refuses the step',
          response: stepAnswers('RELEASE_NOT_WHOLE'),
        },
      },
      async (request, reply) => {
        const release = seen(await releaseById(deps.store.read, request.params.releaseId));
        const folder = await folderOf(deps.store.read, release);
        const figures = await figuresOf(folder, deps.clock().toISOString().slice(0, 10));
        return take(request, reply, [], (tx, act, { id: releaseId }) =>
          recordCheck(tx, act, { releaseId, figures }),
        );
      },
    );

    app.post(
      '/releases/:releaseId/approve',
      {
        config: { action: 'rules.approve', audit: 'RELEASE_APPROVED' },
        schema: {
          ...steps,
          summary: 'Approve a checked release, as another legal adviser than who proposed it',
          response: stepAnswers('RELEASE_SELF'),
        },
      },
      async (request, reply) => {
        const release = seen(await releaseById(deps.store.read, request.params.releaseId));
        return take(request, reply, namesIn(release), (tx, act, { id: releaseId }) =>
          approveRelease(tx, act, { releaseId }),
        );
      },
    );

    app.post(
      '/releases/:releaseId/publish',
      {
        config: { action: 'rules.publish', audit: 'RELEASE_PUBLISHED' },
        schema: {
          ...steps,
          body: releaseToPublish,
          summary: 'Publish an approved release: its digest is signed, and it is in force from its day on',
          response: stepAnswers('RELEASE_STALE', 'RELEASE_DATE_PAST', 'RELEASE_MISFIT'),
        },
      },
      async (request, reply) =>
        take(request, reply, [], async (tx, act, release) => {
          const { effectFrom } = request.body;
          const { sign } = deps.notary;
          const published = await publishRelease(tx, act, { releaseId: release.id, effectFrom, sign });
          await refuseMisfit(deps, tx, { from: await baseOf(tx, release), to: release });
          return published;
        }),
    );

    app.post(
      '/releases/:releaseId/withdraw',
      {
        config: { action: 'rules.draft', audit: 'RELEASE_WITHDRAWN' },
        schema: {
          ...steps,
          summary: 'Give a release up before it is published',
          response: stepAnswers(),
        },
      },
      async (request, reply) =>
        take(request, reply, [], (tx, act, { id: releaseId }) => withdrawRelease(tx, act, { releaseId })),
    );

    app.post(
      '/releases/:releaseId/rollback',
      {
        config: { action: 'rules.publish', audit: 'RELEASE_ROLLBACK_ASKED' },
        schema: {
          ...steps,
          summary: 'Ask to take the release that was published last back, to the one before it',
          response: stepAnswers('RELEASE_MISFIT'),
        },
      },
      async (request, reply) =>
        take(request, reply, [], async (tx, act, release) => {
          const asked = await askRollback(tx, act, { releaseId: release.id });
          await refuseMisfit(deps, tx, { from: release, to: await baseOf(tx, release) });
          return asked;
        }),
    );

    app.post(
      '/releases/:releaseId/rollback/confirm',
      {
        config: { action: 'rules.takeBack', audit: 'RELEASE_ROLLED_BACK' },
        schema: {
          ...steps,
          summary: 'Take a release back, as another person than who asked for it: the one before is in force',
          response: stepAnswers('RELEASE_SELF', 'RELEASE_MISFIT'),
        },
      },
      async (request, reply) => {
        const release = seen(await releaseById(deps.store.read, request.params.releaseId));
        const asked = release.steps.findLast(({ step }) => step === 'ROLLBACK_ASKED');
        return take(request, reply, asked ? namesIn(asked) : [], async (tx, act) => {
          const back = await settleRollback(tx, act, { releaseId: release.id, verb: 'RELEASE_ROLLED_BACK' });
          await refuseMisfit(deps, tx, { from: release, to: await newestRelease(tx) });
          return back;
        });
      },
    );

    app.post(
      '/releases/:releaseId/rollback/refuse',
      {
        config: { action: 'rules.takeBack', audit: 'RELEASE_ROLLBACK_REFUSED' },
        schema: {
          ...steps,
          summary: 'Let a release stay that was asked to be taken back',
          response: stepAnswers('RELEASE_SELF'),
        },
      },
      async (request, reply) =>
        take(request, reply, [], (tx, act, { id: releaseId }) =>
          settleRollback(tx, act, { releaseId, verb: 'RELEASE_ROLLBACK_REFUSED' }),
        ),
    );

    const take = async (
      request: StepRequest,
      reply: FastifyReply,
      concernedIds: readonly string[],
      work: (tx: Tx, act: Acting, release: ReleaseRecord) => Promise<ReleaseRecord>,
    ) => {
      await change(deps, request, reply, async (tx, at) => {
        const { reason } = request.body;
        const act = { ...actOn(request, at, { concernedIds }, reason), reason };
        const release = seen(await releaseById(tx, request.params.releaseId));
        return { body: await work(tx, act, release) };
      });
      await deps.rules.refresh({ atOnce: true });
      return reply;
    };
  };

const namesIn = ({ byPerson, onBehalfOf }: { byPerson: string; onBehalfOf: string | null }): string[] =>
  onBehalfOf === null ? [byPerson] : [byPerson, onBehalfOf];
