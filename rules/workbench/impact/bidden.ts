import type { Decided } from '../../engine/batch/index.js';
import type { BoundRuleSet } from '../../engine/index.js';
import type { WrittenEffect } from '../../engine/schema/page.js';

type Bidding = Extract<WrittenEffect, { duty: string } | { cite: string }>;

/** What pages that speak bid somebody do, and the bases they add: no part of an outcome, but of what a person reads. */
export class Bidden {
  private readonly ofPage: ReadonlyMap<string, readonly Bidding[]>;

  constructor({ pages }: BoundRuleSet) {
    this.ofPage = new Map(
      [...pages].map(([id, { page }]) => [
        id,
        page.then.filter((effect) => 'duty' in effect || 'cite' in effect),
      ]),
    );
  }

  /** As one text, of the pages that speak and of routes in the plan; what hangs on a condition of its own counts as said. */
  in(fired: readonly string[], { plan }: Decided): string {
    const planned = (on: string): boolean => plan.some((route) => route === on || route.startsWith(`${on}:`));
    const said = [...fired].sort().flatMap((page) => this.ofPage.get(page) ?? []);
    return JSON.stringify(said.filter(({ on }) => on === undefined || [on].flat().some(planned)));
  }
}
