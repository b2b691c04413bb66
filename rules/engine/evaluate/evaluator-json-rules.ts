import { readAlike } from './alike.js';
import type { Board } from './board.js';
import type { Condition, Truth } from '../rule-set/conditions.js';
import type { Reader } from '../rule-set/operators.js';
import type { Evaluator } from './evaluator.js';
import { isAnswer, Panel, type Answer } from './json-rules-panel.js';
import type { Sheet } from './kernel.js';
import type { Nodes } from './nodes.js';
import type { Level } from './program.js';
import { groupState, holds, leafState, type State } from './state.js';

/**
 * The authority on record. Every fact is there with an explicit value, so that nothing is missing; there is one priority, so
 * that every leaf is evaluated; paths into facts do not exist. Answers are taken from the result trees by rule name. A
 * condition that reads the case only is asked once, not for every item; the conditions of effects are asked where a page of
 * the level fired that has some.
 */
export const jsonRulesEvaluator: Evaluator = {
  name: 'json-rules-engine',
  async evaluate(questions, reader) {
    const panel = new Panel(questions.map(({ condition }) => condition));
    const answers = await panel.ask(reader, [...questions.keys()]);
    return questions.map(({ condition }, index) => truthOf(condition, answers[index]));
  },
  async whens(level, board, nodes) {
    const { whensOfCase, whensOfItem } = asksOf(level, nodes, board);
    await whensOfCase.ask([board.ofCase], board);
    await whensOfItem.ask(board.sheets.slice(1), board);
  },
  ofEffects(level, fired, board, nodes) {
    const asking = fired.filter(({ page }) => page.numbers.length > 1);
    if (asking.length === 0) return undefined;
    const { effectsOfCase, effectsOfItem } = asksOf(level, nodes, board);
    const sheets = new Set(asking.map(({ sheet }) => sheet));
    sheets.delete(board.ofCase);
    return effectsOfCase.ask([board.ofCase], board).then(() => effectsOfItem.ask([...sheets], board));
  },
};

type Asks = Record<'whensOfCase' | 'whensOfItem' | 'effectsOfCase' | 'effectsOfItem', Ask>;
const asks = new WeakMap<Level, Asks>();

/** What is asked at a level: apart what reads the case only, and what reads an item. */
function asksOf(level: Level, nodes: Nodes, board: Board): Asks {
  const known = asks.get(level);
  if (known !== undefined) return known;
  const pages = [...level.ofCase, ...level.ofItem];
  const ask = (numbers: readonly number[], ofItem: boolean): Ask =>
    new Ask(
      [...new Set(numbers)].filter((number) => nodes.node(number).ofItem === ofItem),
      nodes,
      board,
    );
  const whens = pages.map(({ when }) => when);
  const effects = pages.flatMap(({ numbers }) => numbers.slice(1));
  const fresh = {
    whensOfCase: ask(whens, false),
    whensOfItem: ask(whens, true),
    effectsOfCase: ask(effects, false),
    effectsOfItem: ask(effects, true),
  };
  asks.set(level, fresh);
  return fresh;
}

/** A condition of the program with the places of what it reads. */
type Part = { number: number; ofItem: boolean; condition: Condition; parts: readonly Part[] };

/** A condition that is asked, in its place: slots that it reads of an item, and its parts that stand on an item's sheet. */
type Root = { place: number; part: Part; reads: readonly number[]; numbers: readonly number[] };

/** Conditions of a program that are asked together, and written on the sheets as the engine answers. */
class Ask {
  private readonly panel: Panel;
  private readonly roots: readonly Root[];

  constructor(numbers: readonly number[], nodes: Nodes, board: Board) {
    this.roots = numbers.map((number, place) => rootOf(number, place, nodes, board));
    this.panel = new Panel(this.roots.map(({ part }) => part.condition));
  }

  async ask(sheets: readonly Sheet[], board: Board): Promise<void> {
    if (this.roots.length === 0) return;
    const before = this.roots.map((): Sheet[] => []);
    for (const sheet of sheets) {
      const asked = this.roots.filter((root) => !isAnswered(root, sheet, before[root.place] ?? []));
      const reader: Reader = {
        value: (fact) => board.read(fact, sheet),
        known: (fact) => board.isKnown(fact, sheet),
      };
      const answers = await this.panel.ask(
        reader,
        asked.map(({ place }) => place),
      );
      for (const { place, part } of asked) take(part, answers[place], sheet, board);
    }
  }
}

function rootOf(number: number, place: number, nodes: Nodes, board: Board): Root {
  const numbers = [...nodes.within(number)].filter((part) => nodes.node(part).ofItem);
  const reads = nodes.readsOfItem(number).map((fact) => board.slot(fact));
  return { place, part: partOf(number, nodes), reads, numbers };
}

/** Whether an item before reads the same: its answers are then this item's too. Else this item is one of those before. */
function isAnswered({ reads, numbers }: Root, sheet: Sheet, before: Sheet[]): boolean {
  const alike = before.find((other) => readAlike(reads, sheet, other));
  if (alike === undefined) before.push(sheet);
  else for (const number of numbers) sheet.states[number] = alike.states[number] ?? 0;
  return alike !== undefined;
}

function partOf(number: number, nodes: Nodes): Part {
  const { condition, ofItem, parts } = nodes.node(number);
  return { number, ofItem, condition, parts: parts.map((part) => partOf(part, nodes)) };
}

/** The truth is the engine's; whether an assumption had a part in it is read from the sheets. */
function take(part: Part, answer: unknown, sheet: Sheet, board: Board): State {
  if (!isAnswer(answer) || typeof answer.result !== 'boolean')
    throw new Error('a condition was left unanswered');
  const state =
    part.condition.kind === 'leaf'
      ? leaf(part.condition, answer.result, sheet, board)
      : group(part, answer, sheet, board);
  if (holds(state) !== answer.result) throw new Error('a group and its parts were answered differently');
  (part.ofItem ? sheet : board.ofCase).states[part.number] = state;
  return state;
}

function group({ condition, parts }: Part, answer: Answer, sheet: Sheet, board: Board): State {
  if (condition.kind === 'leaf') throw new Error('a leaf is no group');
  const found = partsOf(condition.word, answer);
  return groupState(
    condition.word,
    parts.map((part, index) => take(part, found[index], sheet, board)),
  );
}

function partsOf(word: 'all' | 'any' | 'not', { all, any, not }: Answer): readonly unknown[] {
  const found = word === 'not' ? [not] : word === 'any' ? any : all;
  if (!Array.isArray(found)) throw new Error('a group was left unanswered');
  return found;
}

function leaf(
  { fact, operator, expected }: Extract<Condition, { kind: 'leaf' }>,
  held: boolean,
  sheet: Sheet,
  board: Board,
): State {
  if (operator === 'isKnown' || operator === 'isUnknown') return leafState(held, 0);
  const other = expected.kind === 'fact' ? board.unsure(expected.fact, sheet) : 0;
  return leafState(held, board.unsure(fact, sheet) | other);
}

function truthOf(condition: Condition, answer: unknown): Truth {
  if (!isAnswer(answer) || typeof answer.result !== 'boolean')
    throw new Error('a condition was left unanswered');
  if (condition.kind === 'leaf') return { holds: answer.result, parts: [] };
  const found = partsOf(condition.word, answer);
  return { holds: answer.result, parts: condition.parts.map((part, index) => truthOf(part, found[index])) };
}
