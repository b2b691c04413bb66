import type { Measure } from '../../../contracts/codes.js';
import { familiesOf } from '../../engine/rule-set/rule-set.js';
import type { WrittenEffect } from '../../engine/schema/page.js';
import type { Truth } from './solver.js';
import type { Place, Terms } from './terms.js';

/** A step that a page opens: its route and measure, and what it takes for the page to open it. */
export type Candidate = { place: Place; family: string; route: string; measure: Measure; opens: Truth };

/** Steps that one effect may open within a family: one for each variant that the catalogue lists. */
export function candidatesOf(of: Terms, place: Place, family: string, stands: () => Truth): Candidate[] {
  const { effect } = place;
  if (!('open' in effect) || effect.open.split(':')[0] !== family) return [];
  const entry = of.rules.ruleSet.catalogue.byFamily.get(family);
  const { variant: read, measure: only } = effect;
  const written = effect.open.slice(family.length + 1);
  const variants = read === undefined ? [written] : (entry?.variants ?? []).map(({ id }) => id);
  return variants.flatMap((variant) => {
    const rows = (entry?.rows ?? []).filter(({ measure }) => only === undefined || measure === only);
    const row = rows.find((one) => one.variant === variant) ?? rows.find((one) => one.variant === undefined);
    if (row === undefined) return [];
    const route = variant === '' ? family : `${family}:${variant}`;
    const isIt = read === undefined ? [] : [of.is(read.fact, variant)];
    const opens = of.z.And(stands(), ...isIt);
    return [{ place, family, route, measure: row.measure, opens }];
  });
}

/**
 * What it takes for an effect that shuts or removes to cover a step, beside standing: a scope that is a fact covers what the
 * fact holds. `undefined` where it never covers the step; what it rests on is then not looked at, for it may rest on the step.
 */
export function covering(
  of: Terms,
  effect: WrittenEffect,
  { route, family, measure }: Candidate,
): Truth | undefined {
  const isBar = 'shut' in effect || ('block' in effect && effect.stage === 'remove');
  if (!isBar) return undefined;
  const measures = [effect.measure ?? []].flat();
  if (measures.length > 0 && !measures.includes(measure)) return undefined;
  const covers = (scope: string): boolean =>
    scope === route || familiesOf(of.rules.ruleSet.catalogue, scope).includes(family);
  const scopes = 'shut' in effect ? effect.shut : effect.scope;
  if (typeof scopes === 'string' || Array.isArray(scopes))
    return [scopes].flat().some(covers) ? of.z.Bool.val(true) : undefined;
  const { fact } = scopes;
  return of.z.Or(
    ...of
      .wordsOf(of.entry(fact))
      .filter(covers)
      .map((scope) => of.member(fact, scope)),
  );
}
