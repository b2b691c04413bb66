import { createActivities } from '../../activities/index.js';
import { openPost, type Post } from '../../activities/mail/post.js';
import { readMailTexts } from '../../activities/mail/texts.js';
import { redetermine } from '../../api/redetermining.js';
import { createEngineClient } from '../../api/engine-client.js';
import type { Settings } from '../../config/env.js';
import { createMetrics, serveOperator } from '../../config/metrics.js';
import { noticeTermsOn } from '../../rules/engine/index.js';
import { calendarOfAddressee, workingCalendar } from '../../rules/engine/registers/index.js';
import { bundleWorkflows } from '../../worker/bundle.js';
import { createDataConverter } from '../../worker/codec/data-converter.js';
import { makeCurrentIfNone } from '../../worker/deployment.js';
import { startWorker } from '../../worker/main.js';
import { installRuntime } from '../../worker/runtime.js';
import { ensureSchedules } from '../../worker/schedules.js';
import { openNotary } from '../embedded/notary.js';
import { inProject } from '../embedded/parts.js';
import { released, startFits, startRaising } from '../generation.js';
import { startRewrapping } from '../rewrapping.js';
import { reachOfWebhooks, sourceOfEvents } from '../reach.js';
import type { Stops } from '../steps.js';
import { programVersion } from '../version.js';
import { buildOfProgram } from './build.js';
import { needed, openSite, sharedFolder } from './parts.js';
import type { Serving } from './serving.js';

const clock = (): Date => new Date();

/** Composition root of one worker process of a site. Any number may poll the same queues. */
export async function serveWorker(settings: Settings, stops: Stops, stop: AbortSignal): Promise<Serving> {
  const parts = await openSite(settings, stops, 'worker');
  const { logger, store, rules, temporal, keyRing } = parts;
  const post = postOf(settings);
  stops.add('mail', async () => post.close());
  const { address, namespace, credentials, client, connection } = temporal;
  stops.add('rewrapping of keys', startRewrapping(store, clock, logger));
  const activities = createActivities({
    store,
    engine: createEngineClient(client),
    formsDir: inProject('rules/documents'),
    events: { source: sourceOfEvents(settings), reach: reachOfWebhooks(settings) },
    outboxDir: sharedFolder(settings, 'outbox'),
    calendars: (name) => calendarOfAddressee(rules.registers, name),
    zoneOf: (state) => workingCalendar(rules.registers, state)?.zone,
    notary: openNotary({ store, clock, settings, folder: sharedFolder(settings, 'audit'), logger }),
    notices: (day) => noticeTermsOn(rules.ruleSet, day),
    post,
    mailTexts: readMailTexts(inProject('rules/mail')),
    baseUrl: needed(settings.server.publicUrl, 'PUBLIC_URL'),
    mode: 'site',
    clock,
    redetermine: () => redetermine(rules, { store, clock, mode: 'site', version: programVersion() }),
  });
  const workflowBundle = await bundleWorkflows(settings.place);
  installRuntime(logger);
  let polls = (): boolean => false;
  const operator = await serveOperator(settings, createMetrics('worker'), {
    live: () => true,
    ready: async () => polls(),
  });
  stops.add('operator port', () => operator.close());
  const generations = { store, client, clock, logger };
  if (!(await startFits(generations))) await released(store, stop);
  const worker = await startWorker({
    address,
    credentials,
    namespace,
    activities,
    workflowBundle,
    dataConverter: createDataConverter(keyRing, namespace),
    buildId: buildOfProgram(),
    logger,
  });
  stops.add('worker', () => worker.stop());
  polls = () => worker.polls();
  await makeCurrentIfNone(connection, namespace, buildOfProgram());
  await ensureSchedules(client, { timeStamps: settings.audit.tsaUrl !== undefined });
  stops.add('generation', await startRaising(generations));
  logger.info({ namespace, buildId: buildOfProgram(), operator: operator.address }, 'worker serves');
  return {
    says: `worker polls ${namespace} as build ${buildOfProgram()}`,
    ended: worker.ended.then(() => Promise.reject(new Error('WORKER_ENDED  the worker stopped by itself'))),
  };
}

const postOf = ({ mail }: Settings): Post =>
  openPost({
    url: needed(mail.smtpUrl, 'SMTP_URL').reveal(),
    from: needed(mail.from, 'SMTP_FROM'),
    mode: 'site',
  });
