import type { FactValue } from '../../../contracts/determination.js';
import { firstAlike } from '../evaluate/alike.js';
import { caseSubject, type Board } from '../evaluate/board.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import type { Condition, Leaf } from '../rule-set/conditions.js';
import type { Flip } from './counterfactual.js';
import { FlipBook, none, nothingToDo, type Ways } from './ways.js';
import { factsMade } from '../rule-set/dependencies.js';
import { entryOf, type FactEntry } from '../rule-set/dictionary.js';
import { comparisons } from '../rule-set/operators.js';
import type { BoundPage } from '../rule-set/rule-set.js';
import { answersOf } from '../rule-set/small-domain.js';

/**
 * Which facts would have to stand otherwise for a condition to turn, read off the pages themselves: through groups,
 * derived facts, concluded facts and effects, back to facts that somebody states. A hint, to be proved by evaluating.
 * What was found once is kept: routes ask about the same conditions again and again.
 */
export class Flips {
  readonly book = new FlipBook();
  private readonly rules: BoundRuleSet;
  private readonly board: Board;
  private readonly held = new Map<string, Map<Condition, boolean>>();
  private readonly turned = new Map<string, Map<Condition, Ways>>();
  private readonly ways = new Map<string, Ways>();
  private readonly openings = new Map<string, (readonly Flip[])[]>();
  private readonly firsts: ReadonlyMap<string, string>;
  private unfollowed = false;

  constructor(rules: BoundRuleSet, board: Board) {
    this.rules = rules;
    this.board = board;
    this.firsts = firstAlike(board);
  }

  /** Whether a way was not followed: too many, too large, or through a fact without a small domain. */
  get cut(): boolean {
    return this.unfollowed || this.book.cut;
  }

  /**
   * Sets of facts that open a family for an item: some page opens it, and none that fires shuts or removes it. Of items that
   * read the same, the first is looked at.
   */
  opening(family: string, item: string): (readonly Flip[])[] {
    const first = this.firsts.get(item) ?? item;
    const key = `${family} ${first}`;
    const ways = this.openings.get(key) ?? this.openingAnew(family, first);
    this.openings.set(key, ways);
    if (first === item) return ways;
    return ways.map((way) => way.map((flip) => (flip.subject === first ? { ...flip, subject: item } : flip)));
  }

  private openingAnew(family: string, item: string): (readonly Flip[])[] {
    const opened = this.made(`route.${family}.opened`, item, true);
    const free = ['shut', 'removed'].map((of) => this.made(`route.${family}.${of}`, item, false));
    return this.book.product([opened, ...free]).map((way) => this.book.flipsOf(way));
  }

  private holds(condition: Condition, subject: string): boolean {
    const known = within(this.held, subject);
    const before = known.get(condition);
    if (before !== undefined) return before;
    const fresh = this.holdsAnew(condition, subject);
    known.set(condition, fresh);
    return fresh;
  }

  private holdsAnew(condition: Condition, subject: string): boolean {
    if (condition.kind === 'leaf')
      return this.leafHolds(condition, subject, this.board.value(subject, condition.fact));
    const parts = condition.parts.map((part) => this.holds(part, subject));
    if (condition.word === 'all') return parts.every(Boolean);
    return condition.word === 'any' ? parts.some(Boolean) : parts[0] !== true;
  }

  /** Sets of facts that make a condition hold, or not hold. */
  private turning(condition: Condition, subject: string, want: boolean): Ways {
    if (this.holds(condition, subject) === want) return nothingToDo;
    const known = within(this.turned, subject);
    const before = known.get(condition);
    if (before !== undefined) return before;
    const fresh = this.turningAnew(condition, subject, want);
    known.set(condition, fresh);
    return fresh;
  }

  private turningAnew(condition: Condition, subject: string, want: boolean): Ways {
    if (condition.kind === 'leaf') return this.leaf(condition, subject, want);
    if (condition.word === 'not')
      return this.book.union(condition.parts.map((part) => this.turning(part, subject, !want)));
    const ways = condition.parts.map((part) => this.turning(part, subject, want));
    return (condition.word === 'all') === want ? this.book.product(ways) : this.book.union(ways);
  }

