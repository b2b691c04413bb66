import { ruleOf } from '../../engine/rule-set/rule-set.js';
import { didYouMean } from '../../engine/load/nearest.js';
import { findingOf, type Finding } from '../finding.js';
import type { Checking } from './checking.js';

/** Every rule of the catalogue has a page, unless events or the engine carry it; every page has its rule. */
export function checkCatalogue({ ruleSet, written }: Checking): Finding[] {
  const { rules } = ruleSet.catalogue;
  const withPage = new Set([...ruleSet.pages.keys()].map(ruleOf));
  const bare = Object.entries(rules)
    .filter(([id, { status, carriedBy }]) => status !== 'event' && !carriedBy && !withPage.has(id))
    .map(([id]) => id);
  return [
    ...(bare.length > Object.keys(rules).length / 4 ? [onlyAPart(bare)] : bare.map(withoutPage)),
    ...written.pages
      .filter(({ content: { id } }) => rules[ruleOf(id)] === undefined)
      .map(({ content: { id }, faultAt }) =>
        findingOf(
          'page-without-rule',
          faultAt(['id'], `${ruleOf(id)} is no rule of catalogue.yaml.${didYouMean(ruleOf(id), bare)}`),
        ),
      ),
  ];

  function withoutPage(id: string): Finding {
    const fault = written.catalogue.faultAt(['rules', id], `rule ${id} has no page`);
    return findingOf('rule-without-page', fault);
  }

  function onlyAPart(ids: readonly string[]): Finding {
    const says = `${ids.length} rules have no page, the first of them ${ids.slice(0, 5).join(', ')}: this folder holds only a part of the rules`;
    return findingOf('rule-without-page', written.catalogue.faultAt(['rules'], says));
  }
}
