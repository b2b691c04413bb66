import type { FactValue } from '../../../contracts/determination.js';
import { caseSubject, type Board } from '../evaluate/board.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import type { Condition, Leaf } from '../rule-set/conditions.js';
import { keyOf, type Flip } from './counterfactual.js';
import { factsMade } from '../rule-set/dependencies.js';
import { entryOf, type FactEntry } from '../rule-set/dictionary.js';
import { comparisons } from '../rule-set/operators.js';
import type { BoundPage } from '../rule-set/rule-set.js';
import { answersOf } from '../rule-set/small-domain.js';

/** Largest set of facts that is offered as one change, and number of ways that are followed at each fork. */
const largest = 3;
const ways = 16;
const deepest = 8;

type Sets = readonly (readonly Flip[])[];
const none: Sets = [];
const nothingToDo: Sets = [[]];

/**
 * Which facts would have to stand otherwise for a condition to turn, read off the pages themselves: through groups,
 * derived facts, concluded facts and effects, back to facts that somebody states. A hint, to be proved by evaluating.
 */
export class Flips {
  private readonly rules: BoundRuleSet;
  private readonly board: Board;
  /** Whether a way was not followed: too many, too large, or through a fact without a small domain. */
  cut = false;

  constructor(rules: BoundRuleSet, board: Board) {
    this.rules = rules;
    this.board = board;
  }

  /** Sets of facts that open a family for an item: some page opens it, and none that fires shuts or removes it. */
  opening(family: string, item: string): Sets {
    const opened = this.made(`route.${family}.opened`, item, true, 0);
    const free = ['shut', 'removed'].map((of) => this.made(`route.${family}.${of}`, item, false, 0));
    return this.product([opened, ...free]);
  }

  holds(condition: Condition, subject: string): boolean {
    if (condition.kind === 'leaf')
      return this.leafHolds(condition, subject, this.board.value(subject, condition.fact));
    const parts = condition.parts.map((part) => this.holds(part, subject));
    if (condition.word === 'all') return parts.every(Boolean);
    return condition.word === 'any' ? parts.some(Boolean) : parts[0] !== true;
  }

  /** Sets of facts that make a condition hold, or not hold. */
  turning(condition: Condition, subject: string, want: boolean, depth: number): Sets {
    if (this.holds(condition, subject) === want) return nothingToDo;
    if (condition.kind === 'leaf') return this.leaf(condition, subject, want, depth);
    if (condition.word === 'not')
      return this.union(condition.parts.map((part) => this.turning(part, subject, !want, depth)));
    const sets = condition.parts.map((part) => this.turning(part, subject, want, depth));
    return (condition.word === 'all') === want ? this.product(sets) : this.union(sets);
  }

  private leaf(leaf: Leaf, subject: string, want: boolean, depth: number): Sets {
    const entry = entryOf(this.board.dictionary, leaf.fact);
    const fits = (value: FactValue): boolean => this.leafHolds(leaf, subject, value) === want;
    if (entry.origin === 'stored') return this.stated(entry, subject, fits);
    if (entry.origin === 'derived') return this.derived(entry, subject, fits);
    if (entry.type === 'boolean')
      return this.made(leaf.fact, subject, !this.board.value(subject, leaf.fact), depth);
    this.cut = true;
    return none;
  }

  private stated(entry: FactEntry, subject: string, fits: (value: FactValue) => boolean): Sets {
    const answers = answersOf(entry);
    if (answers.length === 0) this.cut = true;
    const home = entry.scope === 'case' ? caseSubject : subject;
    return answers.filter(fits).map((is) => [{ subject: home, fact: entry.id, is }]);
  }

  /** Through a pick to the fact it picked, through an order to the value of that rank. */
  private derived(
    entry: Extract<FactEntry, { origin: 'derived' }>,
    subject: string,
    fits: (value: FactValue) => boolean,
  ): Sets {
    const { derive } = entry;
    if ('pick' in derive) {
      const picked = derive.pick.from[String(this.board.value(subject, derive.pick.by))];
      return picked === undefined ? none : this.through(picked, subject, fits);
    }
    if ('order' in derive) {
      const values = entryOf(this.board.dictionary, derive.order.of).values ?? [];
      return this.through(derive.order.of, subject, (value) => fits(values.indexOf(String(value))));
    }
    this.cut = true;
    return none;
  }

