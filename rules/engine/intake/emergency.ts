import { join } from 'node:path';
import { z } from 'zod';
import { routeFamilies } from '../../../contracts/codes.js';
import { readSource, RuleSetError } from '../load/source.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { code, factId } from '../schema/words.js';

const asked = z.strictObject({
  fact: factId,
  /** Needed only where this is answered so; of any item where the fact is one of items. */
  when: z.strictObject({ fact: factId, is: z.union([z.string(), z.boolean()]) }).optional(),
  /** What to say where the answer is missing. */
  says: z.string().min(10),
});
const emergencyPage = z.strictObject({
  vocabulary: z.literal(1),
  title: z.string().min(3),
  reference: z.string().min(3),
  opens: z.array(z.enum(routeFamilies)).min(1),
  assessment: z.strictObject({
    decision: code,
    is: z.string().min(1),
    document: z.string().min(1),
    reference: z.string().min(1),
  }),
  case: z.array(asked).min(1),
  item: z.array(asked).min(1),
});
/** What the emergency lane asks before it drafts anything: one page, `rules/intake/emergency.yaml`. */
export type EmergencyPage = z.infer<typeof emergencyPage>;

/**
 * Reads the page and holds every fact on it against the dictionary.
 * @throws RuleSetError naming file, line and column of every fault
 */
export function loadEmergencyPage(dir: string, { dictionary }: Pick<RuleSet, 'dictionary'>): EmergencyPage {
  const file = 'intake/emergency.yaml';
  const { content, faultAt } = readSource(join(dir, 'emergency.yaml'), file, emergencyPage);
  const faults = (['case', 'item'] as const).flatMap((scope) =>
    content[scope].flatMap(({ fact }, index) => {
      const entry = dictionary.get(fact);
      if (entry?.origin === 'stored' && entry.scope === scope) return [];
      return [faultAt([scope, index, 'fact'], `"${fact}" is no question about the ${scope}`)];
    }),
  );
  if (faults.length > 0) throw new RuleSetError(faults);
  return content;
}

/** Answers by fact: of the case, and of each item. */
export type Told = {
  case: Readonly<Record<string, unknown>>;
  items: readonly Readonly<Record<string, unknown>>[];
};
export type Untold = { item: number | null; fact: string; says: string };

/** Every question of the page that is not answered; an empty text is no answer. `item` is the place in the list of items. */
export function untold(page: EmergencyPage, told: Told): Untold[] {
  const everything = [told.case, ...told.items];
  const needed = ({ when }: EmergencyPage['case'][number], of: readonly Told['case'][]): boolean =>
    when === undefined || of.some((answers) => answers[when.fact] === when.is);
  const missing = (answers: Told['case'], item: number | null, scope: 'case' | 'item'): Untold[] =>
    page[scope]
      .filter((one) => isEmpty(answers[one.fact]) && needed(one, item === null ? everything : [answers]))
      .map(({ fact, says }) => ({ item, fact, says }));
  return [
    ...missing(told.case, null, 'case'),
    ...told.items.flatMap((answers, index) => missing(answers, index, 'item')),
  ];
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
