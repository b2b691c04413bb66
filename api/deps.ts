import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Action, Subject } from '../authority/index.js';
import type { Metrics } from '../config/metrics.js';
import type { AuditVerb } from '../contracts/codes.js';
import type { Registers } from '../rules/engine/registers/index.js';
import type { EmergencyPage, OfficePage, RuleSet } from '../rules/engine/index.js';
import type { Opening, Store } from '../store/index.js';
import type { Door } from './door.js';
import type { EngineClient } from './engine-client.js';
import type { RulesInForce } from './rules-in-force.js';
import type { Identity } from './identity/caller.js';
import type { Asking } from './identity/standing-in.js';

/** What the API is made of; nothing in it is constructed here. */
export type AppDeps = {
  store: Store;
  /** In force at this moment, as `rules` has it: another at the next moment, so that nobody keeps it beyond one request. */
  readonly ruleSet: RuleSet;
  readonly registers: Registers;
  rules: RulesInForce;
  /** What the emergency lane asks, and what the office has said for all its requests; no page where the site has none. */
  intake: {
    emergency: EmergencyPage;
    office: OfficePage | null;
    /** Prints the blank of D-05. */
    blank: (asked: {
      language: 'en' | 'ru';
      training: boolean;
      callList: OfficePage['callList'] | null;
    }) => Uint8Array;
  };
  engine: EngineClient;
  /** Signs what is published, with the keys that sign the audit; `keys` are their public halves. */
  notary: { sign: (text: string) => string; keys: readonly string[] };
  /** Folder under which uploads are kept in quarantine. */
  evidenceDir: string;
  clock: () => Date;
  version: string;
  /** `embedded` marks everything that could be taken for a request: TRAINING - NOT A REQUEST. */
  mode: 'embedded' | 'site';
  door: Door;
  /** Address by which people reach the API, without a slash at its end; absent where addresses are given without one. */
  publicUrl?: string;
  /** What is counted of each answer; nothing where nobody asks. */
  metrics?: Pick<Metrics, 'answered' | 'relayWaiting' | 'mailWaiting'>;
  /** Whether the workflow engine answers now; absent where this process does not start without it. */
  engineAnswers?: () => Promise<boolean>;
  /** Who vouches for people; without it there are training tokens only. */
  identity?: Identity;
  logger?: FastifyBaseLogger;
  /** Largest upload in bytes. */
  evidenceLimitBytes?: number;
};

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** An endpoint under /v1 as it was declared. */
export type Endpoint = { method: string; url: string; action: Action; audit: AuditVerb | 'NOTHING_CHANGES' };

declare module 'fastify' {
  interface FastifyInstance {
    endpoints: Endpoint[];
  }
  interface FastifyContextConfig {
    /** What the endpoint asks the matrix for. */
    action?: Action;
    /** Verb under which the change is written to the audit; `NOTHING_CHANGES` for a plain read. */
    audit?: AuditVerb | 'NOTHING_CHANGES';
    /** Media type of the body where it is not JSON. */
    reads?: string;
  }
  interface FastifyRequest {
    /** What a GET opened; the store collects it. */
    opening: Opening | null;
    person: Asking | null;
    /** What the matrix was last asked about; explains a refusal. */
    askedFor: Subject | null;
  }
}
