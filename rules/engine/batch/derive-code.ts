import type { FactEntry } from '../rule-set/dictionary.js';
import { none } from './codes.js';
import type { Facts, Slot } from './facts.js';

type Derived = Extract<FactEntry, { origin: 'derived' }>;

/** Look-ups that generated code makes by number: a number of the book in, a whole number out. */
export type Tables = ((code: number) => number)[];

/** Value of a derived fact as an expression on whole numbers; `over` reads every item's sheet. */
export function deriveCode(
  entry: Derived,
  facts: Facts,
  value: (slot: Slot) => string,
  tables: Tables,
  parameter: (id: string) => unknown,
): string {
  const { derive } = entry;
  if ('pick' in derive) return pick(entry, derive.pick, facts, value);
  if ('firstOf' in derive) {
    const list = parameter(derive.firstOf.list);
    return firstOf(entry, derive.firstOf, Array.isArray(list) ? list : [], facts, value, tables);
  }
  if ('days' in derive) {
    const [from, to] = [derive.days.from, derive.days.to].map((fact) => facts.slot(fact));
    if (from?.kind !== 'day' || to?.kind !== 'day')
      throw new RangeError(`${entry.id} counts between dates only`);
    const [a, b] = [value(from), value(to)];
    return `(${a}===${none}||${b}===${none}?${none}:${b}-${a}+${derive.days.plus ?? 0})`;
  }
  if ('order' in derive) {
    const ranks = new Map(
      (facts.slot(derive.order.of).entry.values ?? []).map((one, rank) => [facts.book.word(one), rank]),
    );
    return `tables[${tables.push((code) => ranks.get(code) ?? none) - 1}](${value(facts.slot(derive.order.of))})`;
  }
  return over(entry, derive.over, facts, tables);
}

function pick(
  entry: Derived,
  { by, from, else: otherwise }: { by: string; from: Record<string, string>; else: unknown },
  facts: Facts,
  value: (slot: Slot) => string,
): string {
  const key = facts.slot(by);
  if (key.kind !== 'word') throw new RangeError(`${entry.id} picks by a word only`);
  const end = String(facts.code(entry.id, isValue(otherwise) ? otherwise : null));
  return Object.entries(from).reduceRight((rest, [word, fact]) => {
    const source = facts.slot(fact);
    if (source.kind !== facts.slot(entry.id).kind)
      throw new RangeError(`${entry.id} picks a fact of another kind`);
    const code = key.entry.type === 'boolean' ? facts.book.word(word === 'true') : facts.book.word(word);
    return `(${value(key)}===${code}?${value(source)}:${rest})`;
  }, end);
}

const isValue = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function firstOf(
  entry: Derived,
  { in: set, else: otherwise }: { in: string; else: unknown },
  list: readonly unknown[],
  facts: Facts,
  value: (slot: Slot) => string,
  tables: Tables,
): string {
  const source = facts.slot(set);
  const words = list.filter((one): one is string => typeof one === 'string');
  const end = facts.code(entry.id, isValue(otherwise) ? otherwise : null);
  const first = (code: number): number => {
    const found = words.find((one) => facts.membersIn(set, code).includes(one));
    return found === undefined ? end : facts.book.word(found);
  };
  const known = new Map<number, number>();
  const table = (code: number): number => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const fresh = first(code);
    known.set(code, fresh);
    return fresh;
  };
  return `tables[${tables.push(table) - 1}](${value(source)})`;
}

/** Over the sheets of all items, which generated code knows as `items`, with their number as `n`. */
function over(
  entry: Derived,
  { items: word, fact, is = true }: Extract<Derived['derive'], { over: unknown }>['over'],
  facts: Facts,
  tables: Tables,
): string {
  const source = facts.slot(fact);
  const each = `items[i][${source.slot}]`;
  const fold = (start: number | string, step: string): string =>
    `(()=>{let r=${start};for(let i=0;i<n;i++){${step}}return r;})()`;
  const wanted = word === 'union' ? none : facts.code(fact, is);
  switch (word) {
    case 'any':
      return fold(0, `if(${each}===${wanted})r=1;`);
    case 'none':
      return fold(1, `if(${each}===${wanted})r=0;`);
    case 'all':
      return fold('n>0?1:0', `if(${each}!==${wanted})r=0;`);
    case 'count':
      return fold(0, `if(${each}===${wanted})r++;`);
    case 'min':
      return fold(none, `if(${each}!==${none}&&(r===${none}||${each}<r))r=${each};`);
    case 'max':
      return fold(none, `if(${each}>r)r=${each};`);
    case 'union':
      return fold(0, `r|=tables[${tables.push(bitsIn(entry, source, facts)) - 1}](${each});`);
  }
}

/** Bits of one item's word or set in the set of the case. */
const bitsIn =
  (entry: Derived, source: Slot, facts: Facts) =>
  (code: number): number => {
    if (source.kind === 'mask' || source.kind === 'set')
      return facts.mask(entry.id, facts.membersIn(source.entry.id, code));
    const word = facts.book.wordOf(code);
    return typeof word === 'string' ? facts.mask(entry.id, [word]) : 0;
  };
