import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createBlanks } from '../../activities/documents/blank.js';
import { buildApp } from '../../api/app.js';
import type { App, AppDeps } from '../../api/deps.js';
import { RulesInForce } from '../../api/rules-in-force.js';
import type { Door } from '../../api/door.js';
import type { EngineClient } from '../../api/engine-client.js';
import type { EngineStanding } from '../../contracts/codes.js';
import { thisMachineOnly } from '../../contracts/reach.js';
import { loadRegisters } from '../../rules/engine/registers/index.js';
import { loadEmergencyPage, loadOfficePage, loadRuleSet } from '../../rules/engine/index.js';
import { newSigningKey, readSigner, seedPeople, signNote, systemAct } from '../../store/index.js';
import type { Delivery, RelayRow, Store } from '../../store/index.js';
import { people, tokenOf } from './people.js';
import type { Name } from './people.js';
import { openMemoryStore } from '../support/memory-store.js';

const root = new URL('../../', import.meta.url).pathname;

/** What an answer looks like to a client. `body` is read with `at`, which says where it looked when nothing is there. */
export type Seen = {
  status: number;
  headers: Readonly<Record<string, string>>;
  text: string;
  body: unknown;
  code: string | undefined;
};

/** Engine that remembers what it was told, and answers as the test says. */
export class RecordingEngine implements EngineClient {
  readonly told: RelayRow[] = [];
  answer: (row: RelayRow) => Promise<Delivery> | Delivery = () => ({
    kind: 'delivered',
    outcome: { state: 'CHECKS' },
  });

  /** What it says of every workflow that it is asked about. */
  stands: EngineStanding = 'RUNNING';

  async standing(workflowIds: readonly string[]): Promise<EngineStanding[]> {
    return workflowIds.map(() => this.stands);
  }

  async deliver(row: RelayRow): Promise<Delivery> {
    this.told.push(row);
    return this.answer(row);
  }
}

export type Harness = {
  app: App;
  store: Store;
  engine: RecordingEngine;
  rules: RulesInForce;
  evidenceDir: string;
  /** What the API wrote to its log, from errors on. */
  logged: string[];
  /** Moves the clock of the API. */
  clock: { now: Date };
  as(name: Name): Client;
  stranger: Client;
  stop(): Promise<void>;
};

export type Sent = { key?: string | null; ifMatch?: string; headers?: Record<string, string> };
export type Client = {
  get(url: string, headers?: Record<string, string>): Promise<Seen>;
  post(url: string, body?: unknown, sent?: Sent): Promise<Seen>;
};

/** Read once: nothing changes them. */
const ruleSet = loadRuleSet(join(root, 'rules'));
const registers = loadRegisters(join(root, 'rules/registers'));
const intakeDir = join(root, 'rules/intake');
const intake = {
  emergency: loadEmergencyPage(intakeDir, ruleSet),
  office: loadOfficePage(join(intakeDir, 'training-office.yaml'), ruleSet),
  blank: createBlanks({ formsDir: join(root, 'rules/documents') }),
};

const signer = readSigner(newSigningKey('test.rogatory'));
export const testNotary = { sign: (text: string) => signNote(text, [signer]), keys: [signer.text] };

/** A door that lets the requests of a test file through; a test of the door itself narrows what it is about. */
export const testDoor: Door = {
  limits: { reads: 1e6, changes: 1e6, uploads: 1e6, strangers: 1e6, signIns: 1e6 },
  corsOrigins: [],
  trustedProxies: [],
  cursorKey: new Uint8Array(32),
  eventLoopDelayMs: 60_000,
  bodyWithinMs: 15_000,
  webhooks: thisMachineOnly,
};

