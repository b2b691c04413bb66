import type { BoundRuleSet } from '../rule-set/bound.js';
import { Decider } from './decider.js';
import { digestInto, digestSize, parts } from './digest.js';
import { Layout } from './layout.js';
import type { Sheets } from './sheets.js';
import { watchOf } from './watch.js';

/** Packed cases one behind the other, in one layout; and how many items each has. */
export type Cases = { cells: Int32Array<ArrayBuffer>; items: Int32Array<ArrayBuffer> };

type Watching = { decider: Decider; pages: Int32Array };

/**
 * What a change of rules does to cases: where two rule sets of one day come to different outcomes. A case in which no page
 * fires that they do not share is decided by neither.
 */
export class Impact {
  readonly layout: Layout;
  private readonly live: Decider;
  private readonly candidate: Decider;
  private readonly watching: Watching | undefined;
  private readonly before = new Int32Array(digestSize);
  private readonly after = new Int32Array(digestSize);

  constructor(live: BoundRuleSet, candidate: BoundRuleSet) {
    this.layout = new Layout([live, candidate]);
    this.live = new Decider(live, this.layout);
    this.candidate = new Decider(candidate, this.layout);
    const watch = watchOf(live, candidate);
    if (watch === undefined) return;
    const decider = new Decider(watch.rules, this.layout);
    this.watching = { decider, pages: decider.pageBits(watch.watchers) };
  }

  /** For each case the parts of its outcome that differ, one bit each in the order of `parts`; 0 where none does. */
  on({ cells, items }: Cases): Uint8Array {
    let at = 0;
    return Uint8Array.from(items, (count) => {
      const found = this.differing(cells, at, count);
      at += this.layout.size(count);
      return found;
    });
  }

  private differing(cells: Int32Array, at: number, count: number): number {
    const { watching, before, after } = this;
    if (watching !== undefined && !fires(watching.decider.evaluate(cells, at, count), watching.pages))
      return 0;
    digestInto(this.live.decide(cells, at, count), before, 0);
    digestInto(this.candidate.decide(cells, at, count), after, 0);
    return parts.reduce(
      (bits, _, part) =>
        before[part * 2] === after[part * 2] && before[part * 2 + 1] === after[part * 2 + 1]
          ? bits
          : bits | (1 << part),
      0,
    );
  }
}

function fires({ pagesOfCase, pages, count }: Sheets, watched: Int32Array): boolean {
  for (let word = 0; word < watched.length; word++) {
    const bits = watched[word] ?? 0;
    if (((pagesOfCase[word] ?? 0) & bits) !== 0) return true;
    for (let item = 0; item < count; item++) if (((pages[item]?.[word] ?? 0) & bits) !== 0) return true;
  }
  return false;
}
