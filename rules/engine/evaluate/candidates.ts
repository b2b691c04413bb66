import type { Measure, RouteFamily, RouteId } from '../../../contracts/codes.js';
import type { Board } from './board.js';
import { listed, type Active, type Opening } from './effects.js';
import { familyOf, type Program } from './program.js';
import { variantOf, type RouteEntry, type RouteRow } from '../rule-set/rule-set.js';
import type { Touching } from './standing.js';

/** A step that some page opens for one item, before anything shuts or removes it. */
export type Candidate = {
  item: string;
  family: RouteFamily;
  /** The family's bit. */
  bit: number;
  route: RouteId;
  measure: Measure;
  entry: RouteEntry;
  row: RouteRow;
  addressee: RouteRow['addressee'];
};

/** Steps that the pages open for an item. A variant that the catalogue does not list (no channel, no basis) opens nothing. */
export const candidatesOf = (
  item: string,
  { opening }: Pick<Touching, 'opening'>,
  board: Board,
  program: Program,
): Candidate[] => opening.flatMap((active) => candidateOf(item, active, board, program));

function candidateOf(
  item: string,
  { effect, page }: Active<Opening>,
  board: Board,
  { rules, familyBit }: Program,
): Candidate[] {
  const family = familyOf(effect.open);
  const variant =
    effect.variant === undefined
      ? effect.open.slice(family.length + 1)
      : String(board.value(item, effect.variant.fact));
  const entry = rules.ruleSet.catalogue.byFamily.get(family);
  if (entry === undefined || (variant !== '' && variantOf(entry, variant) === undefined)) return [];
  const rows = entry.rows.filter((row) => effect.measure === undefined || row.measure === effect.measure);
  const row = rows.find((one) => one.variant === variant) ?? rows.find((one) => one.variant === undefined);
  if (row === undefined)
    throw new Error(`${page.file}: the catalogue has no row for ${effect.open} ${effect.measure ?? ''}`);
  return [
    {
      item,
      family: entry.family,
      bit: familyBit(family),
      route: variant === '' ? entry.family : `${entry.family}:${variant}`,
      measure: row.measure,
      entry,
      row,
      addressee: effect.addressee ?? row.addressee,
    },
  ];
}

/** Remove beats shut beats open. */
export function fate(
  candidate: Candidate,
  { removing, shutting }: Touching,
  program: Program,
): 'removed' | 'shut' | 'planned' {
  if (removing.some(({ scopes, effect }) => touches(scopes, listed(effect.measure), candidate, program)))
    return 'removed';
  const isShut = shutting.some(({ effect }) =>
    touches(listed(effect.shut), listed(effect.measure), candidate, program),
  );
  return isShut ? 'shut' : 'planned';
}

/** Whether scopes, cut down to some measures, cover a step: a family covers its variants. */
export const touches = (
  scopes: readonly string[],
  measures: readonly string[],
  step: { route: string; measure: Measure; bit?: number },
  program: Program,
): boolean =>
  (measures.length === 0 || measures.includes(step.measure)) &&
  scopes.some((scope) => covers(program, scope, step));

/** Whether a scope or route pattern covers a route. */
export const covers = (
  { bitsOf, familyBit }: Program,
  scope: string,
  { route, bit = familyBit(familyOf(route)) }: { route: string; bit?: number },
): boolean => scope === route || (bitsOf(scope) & bit) !== 0;
