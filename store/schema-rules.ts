import type { ReleaseTables } from './schema-releases.js';

/** Append-only; `content` is canonical JSON, kept as text so that it hashes for ever to its digest. */
export type RuleSetsTable = { digest: string; content: string; keptAt: string };

/** Digest of rules and registers together, under which an open case was last looked at. */
export type RulesSeenTable = { caseId: string; digest: string; at: string };

export type RuleTables = ReleaseTables & { ruleSets: RuleSetsTable; rulesSeen: RulesSeenTable };
