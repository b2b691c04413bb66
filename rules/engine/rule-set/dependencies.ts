import { factsRead } from './conditions.js';
import { entryOf, type Dictionary, type FactEntry } from './dictionary.js';
import type { WrittenEffect, WrittenPage } from '../schema/page.js';
import { familiesOf, type Catalogue } from './rule-set.js';

const list = (some: string | readonly string[]): readonly string[] =>
  typeof some === 'string' ? [some] : some;

const plannedFacts = (families: readonly string[]): string[] =>
  families.map((family) => `route.${family}.planned`);

type Scope = Extract<WrittenEffect, { block: string }>['scope'];
export const isRead = (scope: Scope): scope is { fact: string } =>
  typeof scope === 'object' && !Array.isArray(scope);

/** Scopes of a block that are written out; a scope that is read from a fact is none of them. */
export const scopesOf = (effect: Extract<WrittenEffect, { block: string }>): readonly string[] =>
  isRead(effect.scope) ? [] : list(effect.scope);

/** Facts that an effect reads: its own conditions, a variant, a scope, and what is planned where it stands only then. */
export function factsOfEffect(effect: WrittenEffect, catalogue: Catalogue): string[] {
  const read = effect.when === undefined ? [] : factsRead(effect.when);
  if ('open' in effect && effect.variant !== undefined) read.push(effect.variant.fact);
  if ('block' in effect) {
    if (effect.spares !== undefined) read.push(...factsRead(effect.spares.when));
    if (isRead(effect.scope)) read.push(effect.scope.fact);
    if (effect.whenPlanned === true)
      read.push(...plannedFacts(scopesOf(effect).flatMap((scope) => familiesOf(catalogue, scope))));
  }
  return read;
}

export const factsOfPage = (page: WrittenPage, catalogue: Catalogue): string[] => [
  ...factsRead(page.when),
  ...page.then.flatMap((effect) => factsOfEffect(effect, catalogue)),
];

/** Facts that a page helps to make: what it concludes, and what its effects can be read as. */
export const factsMade = (page: WrittenPage, catalogue: Catalogue): string[] =>
  page.then.flatMap((effect) => factsMadeBy(effect, catalogue));

function factsMadeBy(effect: WrittenEffect, catalogue: Catalogue): string[] {
  if ('conclude' in effect) return [effect.conclude];
  if ('open' in effect) return routeFacts(familiesIn(effect.open), 'opened');
  if ('shut' in effect) return routeFacts(list(effect.shut).flatMap(familiesIn), 'shut');
  if ('block' in effect && effect.stage === 'remove') {
    const families = scopesOf(effect).flatMap((scope) =>
      scope.includes(':') ? familiesIn(scope) : familiesOf(catalogue, scope),
    );
    return routeFacts(families, 'removed');
  }
  if ('settle' in effect) return ['item.settled', 'item.settledButSecuring'];
  if ('end' in effect) return ['case.ended'];
  return [];
}

const familiesIn = (route: string): string[] => [route.split(':')[0] ?? route];
const routeFacts = (families: readonly string[], of: string): string[] =>
  families.map((family) => `route.${family}.${of}`);

/** Facts that a fact is made from, by the dictionary alone. */
export function sourcesOf(fact: FactEntry): string[] {
  if (fact.origin === 'effect') {
    return fact.of === 'planned' && fact.family !== undefined
      ? ['opened', 'shut', 'removed'].map((of) => `route.${fact.family}.${of}`)
      : [];
  }
  if (fact.origin !== 'derived') return [];
  const { derive } = fact;
  if ('pick' in derive) return [derive.pick.by, ...Object.values(derive.pick.from)];
  if ('firstOf' in derive) return [derive.firstOf.in];
  if ('over' in derive) return [derive.over.fact];
  if ('days' in derive) return [derive.days.from, derive.days.to];
  return [derive.order.of];
}

/** An item's page may read the case; a page of the case reads items only through `over`. */
export const readableFrom = (dictionary: Dictionary, concerns: 'case' | 'item', fact: string): boolean =>
  concerns === 'item' || entryOf(dictionary, fact).scope === 'case';
