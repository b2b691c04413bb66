import { Script } from 'node:vm';
import { unknown } from './codes.js';
import type { Column } from './layout.js';
import type { Plan } from './plan.js';

/** Puts the cells of the case, or of an item, that begin at `at` on its sheet. */
export type Load = (sheet: Int32Array, cells: Int32Array, at: number) => void;

/**
 * Straight-line code that loads a sheet: a stated fact from its column, or what stands while nobody has answered; a fact that
 * pages conclude as it starts, which the dictionary says.
 */
export function loadCode(
  { facts, program }: Plan,
  columns: readonly Column[],
  scope: 'case' | 'item',
  name: string,
): Load {
  const stated = columns.flatMap(({ fact }, column) => {
    if (!program.ground.slots.has(fact)) return [];
    const { slot, assumed } = facts.slot(fact);
    return [`c=cells[at+${column}];V[${slot}]=c===${unknown}?${assumed}:c;`];
  });
  const concluded = program.ground.entries
    .filter((entry) => entry.origin === 'concluded' && entry.scope === scope)
    .map(({ id }) => `V[${facts.slot(id).slot}]=${facts.slot(id).assumed};`);
  const source = `'use strict';(function(V,cells,at){let c=0;\n${[...stated, ...concluded].join('\n')}\n})`;
  return new Script(source, { filename: `batch/${name}` }).runInThisContext() as Load;
}
