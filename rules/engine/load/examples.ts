import type { FactMap } from '../../../contracts/determination.js';
import { Board, caseSubject } from '../evaluate/board.js';
import { bind, factsRead, type Condition } from '../rule-set/conditions.js';
import { sourcesOf } from '../rule-set/dependencies.js';
import { derive } from '../evaluate/derive.js';
import { entryOf, type Dictionary } from '../rule-set/dictionary.js';
import { groundOf } from '../evaluate/ground.js';
import { stateOf } from '../evaluate/interpret.js';
import { valueOn, type Page, type RuleSet } from '../rule-set/rule-set.js';
import { holds, isUnsure, type State } from '../evaluate/state.js';

export type Example = Page['examples'][number];
export type ExampleOutcome = Example['then'];

const today = '2026-11-21';
const item = 'I1';

/**
 * What a page says of one of its examples: facts given are taken as they stand, derived ones are worked out, all others are
 * unknown. Outside the time in which the page is in force it does not fire.
 */
export function judgeExample(ruleSet: RuleSet, page: Page, example: Example): ExampleOutcome {
  const met = exampleOnBoard(ruleSet, page, example);
  if (met === undefined) return 'does-not-fire';
  const state = met.stateOf(met.when);
  if (isUnsure(state)) return 'unknown';
  return holds(state) ? 'fires' : 'does-not-fire';
}

/** The condition of a page on the day of an example, and the state of each part of it there. */
export type ExampleMet = { when: Condition; stateOf: (part: Condition) => State };

/** A page's condition as it stands in one of its examples; undefined outside the time in which the page is in force. */
export function exampleOnBoard(ruleSet: RuleSet, page: Page, example: Example): ExampleMet | undefined {
  const day = example.on ?? today;
  const { from, until } = page.inForce;
  if (day < from || (until !== undefined && day >= until)) return undefined;
  const board = boardOf(ruleSet.dictionary, example.given, day);
  const subject = page.concerns === 'case' ? caseSubject : item;
  const parameter = (id: string) => {
    const declared = ruleSet.parameters.get(id);
    return (declared && valueOn(declared, day)) ?? null;
  };
  for (const fact of derivedIn(ruleSet.dictionary, factsRead(page.when), example.given)) {
    const entry = entryOf(ruleSet.dictionary, fact);
    if (entry.origin !== 'derived') continue;
    const value = derive(entry, ruleSet.dictionary, {
      value: (id) => board.value(subject, id),
      ofEveryItem: (id) => [board.value(item, id)],
      parameter,
    });
    const unsure = sourcesOf(entry).some((source) => board.unsure(source, board.sheet(item)) === 1);
    board.set(fact, board.sheet(subject), value, unsure);
  }
  const when = bind(page.when, { parameter, valuesOf: (fact) => ruleSet.dictionary.get(fact)?.values });
  return { when, stateOf: (part) => stateOf(part, board, board.sheet(subject)) };
}

function boardOf(dictionary: Dictionary, given: Example['given'], day: string): Board {
  const of = (scope: 'case' | 'item'): FactMap =>
    Object.fromEntries(Object.entries(given).filter(([fact]) => entryOf(dictionary, fact).scope === scope));
  return new Board(
    { asOf: day, case: { asOf: day, ...of('case') }, items: [{ id: item, facts: of('item') }], sources: {} },
    groundOf(dictionary),
  );
}

/** Derived facts that the condition reads, sources first, without those that the example gives. */
function derivedIn(dictionary: Dictionary, read: readonly string[], given: Example['given']): string[] {
  const found = new Set<string>();
  const reach = (fact: string): void => {
    const entry = entryOf(dictionary, fact);
    if (entry.origin !== 'derived' || found.has(fact) || fact in given) return;
    sourcesOf(entry).forEach(reach);
    found.add(fact);
  };
  read.forEach(reach);
  return [...found];
}
