import {
  Engine,
  Rule,
  type ConditionProperties,
  type NestedCondition,
  type TopLevelCondition,
} from 'json-rules-engine';
import type { FactValue } from '../../contracts/determination.js';
import type { Condition, Leaf, Truth } from './conditions.js';
import type { Evaluator, Named } from './evaluator.js';
import { comparisons, type Reader } from './operators.js';

const knownFact = (fact: string): string => `known:${fact}`;

/**
 * The authority on record. Every run gets an Engine of its own (one that runs twice at once loses rules); every fact is
 * there with an explicit value, so that nothing is missing; there is one priority, so that every leaf is evaluated; paths
 * into facts do not exist. Answers are taken from the result trees by rule name, in the order of the questions.
 */
export const jsonRulesEvaluator: Evaluator = {
  name: 'json-rules-engine',
  async evaluate(questions, reader) {
    if (questions.length === 0) return [];
    const engine = new Engine([], { pathResolver: refusePath });
    for (const [name, compare] of Object.entries(comparisons)) {
      engine.addOperator<FactValue, FactValue>(name, (seen, expected) => compare(seen, expected));
    }
    const facts = new Set<string>();
    for (const question of questions) {
      collect(question.condition, facts);
      engine.addRule(ruleOf(question));
    }
    for (const fact of facts) engine.addFact(fact, valueOf(fact, reader));
    const { results, failureResults } = await engine.run();
    const byName = new Map([...results, ...failureResults].map((result) => [result.name, result.conditions]));
    return questions.map(({ name, condition }) => truthOf(condition, wrapped(byName.get(name))));
  },
};

const refusePath = (): never => {
  throw new Error('paths into facts are not part of the vocabulary');
};

const valueOf = (fact: string, reader: Reader): FactValue =>
  fact.startsWith('known:') ? reader.known(fact.slice('known:'.length)) : reader.value(fact);

/** A rule of the engine holds no state, but a result is written onto it: it is made anew for every run. */
const ruleOf = ({ name, condition }: Named): Rule =>
  new Rule({ name, conditions: translatedTop(condition), event: { type: name } });

const translations = new WeakMap<Condition, TopLevelCondition>();

/** The engine keeps no result on a rule's own group: every condition stands inside an `all` of one. */
function translatedTop(condition: Condition): TopLevelCondition {
  const known = translations.get(condition);
  if (known !== undefined) return known;
  const fresh = { all: [translated(condition)] };
  translations.set(condition, fresh);
  return fresh;
}

const translated = (condition: Condition): NestedCondition =>
  condition.kind === 'leaf' ? translatedLeaf(condition) : translatedGroup(condition.word, condition.parts);

function translatedGroup(word: 'all' | 'any' | 'not', parts: readonly Condition[]): TopLevelCondition {
  const [only] = parts;
  if (word === 'not' && only !== undefined) return { not: translated(only) };
  return word === 'any' ? { any: parts.map(translated) } : { all: parts.map(translated) };
}

function translatedLeaf({ fact, operator, expected }: Leaf): ConditionProperties {
  if (operator === 'isKnown') return { fact: knownFact(fact), operator: 'is', value: true };
  if (operator === 'isUnknown') return { fact: knownFact(fact), operator: 'is', value: false };
  return { fact, operator, value: expected.kind === 'fact' ? { fact: expected.fact } : expected.value };
}

function collect(condition: Condition, into: Set<string>): void {
  if (condition.kind === 'group') {
    for (const part of condition.parts) collect(part, into);
    return;
  }
  const ofKnowing = condition.operator === 'isKnown' || condition.operator === 'isUnknown';
  into.add(ofKnowing ? knownFact(condition.fact) : condition.fact);
  if (condition.expected.kind === 'fact') into.add(condition.expected.fact);
}

/** Node of a result tree, as the engine returns it. */
type Result = { result?: boolean | undefined; all?: unknown; any?: unknown; not?: unknown };

const isResult = (value: unknown): value is Result => typeof value === 'object' && value !== null;

const wrapped = (result: unknown): unknown =>
  isResult(result) && Array.isArray(result.all) ? result.all[0] : undefined;

function truthOf(condition: Condition, result: unknown): Truth {
  if (!isResult(result) || typeof result.result !== 'boolean')
    throw new Error('a condition was left unanswered');
  if (condition.kind === 'leaf') return { holds: result.result, parts: [] };
  const answers =
    condition.word === 'not' ? [result.not] : condition.word === 'any' ? result.any : result.all;
  if (!Array.isArray(answers)) throw new Error('a group was left unanswered');
  return { holds: result.result, parts: condition.parts.map((part, index) => truthOf(part, answers[index])) };
}
