import type { Condition, Leaf, Truth } from './conditions.js';
import type { Evaluator } from './evaluator.js';
import { comparisons, type Reader } from './operators.js';

type Compiled = (reader: Reader) => Truth;

const yes: Truth = { holds: true, parts: [] };
const no: Truth = { holds: false, parts: [] };

/** Each condition becomes one function, made when it is first asked and kept as long as the condition lives. */
const made = new WeakMap<Condition, Compiled>();

function compiled(condition: Condition): Compiled {
  const known = made.get(condition);
  if (known !== undefined) return known;
  const fresh =
    condition.kind === 'leaf'
      ? compileLeaf(condition)
      : compileGroup(condition.word, condition.parts.map(compiled));
  made.set(condition, fresh);
  return fresh;
}

function compileLeaf({ fact, operator, expected }: Leaf): Compiled {
  if (operator === 'isKnown') return (reader) => (reader.known(fact) ? yes : no);
  if (operator === 'isUnknown') return (reader) => (reader.known(fact) ? no : yes);
  const compare = comparisons[operator];
  if (expected.kind === 'fact') {
    const other = expected.fact;
    return (reader) => (compare(reader.value(fact), reader.value(other)) ? yes : no);
  }
  const value = expected.value;
  return (reader) => (compare(reader.value(fact), value) ? yes : no);
}

function compileGroup(word: 'all' | 'any' | 'not', parts: readonly Compiled[]): Compiled {
  return (reader) => {
    const truths = parts.map((part) => part(reader));
    const holds =
      word === 'all'
        ? truths.every((truth) => truth.holds)
        : word === 'any'
          ? truths.some((truth) => truth.holds)
          : !truths[0]?.holds;
    return { holds, parts: truths };
  };
}

/** Truth of one condition, at once. */
export const truthOn = (condition: Condition, reader: Reader): Truth => compiled(condition)(reader);

/** The second evaluator: the same conditions as plain functions, for counterfactuals and to check the first. */
export const compiledEvaluator: Evaluator = {
  name: 'compiled',
  evaluate: (questions, reader) => questions.map(({ condition }) => truthOn(condition, reader)),
};
