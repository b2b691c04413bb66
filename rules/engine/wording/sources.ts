import type { Frame } from '../../../contracts/determination.js';
import type { Page } from '../rule-set/rule-set.js';

/** States with power over the custodians of some items; empty where nobody has said so. */
export const statesOf = ({ items }: Frame, of: readonly string[]): string[] => [
  ...new Set(
    items.flatMap(({ id, facts }) => {
      const state = facts['controllerState'];
      return of.includes(id) && typeof state === 'string' ? [state] : [];
    }),
  ),
];

/** Sources of a page that apply to custodians of some States: the law of another State is no source. All where no State is known. */
export const sourcesOf = ({ reference }: Page, states: readonly string[]): Page['reference'] =>
  states.length === 0
    ? reference
    : reference.filter(({ ofState }) => ofState === undefined || states.includes(ofState));
