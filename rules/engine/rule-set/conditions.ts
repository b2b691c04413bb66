import type { FactValue } from '../../../contracts/determination.js';
import {
  operators,
  type Literal,
  type Operator,
  type Other,
  type WrittenCondition,
  type WrittenLeaf,
} from '../schema/words.js';

/** A condition ready to evaluate on one day: parameters replaced by their values, ranks of enums by lists. */
export type Condition = Leaf | Group;
export type Leaf = {
  kind: 'leaf';
  fact: string;
  operator: Operator;
  expected: { kind: 'literal'; value: FactValue } | { kind: 'fact'; fact: string };
  else?: string;
};
export type Group = {
  kind: 'group';
  word: 'all' | 'any' | 'not';
  parts: readonly Condition[];
  else?: string;
};

/** Truth of a condition and of each of its parts, in the order written. Nothing is left out because another part decided. */
export type Truth = { holds: boolean; parts: readonly Truth[] };

export type Binding = {
  parameter(id: string): Literal;
  valuesOf(fact: string): readonly string[] | undefined;
};

export const operatorOf = (leaf: WrittenLeaf): { operator: Operator; other: Other | true } => {
  for (const operator of operators) {
    const other = leaf[operator];
    if (other !== undefined) return { operator, other };
  }
  throw new Error(`no operator on ${leaf.fact}`);
};

/** Binds a written condition to the parameters of a day. */
export function bind(written: WrittenCondition, binding: Binding): Condition {
  if ('fact' in written) return bindLeaf(written, binding);
  const otherwise = written.else === undefined ? {} : { else: written.else };
  if ('all' in written) return group('all', written.all, binding, otherwise);
  if ('any' in written) return group('any', written.any, binding, otherwise);
  return group('not', [written.not], binding, otherwise);
}

const group = (
  word: Group['word'],
  parts: readonly WrittenCondition[],
  binding: Binding,
  otherwise: { else?: string },
): Group => ({
  kind: 'group',
  word,
  parts: parts.map((part) => bind(part, binding)),
  ...otherwise,
});

function bindLeaf(written: WrittenLeaf, binding: Binding): Leaf {
  const { operator, other } = operatorOf(written);
  const otherwise = written.else === undefined ? {} : { else: written.else };
  const leaf = { kind: 'leaf' as const, fact: written.fact, operator, ...otherwise };
  if (other === true) return { ...leaf, expected: { kind: 'literal', value: true } };
  if (isReference(other) && 'fact' in other) return { ...leaf, expected: { kind: 'fact', fact: other.fact } };
  const value = isReference(other) ? binding.parameter(other.parameter) : other;
  const ranked = rank(operator, value, binding.valuesOf(written.fact));
  return { ...leaf, ...(ranked ?? { expected: { kind: 'literal', value } }) };
}

const isReference = (other: Other): other is Exclude<Other, Literal> =>
  typeof other === 'object' && other !== null && !Array.isArray(other);

/** `atLeast` and `atMost` on an enum: one of the values from there on, in declared order. */
function rank(
  operator: Operator,
  value: Literal,
  values: readonly string[] | undefined,
): Pick<Leaf, 'operator' | 'expected'> | undefined {
  if (values === undefined || typeof value !== 'string' || (operator !== 'atLeast' && operator !== 'atMost'))
    return undefined;
  const at = values.indexOf(value);
  return {
    operator: 'in',
    expected: { kind: 'literal', value: operator === 'atLeast' ? values.slice(at) : values.slice(0, at + 1) },
  };
}

/** Every fact that a written condition reads. */
export function factsRead(written: WrittenCondition): string[] {
  if ('all' in written) return written.all.flatMap(factsRead);
  if ('any' in written) return written.any.flatMap(factsRead);
  if ('not' in written) return factsRead(written.not);
  const { other } = operatorOf(written);
  return other !== true && isReference(other) && 'fact' in other
    ? [written.fact, other.fact]
    : [written.fact];
}
