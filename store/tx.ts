import type { Kysely } from 'kysely';
import type { AuditVerb } from '../contracts/codes.js';
import type { Act } from './actor.js';
import type { Database } from './schema.js';
import type { Secrets } from './secrets/vault.js';

export type AuditSubject = { kind: string; id: string };

/** What a verb says of its change; `reason` falls back on the reason of the act. */
export type AuditEntryDraft = {
  verb: AuditVerb;
  act: Act;
  subject: AuditSubject;
  caseId?: string;
  reason?: string;
  oldDigest?: string | null;
  newDigest?: string | null;
  body?: unknown;
};

/** Anything that can be read from: the store itself, or an open transaction. */
export type Reading = { readonly db: Kysely<Database>; readonly secrets: Secrets };

/** The same without keys: enough for the audit, in which nothing is sealed. */
export type Bare = Pick<Reading, 'db'>;

/** An open transaction. What `audit` is given is written last, just before the commit, or not at all. */
export type Tx = Reading & {
  audit(entry: AuditEntryDraft): void;
  /** The case that what was audited so far is about, if any; not one that was erased just now. */
  auditedCase(): string | null;
};
