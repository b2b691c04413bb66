import { Engine, Rule, type ConditionProperties, type NestedCondition } from 'json-rules-engine';
import type { FactValue } from '../../../contracts/determination.js';
import type { Board } from './board.js';
import type { Condition, Leaf, Truth } from '../rule-set/conditions.js';
import type { Evaluator } from './evaluator.js';
import type { Sheet } from './kernel.js';
import type { Nodes } from './nodes.js';
import { comparisons, type Reader } from '../rule-set/operators.js';
import { groupState, holds, leafState, type State } from './state.js';

/**
 * The authority on record. Every run gets an Engine of its own (one that runs twice at once loses rules); every fact is
 * there with an explicit value, so that nothing is missing; there is one priority, so that every leaf is evaluated; paths
 * into facts do not exist. Answers are taken from the result trees by rule name. A condition that reads the case only is
 * asked once, not for every item; the conditions of effects are asked of pages that fired.
 */
export const jsonRulesEvaluator: Evaluator = {
  name: 'json-rules-engine',
  evaluate: (questions, reader) =>
    answers(
      questions.map(({ condition }) => condition),
      reader,
    ),
  async whens({ ofCase, ofItem }, board, nodes) {
    const asked = [...ofCase, ...ofItem].map(({ when }) => when);
    const questions = (reads: boolean): Set<number> =>
      new Set(asked.filter((number) => nodes.node(number).ofItem === reads));
    await ask(questions(false), board.ofCase, board, nodes);
    for (const sheet of board.sheets.slice(1)) await ask(questions(true), sheet, board, nodes);
  },
  ofEffects(fired, board, nodes) {
    const asked = new Map<Sheet, Set<number>>();
    for (const { page, sheet } of fired) {
      for (const number of page.numbers.slice(1)) {
        const home = nodes.node(number).ofItem ? sheet : board.ofCase;
        asked.set(home, (asked.get(home) ?? new Set()).add(number));
      }
    }
    return asked.size === 0 ? undefined : askEach(asked, board, nodes);
  },
};

async function askEach(
  asked: ReadonlyMap<Sheet, ReadonlySet<number>>,
  board: Board,
  nodes: Nodes,
): Promise<void> {
  for (const [sheet, numbers] of asked) await ask(numbers, sheet, board, nodes);
}

const refusePath = (): never => {
  throw new Error('paths into facts are not part of the vocabulary');
};

/** Writes the states of conditions and of all their parts on the sheets, as the engine answers for one subject. */
async function ask(numbers: ReadonlySet<number>, sheet: Sheet, board: Board, nodes: Nodes): Promise<void> {
  const conditions = [...numbers].map((number) => nodes.node(number).condition);
  const writing = new Writing(sheet, board, nodes);
  const truths = await answers(conditions, writing);
  conditions.forEach((condition, index) => writing.take(condition, truths[index]));
}

async function answers(conditions: readonly Condition[], reader: Reader): Promise<readonly Truth[]> {
  if (conditions.length === 0) return [];
  const engine = new Engine([], { pathResolver: refusePath });
  for (const [name, compare] of Object.entries(comparisons)) {
    engine.addOperator<FactValue, FactValue>(name, (seen, expected) => compare(seen, expected));
  }
  const asked = conditions.map(questionOf);
  for (const { rule } of new Set(asked)) engine.addRule(rule);
  for (const fact of new Set(asked.flatMap(({ facts }) => facts)))
    engine.addFact(fact, valueOf(fact, reader));
  const { results, failureResults } = await engine.run();
  const byName = new Map([...results, ...failureResults].map((result) => [result.name, result.conditions]));
  return asked.map(({ name, condition }) => truthOf(condition, wrapped(byName.get(name))));
}

const valueOf = (fact: string, reader: Reader): FactValue =>
  fact.startsWith('known:') ? reader.known(fact.slice('known:'.length)) : reader.value(fact);

type Question = { name: string; condition: Condition; rule: Rule; facts: readonly string[] };

const questions = new WeakMap<Condition, Question>();

/** A rule of the engine, made once: a run works on copies of its conditions and leaves nothing on it. */
function questionOf(condition: Condition): Question {
  const known = questions.get(condition);
  if (known !== undefined) return known;
  const name = `condition ${(made += 1)}`;
  // The engine keeps no result on a rule's own group: every condition stands inside an `all` of one.
  const rule = new Rule({ name, conditions: { all: [translated(condition)] }, event: { type: name } });
  const facts = new Set<string>();
  collect(condition, facts);
  const fresh = { name, condition, rule, facts: [...facts] };
  questions.set(condition, fresh);
  return fresh;
}

let made = 0;

const knownFact = (fact: string): string => `known:${fact}`;

function translated(condition: Condition): NestedCondition {
  if (condition.kind === 'leaf') return translatedLeaf(condition);
  const { word, parts } = condition;
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
  const found = condition.word === 'not' ? [result.not] : condition.word === 'any' ? result.any : result.all;
  if (!Array.isArray(found)) throw new Error('a group was left unanswered');
  return { holds: result.result, parts: condition.parts.map((part, index) => truthOf(part, found[index])) };
}

/** Facts of one subject as the engine reads them, and its answers as states. */
class Writing implements Reader {
  private readonly sheet: Sheet;
  private readonly board: Board;
  private readonly nodes: Nodes;

  constructor(sheet: Sheet, board: Board, nodes: Nodes) {
    this.sheet = sheet;
    this.board = board;
    this.nodes = nodes;
  }

  value(fact: string): FactValue {
    return this.board.read(fact, this.sheet);
  }

  known(fact: string): boolean {
    return this.board.isKnown(fact, this.sheet);
  }

  /** The truth is the engine's; whether an assumption had a part in it is read from the sheets. */
  take(condition: Condition, truth: Truth | undefined): State {
    if (truth === undefined) throw new Error('a condition was left unanswered');
    const state = condition.kind === 'leaf' ? this.leaf(condition, truth) : this.group(condition, truth);
    if (holds(state) !== truth.holds) throw new Error('a group and its parts were answered differently');
    const number = this.nodes.numberOf(condition);
    (this.nodes.node(number).ofItem ? this.sheet : this.board.ofCase).states[number] = state;
    return state;
  }

  private group({ word, parts }: Extract<Condition, { kind: 'group' }>, truth: Truth): State {
    return groupState(
      word,
      parts.map((part, index) => this.take(part, truth.parts[index])),
    );
  }

  private leaf({ fact, operator, expected }: Leaf, truth: Truth): State {
    if (operator === 'isKnown' || operator === 'isUnknown') return leafState(truth.holds, 0);
    const { board, sheet } = this;
    const other = expected.kind === 'fact' ? board.unsure(expected.fact, sheet) : 0;
    return leafState(truth.holds, board.unsure(fact, sheet) | other);
  }
}
