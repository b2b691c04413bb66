import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import type { FactValue } from '../../contracts/determination.js';
import type { Leaf } from '../../rules/engine/rule-set/conditions.js';
import { kernelOf, type Sheet } from '../../rules/engine/evaluate/kernel.js';
import { Nodes } from '../../rules/engine/evaluate/nodes.js';
import { comparisons } from '../../rules/engine/rule-set/operators.js';
import { literalOf, partsOf, type Workload } from './hundred-rules.js';

/** Rules that match a case, sorted. */
export type Matches = (at: number) => Promise<readonly number[]> | readonly number[];

/** An engine on the hundred rules, with that many cases already in the form it likes best. */
type Make = (workload: Workload, count: number) => Matches;

const objects = ({ fields, cases }: Workload, count: number): Record<string, FactValue>[] =>
  cases
    .slice(0, count)
    .map((facts) => Object.fromEntries(fields.map(({ id }, at) => [id, facts[at] ?? null])));

/** Ours: every distinct condition once, its truth and reading kept on the sheet. */
export const ours: Make = ({ fields, rules, cases }) => {
  const nodes = new Nodes(() => false);
  const numbers = rules.map((rule) => nodes.numberOf(rule));
  const places = new Map(fields.map(({ id }, slot) => [id, { slot, ofItem: false, stored: true }]));
  const placeOf = (fact: string) => places.get(fact) ?? { slot: -1, ofItem: false, stored: true };
  const kernel = kernelOf(nodes, [...nodes.list.keys()], placeOf, 'hundred-rules');
  const rows = cases.map((facts) => facts.slice());
  const sheet: Sheet = { values: [], unsure: fields.map(() => 0), states: nodes.list.map(() => 0) };
  return (at) => {
    sheet.values = rows[at] ?? [];
    kernel(sheet, sheet);
    const found: number[] = [];
    for (let rule = 0; rule < numbers.length; rule++)
      if (((sheet.states[numbers[rule] ?? 0] ?? 0) & 1) === 1) found.push(rule);
    return found;
  };
};

export const jsonRules: Make = (workload, count) => {
  const facts = objects(workload, count);
  return async (at) => {
    const engine = new Engine();
    for (const [name, compare] of Object.entries(comparisons))
      engine.addOperator<FactValue, FactValue>(name, (seen, expected) => compare(seen, expected));
    for (const [rule, condition] of workload.rules.entries())
      engine.addRule({
        conditions: {
          all: partsOf(condition).map((leaf) => ({
            fact: leaf.fact,
            operator: leaf.operator,
            value: literalOf(leaf),
          })),
        },
        event: { type: String(rule) },
      });
    const { events } = await engine.run(facts[at]);
    return events.map(({ type }) => Number(type)).sort((a, b) => a - b);
  };
};

/** What the engine builds, typed as narrowly as it is used. */
const asTest = (built: unknown): ((data: unknown) => unknown) => {
  if (typeof built !== 'function') throw new TypeError('json-logic-engine built no function');
  return (data) => Reflect.apply(built, undefined, [data]) as unknown;
};

export const jsonLogic: Make = (workload, count) => {
  const facts = objects(workload, count);
  const engine = new LogicEngine();
  const words: Partial<Record<Leaf['operator'], string>> = {
    is: '===',
    atLeast: '>=',
    atMost: '<=',
    in: 'in',
  };
  const built = workload.rules.map((rule): ((data: unknown) => unknown) =>
    asTest(
      engine.build({
        and: partsOf(rule).map((leaf) => ({
          [words[leaf.operator] ?? '']: [{ var: leaf.fact }, literalOf(leaf)],
        })),
      }),
    ),
  );
  return (at) => built.flatMap((matches, rule) => (matches(facts[at]) === true ? [rule] : []));
};