  private leaf(leaf: Leaf, subject: string, want: boolean): Ways {
    const entry = this.entry(leaf.fact);
    // Without a name: naming a function costs more than what this one does, and it is made for every leaf.
    if (entry.origin === 'stored' || entry.origin === 'derived')
      return this.through(entry, subject, (value) => this.leafHolds(leaf, subject, value) === want);
    if (entry.type === 'boolean') return this.made(leaf.fact, subject, !this.board.value(subject, leaf.fact));
    this.unfollowed = true;
    return none;
  }

  private stated(entry: FactEntry, subject: string, fits: (value: FactValue) => boolean): Ways {
    const answers = answersOf(entry);
    if (answers.length === 0) this.unfollowed = true;
    const home = entry.scope === 'case' ? caseSubject : subject;
    return answers.filter(fits).map((is) => [this.book.number({ subject: home, fact: entry.id, is })]);
  }

  /** Through a pick to the fact it picked, through an order to the value of that rank. */
  private derived(
    entry: Extract<FactEntry, { origin: 'derived' }>,
    subject: string,
    fits: (value: FactValue) => boolean,
  ): Ways {
    const { derive } = entry;
    if ('pick' in derive) {
      const picked = derive.pick.from[String(this.board.value(subject, derive.pick.by))];
      return picked === undefined ? none : this.through(this.entry(picked), subject, fits);
    }
    if ('order' in derive) {
      const values = this.entry(derive.order.of).values ?? [];
      return this.through(this.entry(derive.order.of), subject, (value) =>
        fits(values.indexOf(String(value))),
      );
    }
    this.unfollowed = true;
    return none;
  }

  private through(entry: FactEntry, subject: string, fits: (value: FactValue) => boolean): Ways {
    if (entry.origin === 'derived') return this.derived(entry, subject, fits);
    return entry.origin === 'stored' ? this.stated(entry, subject, fits) : none;
  }

  /** A fact that pages make: one of them has to fire, or every one that fires has to stop. */
  private made(fact: string, subject: string, want: boolean): Ways {
    const key = `${fact} ${subject} ${want}`;
    const before = this.ways.get(key);
    if (before !== undefined) return before;
    const fresh = this.madeAnew(fact, subject, want);
    this.ways.set(key, fresh);
    return fresh;
  }

  private madeAnew(fact: string, subject: string, want: boolean): Ways {
    const makers = this.makersOf(fact);
    const standing = makers.filter((page) =>
      makesWhile(page, fact, (when) => this.holds(when, this.home(page, subject))),
    );
    if (want ? standing.length > 0 : standing.length === 0) return nothingToDo;
    const ways = (want ? makers : standing).map((page) => {
      const [when] = page.conditions;
      return when === undefined ? none : this.turning(when, this.home(page, subject), want);
    });
    return want ? this.book.union(ways) : this.book.product(ways);
  }

  private entry(fact: string): FactEntry {
    return entryOf(this.board.dictionary, fact);
  }

  private makersOf(fact: string): BoundPage[] {
    return makersIn(this.rules).get(fact) ?? [];
  }

  private home = ({ page }: BoundPage, subject: string): string =>
    page.concerns === 'case' ? caseSubject : subject;

  private leafHolds({ operator, expected, fact }: Leaf, subject: string, value: FactValue): boolean {
    if (operator === 'isKnown' || operator === 'isUnknown') {
      const known = this.board.known(subject, fact) || value !== this.board.value(subject, fact);
      return (operator === 'isKnown') === known;
    }
    const other = expected.kind === 'fact' ? this.board.value(subject, expected.fact) : expected.value;
    return comparisons[operator](value, other);
  }
}

function within<T>(all: Map<string, Map<Condition, T>>, key: string): Map<Condition, T> {
  const known = all.get(key) ?? new Map<Condition, T>();
  all.set(key, known);
  return known;
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