  private through(fact: string, subject: string, fits: (value: FactValue) => boolean): Sets {
    const entry = entryOf(this.board.dictionary, fact);
    if (entry.origin === 'derived') return this.derived(entry, subject, fits);
    return entry.origin === 'stored' ? this.stated(entry, subject, fits) : none;
  }

  /** A fact that pages make: one of them has to fire, or every one that fires has to stop. */
  private made(fact: string, subject: string, want: boolean, depth: number): Sets {
    const makers = this.makersOf(fact);
    const goes = (page: BoundPage): boolean =>
      makesWhile(page, fact, (when) => this.holds(when, this.home(page, subject)));
    const standing = makers.filter(goes);
    if (want ? standing.length > 0 : standing.length === 0) return nothingToDo;
    if (depth >= deepest) {
      this.cut = true;
      return none;
    }
    const sets = (want ? makers : standing).map(({ conditions: [when], page }) =>
      when === undefined
        ? none
        : this.turning(when, this.homeOfPage(page.concerns, subject), want, depth + 1),
    );
    return want ? this.union(sets) : this.product(sets);
  }

  private makersOf(fact: string): BoundPage[] {
    return makersIn(this.rules).get(fact) ?? [];
  }

  private home = ({ page }: BoundPage, subject: string): string => this.homeOfPage(page.concerns, subject);
  private homeOfPage = (concerns: 'case' | 'item', subject: string): string =>
    concerns === 'case' ? caseSubject : subject;

  private leafHolds({ operator, expected, fact }: Leaf, subject: string, value: FactValue): boolean {
    if (operator === 'isKnown' || operator === 'isUnknown') {
      const known = this.board.known(subject, fact) || value !== this.board.value(subject, fact);
      return (operator === 'isKnown') === known;
    }
    const other = expected.kind === 'fact' ? this.board.value(subject, expected.fact) : expected.value;
    return comparisons[operator](value, other);
  }

  private union(sets: readonly Sets[]): Sets {
    return this.bounded(sets.flat());
  }

  private product(sets: readonly Sets[]): Sets {
    return sets.reduce<Sets>(
      (made, next) => this.bounded(made.flatMap((one) => next.flatMap((other) => joined(one, other)))),
      nothingToDo,
    );
  }

  /** The smallest sets first, each once; what is larger or further than the bounds is cut. */
  private bounded(sets: Sets): Sets {
    const once = [...new Map(sets.map((set) => [keyOf(set), set])).values()];
    const small = once.filter((set) => set.length <= largest).sort((a, b) => a.length - b.length);
    if (small.length < once.length || small.length > ways) this.cut = true;
    return small.slice(0, ways);
  }
}

const makers = new WeakMap<BoundRuleSet, ReadonlyMap<string, BoundPage[]>>();

/** Pages in force by the facts that they help to make. */
function makersIn(rules: BoundRuleSet): ReadonlyMap<string, BoundPage[]> {
  const known = makers.get(rules);
  if (known !== undefined) return known;
  const found = new Map<string, BoundPage[]>();
  for (const bound of rules.pages.values())
    for (const fact of new Set(factsMade(bound.page, rules.ruleSet.catalogue)))
      found.set(fact, [...(found.get(fact) ?? []), bound]);
  makers.set(rules, found);
  return found;
}

/** Whether the page fires and the effect that makes the fact stands. */
function makesWhile(
  { conditions, effects, page }: BoundPage,
  fact: string,
  holds: (when: Condition) => boolean,
): boolean {
  const [when] = conditions;
  if (when === undefined || !holds(when)) return false;
  if (!page.then.some((effect) => effect.when !== undefined)) return true;
  return effects.some(({ effect, when: index }) => {
    const own = index === undefined ? undefined : conditions[index];
    const names = 'conclude' in effect ? effect.conclude === fact : true;
    return names && (own === undefined || holds(own));
  });
}

/** Two sets as one, or none where they say two things of one fact. */
function joined(one: readonly Flip[], other: readonly Flip[]): Sets {
  const clash = one.some((a) =>
    other.some((b) => a.subject === b.subject && a.fact === b.fact && a.is !== b.is),
  );
  if (clash) return none;
  const known = new Set(one.map((flip) => keyOf([flip])));
  return [[...one, ...other.filter((flip) => !known.has(keyOf([flip])))]];
}
