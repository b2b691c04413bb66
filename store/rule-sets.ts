import type { Act } from './actor.js';
import { sha256 } from './canonical.js';
import type { RuleSetsTable } from './schema-rules.js';
import type { Reading, Tx } from './tx.js';

/** A rule set as it was when it was first used. `content` is the text whose SHA-256 is the digest. */
export type KeptRuleSet = RuleSetsTable;

/**
 * Keeps a rule set once, for ever, so that what rests on it can be recomputed after the pages have changed. The one that is
 * kept already is left alone. Throws when the digest is not that of the content.
 */
export async function keepRuleSet(
  tx: Tx,
  act: Act,
  { digest, content }: { digest: string; content: string },
): Promise<void> {
  const kept = await tx.db
    .selectFrom('ruleSets')
    .select('digest')
    .where('digest', '=', digest)
    .executeTakeFirst();
  if (kept) return;
  if (sha256(content) !== digest) throw new Error(`The content is not the one that ${digest} names.`);
  const isNew = await tx.db
    .insertInto('ruleSets')
    .values({ digest, content, keptAt: act.at })
    .onConflict((on) => on.column('digest').doNothing())
    .returning('digest')
    .executeTakeFirst();
  if (!isNew) return;
  tx.audit({ verb: 'RULE_SET_KEPT', act, subject: { kind: 'rule-set', id: digest }, newDigest: digest });
}

export async function ruleSetByDigest(read: Reading, digest: string): Promise<KeptRuleSet | null> {
  const found = read.db.selectFrom('ruleSets').selectAll().where('digest', '=', digest);
  return (await found.executeTakeFirst()) ?? null;
}

/** The rule set by which any case was determined last before an instant: what the pages said by then, as far as used. */
export async function ruleSetKnownBefore(read: Reading, instant: string): Promise<KeptRuleSet | null> {
  const found = read.db
    .selectFrom('determinations')
    .innerJoin('ruleSets', 'ruleSets.digest', 'determinations.ruleSetDigest')
    .selectAll('ruleSets')
    .where('determinations.at', '<', instant)
    .orderBy('determinations.at', 'desc')
    .limit(1);
  return (await found.executeTakeFirst()) ?? null;
}
