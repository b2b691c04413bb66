import { Engine, Rule, type ConditionProperties, type NestedCondition } from 'json-rules-engine';
import type { FactValue } from '../../../contracts/determination.js';
import type { Condition, Leaf } from '../rule-set/conditions.js';
import { comparisons, type Reader } from '../rule-set/operators.js';
import { isList } from '../rule-set/value-types.js';

/** Node of a result tree, as the engine returns it. */
export type Answer = { result?: boolean | undefined; all?: unknown; any?: unknown; not?: unknown };

/** An engine made ready, a rule for each condition, those that it runs at present, and whose facts it reads. */
type Seat = { engine: Engine; rules: readonly Rule[]; asked: readonly number[]; reader: Reader };

/** What a leaf is compared with. A list stands behind a function: the engine copies lists member by member at every run. */
type Expected = FactValue | (() => readonly string[]);

const nobody: Reader = { value: () => null, known: () => false };

/**
 * Conditions that are asked together, as rules of json-rules-engine. An engine is made once and used again, by one run at a
 * time: one that runs twice at once loses rules. It reads every fact anew from the reader of its run, and keeps none.
 */
export class Panel {
  private readonly conditions: readonly Condition[];
  private readonly free: Seat[] = [];

  constructor(conditions: readonly Condition[]) {
    this.conditions = conditions;
  }

  /** The engine's answers, at the numbers of the conditions that are asked. */
  async ask(reader: Reader, asked: readonly number[]): Promise<readonly Answer[]> {
    if (asked.length === 0) return [];
    const seat = this.free.pop() ?? seatFor(this.conditions);
    seat.reader = reader;
    leaveOnly(asked, seat);
    const { results, failureResults } = await seat.engine.run();
    seat.reader = nobody;
    this.free.push(seat);
    const answers: Answer[] = [];
    for (const { name, conditions, result } of [...results, ...failureResults])
      answers[Number(name)] = this.answer(Number(name), conditions, result === true);
    return answers;
  }

  /** A leaf stands inside an `all` of one; the result of a rule's own group stands on the rule. */
  private answer(index: number, root: Answer, result: boolean): Answer {
    if (this.conditions[index]?.kind !== 'leaf') return { ...root, result };
    const all: unknown = root.all;
    const leaf: unknown = Array.isArray(all) ? all[0] : undefined;
    return isAnswer(leaf) ? leaf : {};
  }
}

export const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null;

const refusePath = (): never => {
  throw new Error('paths into facts are not part of the vocabulary');
};

/** The rules that the engine runs are those that are asked. */
function leaveOnly(asked: readonly number[], seat: Seat): void {
  const { engine, rules } = seat;
  for (const number of seat.asked) engine.removeRule(ruleAt(rules, number));
  for (const number of asked) engine.addRule(ruleAt(rules, number));
  seat.asked = asked;
}

function ruleAt(rules: readonly Rule[], number: number): Rule {
  const rule = rules[number];
  if (rule === undefined) throw new RangeError(`there is no condition ${number}`);
  return rule;
}

function seatFor(conditions: readonly Condition[]): Seat {
  const engine = new Engine([], { pathResolver: refusePath });
  const rules = conditions.map(ruleFor);
  const seat: Seat = { engine, rules, asked: [], reader: nobody };
  for (const [name, compare] of Object.entries(comparisons))
    engine.addOperator<FactValue, Expected>(name, (seen, expected) =>
      compare(seen, typeof expected === 'function' ? expected() : expected),
    );
  const facts = new Set<string>();
  for (const condition of conditions) collect(condition, facts);
  for (const fact of facts) engine.addFact(fact, () => valueOf(fact, seat.reader), { cache: false });
  return seat;
}

function ruleFor(condition: Condition, number: number): Rule {
  const written = translated(condition);
  const root = 'all' in written || 'any' in written || 'not' in written ? written : { all: [written] };
  return new Rule({ name: String(number), conditions: root, event: { type: 'answered' } });
}

const known = 'known:';
const valueOf = (fact: string, reader: Reader): FactValue =>
  fact.startsWith(known) ? reader.known(fact.slice(known.length)) : reader.value(fact);

function translated(condition: Condition): NestedCondition {
  if (condition.kind === 'leaf') return translatedLeaf(condition);
  const { word, parts } = condition;
  const [only] = parts;
  if (word === 'not' && only !== undefined) return { not: translated(only) };
  return word === 'any' ? { any: parts.map(translated) } : { all: parts.map(translated) };
}

function translatedLeaf({ fact, operator, expected }: Leaf): ConditionProperties {
  if (operator === 'isKnown') return { fact: known + fact, operator: 'is', value: true };
  if (operator === 'isUnknown') return { fact: known + fact, operator: 'is', value: false };
  if (expected.kind === 'fact') return { fact, operator, value: { fact: expected.fact } };
  const { value } = expected;
  return { fact, operator, value: isList(value) ? () => value : value };
}

function collect(condition: Condition, into: Set<string>): void {
  if (condition.kind === 'group') {
    for (const part of condition.parts) collect(part, into);
    return;
  }
  const { fact, operator, expected } = condition;
  into.add(operator === 'isKnown' || operator === 'isUnknown' ? known + fact : fact);
  if (expected.kind === 'fact') into.add(expected.fact);
}
