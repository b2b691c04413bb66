import type { Frame, Override } from '../../../contracts/determination.js';
import type { BoundRuleSet } from './bound.js';
import type { Page, RuleSet } from './rule-set.js';

/** Why a page cannot be set aside: law never; what third parties say is corrected in the register. */
export type OverrideFault = { why: 'UNKNOWN' | 'LAW' | 'THIRD_PARTY'; says: string };

/** Whether people may set a page aside: policy only, with every effect of it (C10). */
export function overrideFault(ruleSet: RuleSet, id: string): OverrideFault | undefined {
  const page = ruleSet.pages.get(id);
  if (page === undefined) return { why: 'UNKNOWN', says: `"${id}" is no page of the rules.` };
  const kinds = kindsOf(page);
  if (kinds.includes('law')) return { why: 'LAW', says: `${id}: ${page.title}.` };
  if (kinds.includes('third-party')) return { why: 'THIRD_PARTY', says: `${id}: ${page.title}.` };
  return undefined;
}

const kindsOf = (page: Page): readonly string[] => [
  page.kind,
  ...page.then.flatMap((effect) => ('kind' in effect && effect.kind !== undefined ? [effect.kind] : [])),
];

/** Overrides of a frame that count on its day, each page once. An expired one, or one of a page of law, has no effect. */
export function overridesIn({ ruleSet }: BoundRuleSet, { asOf, overrides = [] }: Frame): Override[] {
  const counting = overrides.filter(
    ({ page, decidedOn, expiresOn }) =>
      decidedOn <= asOf && asOf <= expiresOn && overrideFault(ruleSet, page) === undefined,
  );
  return [...new Map(counting.map((one) => [one.page, one])).values()];
}

const variants = new WeakMap<BoundRuleSet, Map<string, BoundRuleSet>>();

/** The rules of a day without the pages that were set aside; the same object for the same pages, four kept a day. */
export function withoutPages(rules: BoundRuleSet, overrides: readonly Override[]): BoundRuleSet {
  if (overrides.length === 0) return rules;
  const aside = overrides.map(({ page }) => page).sort();
  const key = aside.join(' ');
  const known = variants.get(rules) ?? new Map<string, BoundRuleSet>();
  variants.set(rules, known);
  const fresh = known.get(key) ?? {
    ...rules,
    pages: new Map([...rules.pages].filter(([id]) => !aside.includes(id))),
  };
  known.delete(key);
  known.set(key, fresh);
  const [oldest] = known.keys();
  if (known.size > 4 && oldest !== undefined) known.delete(oldest);
  return fresh;
}
