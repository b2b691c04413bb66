import { isRead, scopesOf } from '../../engine/rule-set/dependencies.js';
import { familiesOf, type Page, type RuleSet } from '../../engine/rule-set/rule-set.js';
import type { Language } from '../../engine/schema/texts.js';
import type { WrittenEffect } from '../../engine/schema/page.js';
import { Wording } from '../../engine/wording/wording.js';

/** How a page bears on a route. What removes it beats what shuts it, what shuts it beats what opens it. */
export const bearings = ['opens', 'shuts', 'removes', 'holds', 'makes-wait', 'asks-first'] as const;
export type Bearing = (typeof bearings)[number];

export type RouteExplained = {
  route: string;
  named: string;
  status: string;
  /** Why it is shut where no page speaks. */
  otherwise: string;
  pages: readonly { bearing: Bearing; page: string; because: string }[];
};

/** Which pages open, shut, remove or hold a route, in the order in which they are evaluated. */
export function explainRoute(
  route: string,
  ruleSet: RuleSet,
  language: Language,
): RouteExplained | undefined {
  const [family = route] = route.split(':');
  const entry = ruleSet.catalogue.byFamily.get(family);
  if (entry === undefined) return undefined;
  const words = new Wording(ruleSet, language);
  const inOrder = ruleSet.strata.flatMap(({ pages }) => pages).flatMap((id) => ruleSet.pages.get(id) ?? []);
  return {
    route,
    named: words.route(route),
    status: entry.status,
    otherwise: words.reason(entry.shutBecause),
    pages: bearings.flatMap((bearing) =>
      inOrder
        .filter((page) => bears(page, route, ruleSet).includes(bearing))
        .map(({ id }) => ({ bearing, page: id, because: words.because(id) })),
    ),
  };
}

const bears = (page: Page, route: string, ruleSet: RuleSet): Bearing[] =>
  page.then.flatMap((effect) => bearingOf(effect, route, ruleSet) ?? []);

function bearingOf(effect: WrittenEffect, route: string, { catalogue }: RuleSet): Bearing | undefined {
  const touches = (some: string | readonly string[]): boolean =>
    (typeof some === 'string' ? [some] : some).some((one) => overlap(one, route) || scopeHas(one));
  const scopeHas = (scope: string): boolean =>
    familiesOf(catalogue, scope).some((family) => family === route.split(':')[0]);
  if ('open' in effect) return touches(effect.open) ? 'opens' : undefined;
  if ('shut' in effect) return touches(effect.shut) ? 'shuts' : undefined;
  if ('block' in effect)
    return isRead(effect.scope) || touches(scopesOf(effect))
      ? effect.stage === 'remove'
        ? 'removes'
        : 'holds'
      : undefined;
  if ('after' in effect) return touches(effect.on) ? 'makes-wait' : undefined;
  if ('ask' in effect) return touches(effect.holds ?? []) ? 'asks-first' : undefined;
  return 'end' in effect || 'settle' in effect ? 'removes' : undefined;
}

/** A family covers its variants, and a variant belongs to its family. */
const overlap = (one: string, other: string): boolean =>
  one === other || one.split(':')[0] === other || other.split(':')[0] === one;
