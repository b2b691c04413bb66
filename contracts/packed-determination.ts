import type { Determination, Explained, RuleOutcome } from './determination.js';

type Told = Omit<RuleOutcome, 'subject' | 'fired' | 'reading' | 'condition' | 'standing'>;

/**
 * A determination as it is stored and passed between threads. In a case of many items the same page says the same of most of
 * them: pages and conditions stand once, and each outcome names them by number.
 */
export type PackedDetermination = Omit<Determination, 'explanation'> & {
  explanation: {
    pages: readonly Told[];
    conditions: readonly Explained[];
    /** Number of the page, subject, fired, reading, number of the condition, effects that stand. */
    outcomes: readonly (readonly [
      number,
      string,
      boolean,
      RuleOutcome['reading'],
      number,
      (readonly number[])?,
    ])[];
  };
};

/** Packs a determination; a condition that stands with several outcomes is one, and was one object before. */
export function pack({ explanation, ...rest }: Determination): PackedDetermination {
  const pages = new Once<string, Told>();
  const conditions = new Once<Explained, Explained>();
  const outcomes = explanation.map(({ subject, fired, reading, condition, standing, ...page }) => {
    const told = pages.numberOf(page.page, page);
    const outcome = [told, subject, fired, reading, conditions.numberOf(condition, condition)] as const;
    return standing === undefined ? outcome : ([...outcome, standing] as const);
  });
  return { ...rest, explanation: { pages: pages.all, conditions: conditions.all, outcomes } };
}

/** What was packed, equal to what it was; outcomes of equal conditions share them. */
export function unpack({ explanation, ...rest }: PackedDetermination): Determination {
  const { pages, conditions, outcomes } = explanation;
  return {
    ...rest,
    explanation: outcomes.map(([number, subject, fired, reading, condition, standing]) => {
      const { rule, page, title, kind, status, because } = at(pages, number);
      const of = at(conditions, condition);
      const outcome = { rule, page, title, kind, status, subject, fired, reading, because, condition: of };
      return standing === undefined ? outcome : { ...outcome, standing };
    }),
  };
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`a packed determination names ${index} of ${list.length}`);
  return found;
}

/** Values in the order in which their keys came, each once. */
class Once<Key, T> {
  readonly all: T[] = [];
  private readonly numbers = new Map<Key, number>();

  numberOf(key: Key, value: T): number {
    const number = this.numbers.get(key) ?? this.all.push(value) - 1;
    this.numbers.set(key, number);
    return number;
  }
}
