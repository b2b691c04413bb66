import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { createActivities } from '../../activities/index.js';
import { openPost, type Post } from '../../activities/mail/post.js';
import { readMailTexts } from '../../activities/mail/texts.js';
import { buildApp } from '../../api/app.js';
import { redetermine } from '../../api/redetermining.js';
import { createEngineClient, type EngineClient } from '../../api/engine-client.js';
import type { Identity } from '../../api/identity/caller.js';
import { tracedCalls } from '../../api/traced-calls.js';
import type { Settings } from '../../config/env.js';
import { createLogger, logFile, type Logger } from '../../config/logger.js';
import { openTelemetry } from '../../config/telemetry/index.js';
import { noticeTermsOn } from '../../rules/engine/index.js';
import { calendarOfAddressee, workingCalendar } from '../../rules/engine/registers/index.js';
import {
  mailboxOf,
  seedPeople,
  setMailbox,
  systemAct,
  type Act,
  type Store,
  type Tx,
} from '../../store/index.js';
import { createDataConverter } from '../../worker/codec/data-converter.js';
import { makeCurrent } from '../../worker/deployment.js';
import { startWorker, type RunningWorker } from '../../worker/main.js';
import { installRuntime } from '../../worker/runtime.js';
import { ensureSchedules } from '../../worker/schedules.js';
import { freePort } from '../../worker/temporal/ports.js';
import { doorOf } from '../door.js';
import { released, startFits, startHeld, startRaising, type Generations } from '../generation.js';
import { startRewrapping } from '../rewrapping.js';
import { reachOfWebhooks, sourceOfEvents } from '../reach.js';
import { programVersion } from '../version.js';
import { openMailCatcher } from './mail-catcher.js';
import { openNotary, releaseNotary } from './notary.js';
import { linkTrainingPeople, openTrainingIdentity } from './identity/index.js';
import { intakeOf } from '../intake.js';
import { inProject, openParts, type Opening, type Parts } from './parts.js';
import { writeRunFile, type RunFile } from './run-file.js';
import { trainingMailbox, trainingPeople, trainingTokens, trainingUnits } from './training-people.js';

export type Installation = {
  run: RunFile;
  /** Rejects when a part fails while it runs. */
  failed: Promise<void>;
};

const mode = 'embedded';
/** One build for ever: there is no second worker here that could serve cases of an older one. */
const buildId = 'embedded';
const clock = (): Date => new Date();

/**
 * Composition root of the training system: store, rules, Temporal, worker and API in this process. What it starts it adds
 * to `stops` at once, so that a failure half way leaves nothing behind.
 */
export async function openInstallation(settings: Settings, opening: Opening): Promise<Installation> {
  const { logLevel } = settings.observability;
  const ownLog = logFile(join(settings.place.dataDir, 'log', 'rogatory.log'));
  const source = { part: 'training', version: programVersion() } as const;
  const telemetry = openTelemetry(settings, source, createLogger(logLevel, ownLog));
  opening.stops.add('telemetry', () => telemetry.stop());
  const logger = createLogger(logLevel, ownLog, ...telemetry.logs);
  const parts = await openParts(settings, opening, telemetry.watch);
  opening.stop.throwIfAborted();
  opening.stops.add('rewrapping of keys', startRewrapping(parts.store, clock, logger));
  const tokens = await seed(parts.store, settings);
  const { engine, client, connection } = await connect(parts, opening);
  const port = settings.server.port || (await freePort());
  const wiring = { settings, engine, logger, address: `http://127.0.0.1:${port}` };
  const generations = { store: parts.store, client, clock, logger };
  const work = () => openWork(parts, wiring, opening, { connection, generations });
  const fits = await startFits(generations);
  const begun = fits ? await work() : undefined;
  const address = await openApi(parts, wiring, port, opening);
  if (!fits) opening.steps.progress(startHeld);
  const run = runFile(address, tokens);
  writeRunFile(settings.place.dataDir, run);
  const worker =
    begun === undefined ? released(parts.store, opening.stop).then(work) : Promise.resolve(begun);
  const ended = worker.then((one) => one.ended);
  return {
    run,
    failed: ended.then(() => Promise.reject(new Error('WORKER_ENDED  the worker stopped by itself'))),
  };
}

/** The worker, and what runs by the clock. */
async function openWork(
  parts: Parts,
  wiring: Wiring,
  opening: Opening,
  { connection, generations }: { connection: Connection; generations: Generations },
): Promise<RunningWorker> {
  const worker = await openWorker(parts, wiring, opening);
  await makeCurrent(connection, parts.temporal.namespace, buildId);
  await ensureSchedules(generations.client, { timeStamps: wiring.settings.audit.tsaUrl !== undefined });
  opening.stops.add('generation', await startRaising(generations));
  return worker;
}

/** `address`: of the API on loopback, without a path. */
type Wiring = { settings: Settings; engine: EngineClient; logger: Logger; address: string };

async function seed(store: Store, settings: Settings): Promise<ReadonlyMap<string, string>> {
  const tokens = trainingTokens(join(settings.place.dataDir, 'training-tokens.json'));
  const persons = trainingPeople.map((person) => ({ ...person, token: tokens.get(person.id) ?? '' }));
  const act = systemAct('start', clock().toISOString());
  await store.transaction(async (tx) => {
    await seedPeople(tx, act, { units: trainingUnits, persons });
    for (const { id } of trainingPeople) await seedMailbox(tx, act, id);
  });
  return tokens;
}

