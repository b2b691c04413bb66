import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorCodes, RogatoryError } from '../../contracts/errors.js';
import { mailBacklog, relayBacklog } from '../../store/index.js';
import type { AppDeps } from '../deps.js';
import { answers } from '../problem.js';

const backlogView = z.object({ waiting: z.int(), oldest: z.string().nullable() });

const health = z
  .object({
    status: z.literal('ok'),
    mode: z.enum(['embedded', 'site']),
    notice: z.string().nullable(),
    version: z.string(),
    store: z.enum(['pglite', 'postgres']),
    ruleSetDigest: z.string(),
    rulesFrom: z.string().describe('Id of the release in force, or that none is.'),
    relay: backlogView,
    mail: backlogView.describe('Mails that are not sent yet.'),
  })
  .meta({ id: 'Health' });

const problemPage = z
  .object({ code: z.string(), status: z.int(), title: z.string(), says: z.string() })
  .meta({ id: 'ProblemPage' });

const ready = z
  .object({
    ready: z.boolean(),
    store: z.enum(['answers', 'silent']),
    engine: z.enum(['answers', 'silent', 'not asked']),
  })
  .meta({ id: 'Ready' });

/** Ready is who can read and write. Without the engine entries are kept and delivered later, so it is shown and no more. */
async function readiness({ store, engineAnswers, metrics, clock }: AppDeps): Promise<z.infer<typeof ready>> {
  const asked = engineAnswers?.() ?? Promise.resolve(undefined);
  const backlog = await relayBacklog(store.read).catch(() => null);
  if (backlog) metrics?.relayWaiting(backlog.waiting);
  const mail = await mailBacklog(store.read).catch(() => null);
  if (mail) metrics?.mailWaiting(mail.waiting, secondsSince(mail.oldest, clock()));
  const answers = await asked;
  return {
    ready: backlog !== null,
    store: backlog === null ? 'silent' : 'answers',
    engine: answers === undefined ? 'not asked' : answers ? 'answers' : 'silent',
  };
}

const secondsSince = (instant: string | null, now: Date): number =>
  instant === null ? 0 : Math.max(0, (now.getTime() - Date.parse(instant)) / 1000);

/** What anybody may ask: whether the system is well, and what a problem's `type` means. */
export const openRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, mode, version } = deps;

    app.get(
      '/health/live',
      {
        schema: {
          tags: ['system'],
          summary: 'Whether this process runs; if not, start it again',
          security: [],
          response: answers({ 200: z.object({ live: z.literal(true) }).meta({ id: 'Live' }) }),
        },
      },
      async () => ({ live: true as const }),
    );

    app.get(
      '/health/ready',
      {
        schema: {
          tags: ['system'],
          summary: 'Whether this process can serve; if not, send it nobody for now',
          security: [],
          response: answers({ 200: ready }, 'NOT_READY'),
        },
      },
      async () => {
        const seen = await readiness(deps);
        if (!seen.ready) throw new RogatoryError('NOT_READY');
        return seen;
      },
    );

    app.get(
      '/health',
      {
        schema: {
          tags: ['system'],
          summary: 'Whether the system is well, and whether it is in training',
          security: [],
          response: answers({ 200: health }),
        },
      },
      async () => ({
        status: 'ok' as const,
        mode,
        notice: mode === 'embedded' ? 'TRAINING - NOT A REQUEST: nothing here is sent to anybody.' : null,
        version,
        store: store.engine,
        ruleSetDigest: deps.ruleSet.digest,
        rulesFrom: deps.rules.releaseId ?? 'the files of the installation: no release is in force',
        relay: await relayBacklog(store.read),
        mail: await mailBacklog(store.read),
      }),
    );

    app.get(
      '/problems/:code',
      {
        schema: {
          tags: ['system'],
          summary: 'What a problem’s type means',
          security: [],
          params: z.strictObject({ code: z.string().max(60) }),
          response: answers({ 200: problemPage }),
        },
      },
      async (request) => {
        const found = Object.entries(errorCodes).find(([code]) => code === request.params.code);
        if (!found) throw new RogatoryError('NOT_FOUND');
        const [code, { status, title, says }] = found;
        return { code, status, title, says };
      },
    );
  };