/** The API over a real store in memory and the real rules, with an engine that records what it is told. */
export async function startHarness(more: Partial<AppDeps> = {}): Promise<Harness> {
  const store = await openMemoryStore();
  await store.transaction((tx) => seedPeople(tx, systemAct('test', new Date().toISOString()), people));
  const engine = new RecordingEngine();
  const evidenceDir = await mkdtemp(join(tmpdir(), 'rogatory-evidence-'));
  const clock = { now: new Date('2026-11-23T09:00:00.000Z') };
  const logged: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });
  const rules = new RulesInForce({
    ...{ store: more.store ?? store, clock: () => clock.now },
    ...{ installed: { ruleSet: more.ruleSet ?? ruleSet, registers }, keys: testNotary.keys },
  });
  const app = await buildApp({
    logger,
    store,
    rules,
    get ruleSet() {
      return rules.ruleSet;
    },
    get registers() {
      return rules.registers;
    },
    intake,
    notary: testNotary,
    engine,
    evidenceDir,
    clock: () => clock.now,
    version: '0.0.0-test',
    mode: 'embedded',
    door: testDoor,
    ...more,
  });
  await app.ready();
  const stop = async () => {
    await app.close();
    await store.close();
    await rm(evidenceDir, { recursive: true, force: true });
  };
  const as = (name: Name) => client(app, { authorization: `Bearer ${tokenOf(name)}` });
  return { app, store, engine, rules, evidenceDir, logged, clock, as, stranger: client(app, {}), stop };
}

function client(app: App, identity: Record<string, string>): Client {
  const described = describedBy(app);
  return {
    get: async (url, headers = {}) => {
      const seen = seenOf(await app.inject({ url, headers: { ...identity, ...headers } }));
      return described('GET', url, seen);
    },
    post: async (url, body, sent = {}) => {
      const key = sent.key === undefined ? randomUUID() : sent.key;
      const headers = {
        ...identity,
        ...(key === null ? {} : { 'idempotency-key': key }),
        ...(sent.ifMatch === undefined ? {} : { 'if-match': sent.ifMatch }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...sent.headers,
      };
      const payload = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
      const options = { method: 'POST' as const, url, headers };
      const seen = seenOf(await app.inject(payload === undefined ? options : { ...options, payload }));
      return described('POST', url, seen);
    },
  };
}

/**
 * Passes on an answer that the description of the API names for its address; throws for any other, so that every test of
 * this folder also proves that what it saw is described.
 */
function describedBy(app: App): (method: string, url: string, seen: Seen) => Seen {
  const operations = Object.entries<unknown>(app.swagger().paths ?? {}).map(([path, item]) => ({
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    item,
  }));
  return (method, url, seen) => {
    const path = url.split('?')[0] ?? '';
    const item = operations.find(({ pattern }) => pattern.test(path))?.item;
    const responses = at(item, method.toLowerCase(), 'responses');
    if (responses !== undefined && at(responses, seen.status) === undefined)
      throw new Error(`${method} ${path} answered ${seen.status} ${seen.code ?? ''}, which is not described`);
    return seen;
  };
}

type Injected = {
  statusCode: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: string;
};
function seenOf({ statusCode, headers, body: text }: Injected): Seen {
  const json = /json\b/.test(String(headers['content-type'] ?? ''));
  const body: unknown = json && text !== '' ? JSON.parse(text) : undefined;
  const code = at(body, 'code');
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    text,
    body,
    code: typeof code === 'string' ? code : undefined,
  };
}

/** Value at a path of a JSON value, or undefined. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null
        ? Object.entries(found).find(([name]) => name === String(key))?.[1]
        : undefined,
    value,
  );
}

/** Text at a path; throws where there is none, with the whole value. */
export function text(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  if (typeof found !== 'string') throw new Error(`no text at ${path.join('.')} of ${JSON.stringify(value)}`);
  return found;
}

/** List at a path, empty where there is none. */
export function list(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** Every row of a list, read page by page until there is no cursor. */
export async function allRows(client: Client, url: string): Promise<unknown[]> {
  const page = await client.get(url);
  const rows = list(page.body, 'rows');
  if (at(page.body, 'next') === null) return [...rows];
  const bare = url.replace(/&cursor=.*$/, '');
  return [...rows, ...(await allRows(client, `${bare}&cursor=${text(page.body, 'next')}`))];
}
