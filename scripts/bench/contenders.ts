import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import type { FactValue } from '../../contracts/determination.js';
import type { Leaf } from '../../rules/engine/rule-set/conditions.js';
import { Decider, Layout } from '../../rules/engine/batch/index.js';
import { ruleSetOn } from '../../rules/engine/index.js';
import { comparisons } from '../../rules/engine/rule-set/operators.js';
import { asOf, asPages, frameOf } from './as-pages.js';
import { literalOf, partsOf, type Workload } from './hundred-rules.js';

/** Rules that match a case, sorted. */
export type Matches = (at: number) => Promise<readonly number[]> | readonly number[];

/** An engine on the hundred rules, with that many cases already in the form it likes best. */
export type Make = (workload: Workload, count: number) => Matches;

const objects = ({ fields, cases }: Workload, count: number): Record<string, FactValue>[] =>
  cases
    .slice(0, count)
    .map((facts) => Object.fromEntries(fields.map(({ id }, at) => [id, facts[at] ?? null])));

/**
 * Ours: the rules as pages, read and checked as any others, on packed cases. Every distinct condition is worked out once and
 * its truth kept on the sheets.
 */
export const ours: Make = (workload, count) => {
  const { into } = packedOurs(workload, count, 'every');
  const found = new Uint8Array(workload.rules.length);
  return (at) => {
    const end = into(at, found, 0);
    const matches: number[] = [];
    for (let place = 0; place < end; place++) matches.push(found[place] ?? 0);
    return matches;
  };
};

/** Ours with the matches of all cases side by side in one array: each writes its own behind those before and says where it ends. */
export function packedOurs(workload: Workload, count: number, truths: 'every' | 'read again') {
  const rules = ruleSetOn(asPages(workload), asOf);
  const layout = new Layout([rules]);
  const decider = new Decider(rules, layout, truths);
  const size = layout.size(0);
  const cells = new Int32Array(size * count);
  for (let at = 0; at < count; at++) cells.set(layout.pack(frameOf(workload, at)), at * size);
  const into = (at: number, found: Uint8Array, from: number): number => {
    const { pagesOfCase } = decider.evaluate(cells, at * size, 0);
    let end = from;
    for (let word = 0; word < pagesOfCase.length; word++)
      for (let bits = pagesOfCase[word] ?? 0; bits !== 0; bits &= bits - 1)
        found[end++] = word * 32 + 31 - Math.clz32(bits & -bits);
    return end;
  };
  return { into };
}

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
