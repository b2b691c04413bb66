import type { Measure, RouteFamily, RouteId } from '../../contracts/codes.js';
import type { Board } from './board.js';
import { concerns, isOpening, isRemoving, isShutting, listed, type Active, type Opening } from './effects.js';
import { covers, type Catalogue, type RouteEntry, type RouteRow } from './rule-set.js';

/** A step that some page opens for one item, before anything shuts or removes it. */
export type Candidate = {
  item: string;
  family: RouteFamily;
  route: RouteId;
  measure: Measure;
  entry: RouteEntry;
  row: RouteRow;
  addressee: RouteRow['addressee'];
};

/** Steps that the pages open for an item. A variant that the catalogue does not list (no channel, no basis) opens nothing. */
export function candidatesOf(
  item: string,
  actives: readonly Active[],
  board: Board,
  catalogue: Catalogue,
): Candidate[] {
  return actives
    .filter(isOpening)
    .filter((active) => concerns(active, item))
    .flatMap((active) => candidateOf(item, active, board, catalogue));
}

function candidateOf(
  item: string,
  { effect, page }: Active<Opening>,
  board: Board,
  catalogue: Catalogue,
): Candidate[] {
  const [family = '', written = ''] = effect.open.split(':');
  const variant = effect.variant === undefined ? written : String(board.value(item, effect.variant.fact));
  const entry = catalogue.byFamily.get(family);
  if (entry === undefined || (variant !== '' && entry.variants?.[variant] === undefined)) return [];
  const rows = entry.rows.filter((row) => effect.measure === undefined || row.measure === effect.measure);
  const row = rows.find((one) => one.variant === variant) ?? rows.find((one) => one.variant === undefined);
  if (row === undefined)
    throw new Error(`${page.file}: the catalogue has no row for ${effect.open} ${effect.measure ?? ''}`);
  return [
    {
      item,
      family: entry.family,
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
  actives: readonly Active[],
  catalogue: Catalogue,
): 'removed' | 'shut' | 'planned' {
  const touching = actives.filter((active) => concerns(active, candidate.item));
  if (
    touching
      .filter(isRemoving)
      .some((active) => touches(active.scopes, listed(active.effect.measure), candidate, catalogue))
  )
    return 'removed';
  const isShut = touching
    .filter(isShutting)
    .some((active) =>
      touches(listed(active.effect.shut), listed(active.effect.measure), candidate, catalogue),
    );
  return isShut ? 'shut' : 'planned';
}

export const touches = (
  scopes: readonly string[],
  measures: readonly string[],
  step: { route: string; measure: Measure },
  catalogue: Catalogue,
): boolean =>
  (measures.length === 0 || measures.includes(step.measure)) &&
  scopes.some((scope) => covers(catalogue, scope, step.route));
