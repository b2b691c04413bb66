import type { Truth } from '../rule-set/conditions.js';
import type { Evaluator } from './evaluator.js';
import { kernelOf, type Sheet } from './kernel.js';
import { Nodes } from './nodes.js';
import { holds } from './state.js';

/** The second evaluator: every distinct condition of a level once, as straight-line code. Effects' conditions are among them. */
export const compiledEvaluator: Evaluator = {
  name: 'compiled',
  evaluate(questions, reader) {
    const nodes = new Nodes(() => false);
    const numbers = questions.map(({ condition }) => nodes.numberOf(condition));
    const facts: string[] = [];
    const slotOf = (fact: string): number =>
      facts.includes(fact) ? facts.indexOf(fact) : facts.push(fact) - 1;
    const place = (fact: string) => ({ slot: slotOf(fact), ofItem: false, stored: true });
    const kernel = kernelOf(nodes, [...nodes.list.keys()], place, 'questions');
    const sheet: Sheet = {
      values: facts.map((fact) => reader.value(fact)),
      unsure: facts.map((fact) => (reader.known(fact) ? 0 : 1)),
      states: nodes.list.map(() => 0),
    };
    kernel(sheet, sheet);
    const truthOf = (number: number): Truth => ({
      holds: holds(sheet.states[number]),
      parts: nodes.node(number).parts.map(truthOf),
    });
    return numbers.map(truthOf);
  },
  whens(level, { ofCase, sheets }) {
    level.caseKernel(ofCase, ofCase);
    for (let item = 1; item < sheets.length; item++) level.itemKernel(ofCase, sheets[item] ?? ofCase);
    return undefined;
  },
  ofEffects: () => undefined,
};
