import type { Frame } from '../../../contracts/determination.js';
import type { StepView } from '../../../contracts/route-view.js';
import type { RouteEntry, RuleSet } from '../rule-set/rule-set.js';

/** Facts the document cannot do without and that nobody has given (A.9). */
export function needsOf(
  items: readonly string[],
  { dictionary }: RuleSet,
  frame: Frame,
  { needsToDispatch }: RouteEntry,
): StepView['needs'] {
  return needsToDispatch.flatMap((fact) => {
    const entry = dictionary.get(fact);
    if (entry === undefined || entry.origin !== 'stored') return [];
    const subjects = entry.scope === 'case' ? ['case'] : items;
    return subjects
      .filter((subject) => !given(frame, subject, fact))
      .map((subject) => ({ fact, question: entry.question, subject }));
  });
}

/** A set of identifiers is also given where only their types are known to the rules; a window that is missing is not. */
function given(frame: Frame, subject: string, fact: string): boolean {
  const facts = subject === 'case' ? frame.case : frame.items.find(({ id }) => id === subject)?.facts;
  const value = facts?.[fact] ?? facts?.[`${fact}.types`];
  return (
    value !== undefined &&
    value !== null &&
    value !== 'MISSING' &&
    !(Array.isArray(value) && value.length === 0)
  );
}
