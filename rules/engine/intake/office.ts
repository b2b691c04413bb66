import { basename } from 'node:path';
import { z } from 'zod';
import { readSource, RuleSetError } from '../load/source.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { factId, role } from '../schema/words.js';

const standing = z.strictObject({
  fact: factId,
  value: z.union([z.string(), z.boolean(), z.int()]),
  /** What the answer rests on: an order, a letter of appointment. */
  document: z.string().min(3),
  decidedOn: z.iso.date(),
  by: role,
});
const call = z.strictObject({
  order: z.int().min(1),
  who: z.string().min(1),
  role,
  number: z.string().min(1),
  /** How long after the first call, as it is printed. */
  after: z.string().min(1).optional(),
});
const officePage = z.strictObject({
  vocabulary: z.literal(1),
  training: z.boolean().default(false),
  name: z.string().min(1),
  standing: z.array(standing),
  callList: z.array(call).min(1),
});
/** What an office has said once for all its requests, and whom it calls when the system is down. */
export type OfficePage = z.infer<typeof officePage>;

/**
 * Reads the page of an office; a standing answer is a question of the dictionary about the case, and no decision.
 * @throws RuleSetError naming file, line and column of every fault
 */
export function loadOfficePage(path: string, { dictionary }: Pick<RuleSet, 'dictionary'>): OfficePage {
  const { content, faultAt } = readSource(path, basename(path), officePage);
  const faults = content.standing.flatMap(({ fact, by }, index) => {
    const entry = dictionary.get(fact);
    const at = (says: string) => [faultAt(['standing', index, 'fact'], says)];
    if (entry?.origin !== 'stored' || entry.scope !== 'case')
      return at(`"${fact}" is no question about the case`);
    if (entry.decision) return at(`"${fact}" is a decision in each case and cannot stand`);
    const may = Array.isArray(entry.setBy) && entry.setBy.includes(by);
    return may ? [] : at(`"${fact}" is not answered by ${by}`);
  });
  if (faults.length > 0) throw new RuleSetError(faults);
  return content;
}
