import type { Outcome } from '../../engine/evaluate/run.js';
import type { Sheet } from '../../engine/evaluate/kernel.js';
import type { PlannedPage } from '../../engine/evaluate/program.js';
import { holds, type State } from '../../engine/evaluate/state.js';
import { exampleOnBoard } from '../../engine/load/examples.js';
import type { Condition } from '../../engine/rule-set/conditions.js';
import type { Page, RuleSet } from '../../engine/rule-set/rule-set.js';

/** State of the part of a condition that stands at a place; of the condition itself where the place is empty. */
export type StateAt = (at: readonly number[]) => State;

/** A condition (`S02 when`, `S02 then.1.when`) as it came out once, and where: in an example or a case. */
export type Sighting = { condition: string; by: string; stateAt: StateAt };

/** A page's condition in each of its examples. The conditions of effects are read in cases only. */
export const inExamples = (page: Page, ruleSet: RuleSet): Sighting[] =>
  page.examples.flatMap((example) => {
    const met = exampleOnBoard(ruleSet, page, example);
    if (met === undefined) return [];
    const stateAt: StateAt = (at) => met.stateOf(at.reduce(partOf, met.when));
    return [{ condition: `${page.id} when`, by: `"${example.says}"`, stateAt }];
  });

/** The conditions of every page in a case that was run, subject by subject; of effects where their page fires. */
export const inCase = (id: string, outcome: Outcome): Sighting[] => {
  const { ofCase, sheets } = outcome.board;
  return outcome.program.levels.flatMap((level) => [
    ...level.ofCase.flatMap((page) => ofPage(page, ofCase, id, outcome)),
    ...level.ofItem.flatMap((page) => sheets.slice(1).flatMap((sheet) => ofPage(page, sheet, id, outcome))),
  ]);
};

function ofPage(planned: PlannedPage, sheet: Sheet, by: string, { program, board }: Outcome): Sighting[] {
  const { page } = planned.bound;
  const stateOf = (number: number): State =>
    (program.nodes.node(number).ofItem ? sheet : board.ofCase).states[number] ?? 0;
  const stateFrom =
    (top: number): StateAt =>
    (at) =>
      stateOf(at.reduce((number, part) => program.nodes.node(number).parts[part] ?? number, top));
  return [
    { condition: `${page.id} when`, by, stateAt: stateFrom(planned.when) },
    ...(holds(stateOf(planned.when)) ? planned.effects : []).flatMap(({ when }, index) =>
      when === undefined
        ? []
        : [{ condition: `${page.id} then.${index}.when`, by, stateAt: stateFrom(when) }],
    ),
  ];
}

const partOf = (condition: Condition, part: number): Condition =>
  condition.kind === 'leaf' ? condition : (condition.parts[part] ?? condition);
