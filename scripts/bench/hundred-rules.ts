import type { FactValue } from '../../contracts/determination.js';
import type { Condition, Leaf } from '../../rules/engine/rule-set/conditions.js';

/** The hundred rules of the comparison: 40 facts, four conditions a rule, drawn with a fixed seed; the outcome is the rule's number. */
export type Workload = {
  fields: readonly Field[];
  rules: readonly Condition[];
  /** Facts of each case, in the order of the fields. */
  cases: readonly (readonly FactValue[])[];
};
export type Field = { id: string; values?: readonly string[]; upTo?: number; decimals?: number };

const fields: readonly Field[] = [
  ...Array.from({ length: 10 }, (_, at) => ({ id: `n${at}`, upTo: 1000, decimals: 0 })),
  ...Array.from({ length: 10 }, (_, at) => ({ id: `d${at}`, upTo: 100, decimals: 2 })),
  ...Array.from({ length: 12 }, (_, at) => ({
    id: `e${at}`,
    values: Array.from({ length: 3 + (at % 4) }, (__, value) => `V${at}${'ABCDEF'[value]}`),
  })),
  ...Array.from({ length: 8 }, (_, at) => ({ id: `b${at}` })),
];

/** Random numbers that are the same everywhere (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function workload(count: number): Workload {
  const random = seeded(20261122);
  const pool = fields.map((field) => Array.from({ length: 6 }, () => leafOn(field, random)));
  const rules = Array.from({ length: 100 }, (): Condition => {
    const drawn = new Set<number>();
    while (drawn.size < 4) drawn.add(Math.floor(random() * fields.length));
    const parts = [...drawn].map((at) => oneOf(pool[at] ?? [], random));
    return { kind: 'group', word: 'all', parts };
  });
  const cases = Array.from({ length: count }, () => fields.map((field) => valueOn(field, random)));
  return { fields, rules, cases };
}

const oneOf = <T>(list: readonly T[], random: () => number): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new RangeError('an empty list');
  return found;
};

const numberOn = ({ upTo = 1, decimals = 0 }: Field, share: number): number =>
  Number((share * upTo).toFixed(decimals));

function valueOn(field: Field, random: () => number): FactValue {
  if (field.values !== undefined) return oneOf(field.values, random);
  return field.upTo === undefined ? random() < 0.5 : numberOn(field, random());
}

function leafOn(field: Field, random: () => number): Leaf {
  const leaf = (operator: Leaf['operator'], value: FactValue): Leaf => ({
    kind: 'leaf',
    fact: field.id,
    operator,
    expected: { kind: 'literal', value },
  });
  if (field.values !== undefined) {
    const some = field.values.filter(() => random() < 0.5);
    return some.length > 1 ? leaf('in', some) : leaf('is', oneOf(field.values, random));
  }
  if (field.upTo === undefined) return leaf('is', random() < 0.5);
  return random() < 0.5
    ? leaf('atLeast', numberOn(field, random() * 0.6))
    : leaf('atMost', numberOn(field, 0.4 + random() * 0.6));
}

export const partsOf = (rule: Condition): readonly Leaf[] =>
  rule.kind === 'group' ? rule.parts.filter((part) => part.kind === 'leaf') : [];

export const literalOf = ({ expected }: Leaf): FactValue =>
  expected.kind === 'literal' ? expected.value : null;
