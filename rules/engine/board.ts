import type { FactMap, FactValue, Frame } from '../../contracts/determination.js';
import { entryOf, type Dictionary, type FactEntry } from './dictionary.js';
import type { Reader } from './operators.js';

export const caseSubject = 'case';

/**
 * Everything known about one run: values by subject and fact. An item reads the case for facts of the case.
 * A stored fact that nobody has answered reads as the dictionary assumes; `certain` says whether an assumption had a part.
 */
export class Board {
  readonly subjects: readonly string[];
  private readonly values = new Map<string, Map<string, FactValue>>();
  private readonly doubted = new Map<string, Set<string>>();
  private readonly given: ReadonlyMap<string, FactMap>;
  readonly dictionary: Dictionary;

  constructor(frame: Frame, dictionary: Dictionary) {
    this.dictionary = dictionary;
    this.given = new Map([
      [caseSubject, frame.case],
      ...frame.items.map((item) => [item.id, item.facts] as const),
    ]);
    this.subjects = [caseSubject, ...frame.items.map((item) => item.id)];
    for (const subject of this.subjects) {
      this.values.set(subject, new Map());
      this.doubted.set(subject, new Set());
    }
  }

  get items(): readonly string[] {
    return this.subjects.slice(1);
  }

  set(subject: string, fact: string, value: FactValue, certain: boolean): void {
    this.values.get(subject)?.set(fact, value);
    if (!certain) this.doubted.get(subject)?.add(fact);
  }

  value(subject: string, fact: string): FactValue {
    const entry = entryOf(this.dictionary, fact);
    const at = this.homeOf(subject, entry);
    const worked = this.values.get(at)?.get(fact);
    if (worked !== undefined) return worked;
    const answered = this.answer(at, entry);
    return answered === undefined ? assumed(entry) : answered;
  }

  /** Whether somebody has answered. What the engine works out is always known. */
  known(subject: string, fact: string): boolean {
    const entry = entryOf(this.dictionary, fact);
    return entry.origin !== 'stored' || this.answer(this.homeOf(subject, entry), entry) !== undefined;
  }

  /** Whether no assumption had a part in the value. */
  certain(subject: string, fact: string): boolean {
    const entry = entryOf(this.dictionary, fact);
    if (entry.origin === 'stored') return this.known(subject, fact);
    return this.doubted.get(this.homeOf(subject, entry))?.has(fact) !== true;
  }

  reader(subject: string): Reader {
    return { value: (fact) => this.value(subject, fact), known: (fact) => this.known(subject, fact) };
  }

  homeOf(subject: string, entry: FactEntry): string {
    return entry.scope === 'case' ? caseSubject : subject;
  }

  /** `null` is an answer where it means "none", and no answer where it means "unknown". */
  private answer(at: string, entry: FactEntry): FactValue | undefined {
    const value = this.given.get(at)?.[entry.id];
    if (value === null && entry.origin === 'stored' && entry.nullMeans === 'unknown') return undefined;
    return value;
  }
}

function assumed(entry: FactEntry): FactValue {
  if (entry.origin === 'concluded') return entry.else;
  if (entry.origin !== 'stored') return false;
  return typeof entry.whenUnknown === 'object' && entry.whenUnknown !== null && 'refuse' in entry.whenUnknown
    ? null
    : entry.whenUnknown;
}
