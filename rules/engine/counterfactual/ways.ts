import type { Flip } from '../batch/index.js';

/** Largest set of facts that is offered as one change, and number of ways that are followed at each fork. */
const largest = 3;
const most = 16;

/** A set of facts said otherwise, by their numbers. Several ways: any of them does. */
export type Way = readonly number[];
export type Ways = readonly Way[];

export const none: Ways = [];
export const nothingToDo: Ways = [[]];

/** Facts said otherwise, numbered, so that sets of them are joined and compared as numbers. */
export class FlipBook {
  /** Whether a way was not followed: too many, or too large. */
  cut = false;
  private readonly flips: Flip[] = [];
  /** What each flip is about: two of one fact cannot both be. */
  private readonly about: number[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly facts = new Map<string, number>();

  number(flip: Flip): number {
    const fact = `${flip.subject}/${flip.fact}`;
    const key = `${fact}=${JSON.stringify(flip.is)}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const about = this.facts.get(fact) ?? this.facts.size;
    this.facts.set(fact, about);
    this.numbers.set(key, this.flips.length);
    this.about.push(about);
    return this.flips.push(flip) - 1;
  }

  flipsOf(way: Way): Flip[] {
    return way.flatMap((number) => this.flips[number] ?? []);
  }

  /** Any of some ways. */
  union(ways: readonly Ways[]): Ways {
    const [only] = ways;
    if (ways.length === 1 && only !== undefined) return only;
    const kept = new Map<number, Way>();
    for (const some of ways) for (const way of some) kept.set(keyOf(way), way);
    return this.smallest(kept);
  }

  /** One way of each, together. */
  product(ways: readonly Ways[]): Ways {
    return ways.reduce<Ways>((made, next) => {
      if (next === nothingToDo || made.length === 0) return made;
      if (made === nothingToDo) return next;
      const kept = new Map<number, Way>();
      for (const one of made)
        for (const other of next) {
          const both = this.joined(one, other);
          if (both !== undefined) kept.set(keyOf(both), both);
        }
      return this.smallest(kept);
    }, nothingToDo);
  }

  /** The smallest sets first, and no more than are followed. */
  private smallest(kept: ReadonlyMap<number, Way>): Ways {
    if (kept.size > most) this.cut = true;
    return [...kept.values()].sort((a, b) => a.length - b.length).slice(0, most);
  }

  /** Two sets as one; `undefined` where they say two things of one fact, or are too large together. */
  private joined(one: Way, other: Way): Way | undefined {
    const both = [...one];
    for (const number of other) {
      if (one.includes(number)) continue;
      if (one.some((before) => this.about[before] === this.about[number])) return undefined;
      both.push(number);
    }
    if (both.length <= largest) return both;
    this.cut = true;
    return undefined;
  }
}

/** One number for a set of up to three flips, in whatever order; there are fewer than 65,535 of them. */
function keyOf(way: Way): number {
  const [a = -1, b = -1, c = -1] = way;
  const high = Math.max(a, b, c);
  const low = Math.min(a, b, c);
  return ((high + 1) * 0x10000 + (a + b + c - high - low + 1)) * 0x10000 + low + 1;
}