/** Who has said already how to be written to is left alone. */
async function seedMailbox(tx: Tx, act: Act, personId: string): Promise<void> {
  if ((await mailboxOf(tx, personId)).address === null)
    await setMailbox(tx, act, personId, trainingMailbox(personId));
}

/** Mail of the training goes into the data folder and no further. */
async function openTrainingPost(settings: Settings, { stops }: Opening): Promise<Post> {
  const catcher = await openMailCatcher(folder(settings, 'mail'));
  stops.add('mail catcher', () => catcher.stop());
  const post = openPost({ url: catcher.url, from: 'Rogatory training <training@rogatory.invalid>', mode });
  stops.add('mail', async () => post.close());
  return post;
}

async function connect(
  { temporal, keyRing }: Parts,
  { stops }: Opening,
): Promise<{ connection: Connection; client: Client; engine: EngineClient }> {
  const connection = await Connection.connect({ address: temporal.address });
  stops.add('connection to Temporal', () => connection.close());
  const { namespace } = temporal;
  const client = new Client({
    connection,
    namespace,
    dataConverter: createDataConverter(keyRing, namespace),
    interceptors: { workflow: [tracedCalls] },
  });
  return { connection, client, engine: createEngineClient(client) };
}

async function openWorker(
  parts: Parts,
  { settings, engine, logger, address: baseUrl }: Wiring,
  opening: Opening,
): Promise<RunningWorker> {
  const { store, rules, temporal, workflowBundle, keyRing } = parts;
  const post = await openTrainingPost(settings, opening);
  const activities = createActivities({
    store,
    engine,
    formsDir: inProject('rules/documents'),
    events: { source: sourceOfEvents(settings), reach: reachOfWebhooks(settings) },
    outboxDir: folder(settings, 'outbox'),
    calendars: (name) => calendarOfAddressee(rules.registers, name),
    zoneOf: (state) => workingCalendar(rules.registers, state)?.zone,
    notary: openNotary({ store, clock, settings, folder: folder(settings, 'audit'), logger }),
    notices: (day) => noticeTermsOn(rules.ruleSet, day),
    post,
    mailTexts: readMailTexts(inProject('rules/mail')),
    baseUrl,
    mode,
    clock,
    redetermine: () => redetermine(rules, { store, clock, mode, version: programVersion() }),
  });
  const { address, namespace } = temporal;
  const dataConverter = createDataConverter(keyRing, namespace);
  // Not before: a runtime that no worker uses would keep this process from ending when another part fails.
  installRuntime(logger);
  const worker = await opening.steps.step(
    'worker',
    () => startWorker({ address, namespace, activities, workflowBundle, dataConverter, buildId, logger }),
    () => `polls for ${namespace}`,
  );
  opening.stops.add('worker', () => worker.stop());
  return worker;
}

/** @returns address of the API on loopback, without a path */
async function openApi(
  parts: Parts,
  { settings, engine, logger, address }: Wiring,
  port: number,
  opening: Opening,
): Promise<string> {
  const { steps, stops } = opening;
  const { store, rules } = parts;
  const identity = await openIdentity(parts, settings, address, opening);
  const evidenceDir = folder(settings, 'evidence');
  const app = await buildApp({
    store,
    rules,
    get ruleSet() {
      return rules.ruleSet;
    },
    get registers() {
      return rules.registers;
    },
    intake: intakeOf(settings, rules.ruleSet),
    notary: releaseNotary(settings),
    engine,
    evidenceDir,
    clock,
    version: programVersion(),
    mode,
    door: doorOf(settings),
    publicUrl: address,
    identity,
    logger,
  });
  stops.add('API', () => app.close());
  const listen = async () => {
    await app.listen({ host: '127.0.0.1', port });
    return address;
  };
  return steps.step('API', listen, () => `answers at ${address}`);
}

/** Starts the identity provider of the training and links its accounts, before anybody can be sent to it. */
async function openIdentity(
  { store }: Parts,
  settings: Settings,
  apiAddress: string,
  { steps, stops }: Opening,
): Promise<Identity> {
  const { identity, provider } = await steps.step(
    'sign-in',
    () =>
      openTrainingIdentity({
        apiAddress,
        people: trainingPeople,
        limits: settings.people.session,
        portFile: join(settings.place.dataDir, 'identity-port'),
      }),
    (opened) => `identity provider at ${opened.provider.issuer}`,
  );
  stops.add('identity provider', () => provider.stop());
  await linkTrainingPeople(store, provider.issuer, trainingPeople, clock().toISOString());
  return identity;
}

function folder(settings: Settings, name: string): string {
  const path = join(settings.place.dataDir, name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

function runFile(address: string, tokens: ReadonlyMap<string, string>): RunFile {
  const people = trainingPeople.map(({ id, label, roles }) => ({
    person: label,
    id,
    roles: [...roles],
    token: tokens.get(id) ?? '',
  }));
  const signIn = `${address}/v1/session/login`;
  return { address, docs: `${address}/docs`, signIn, pid: process.pid, mode, tokens: people };
}
