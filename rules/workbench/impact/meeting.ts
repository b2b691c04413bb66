import type { Decided, Part } from '../../engine/batch/index.js';

/**
 * What a change of rules does to a case, the gravest first: other steps; something new that stands in the way; other clocks,
 * signatures or forms; anything else, such as a blocker that falls away, a safeguard, a duty or a further legal basis.
 */
export const kinds = [
  'changed-plan',
  'new-blocker',
  'changed-deadline',
  'changed-otherwise',
  'unchanged',
] as const;
export type Kind = (typeof kinds)[number];

export type Meeting =
  | { kind: 'unchanged' }
  | {
      kind: Exclude<Kind, 'unchanged'>;
      /** First page, in the order of evaluation, that speaks differently; `null` where no page does: the catalogue or a life cycle. */
      firstRule: string | null;
      gains: readonly string[];
      loses: readonly string[];
      /** `CODE:SCOPE` of each blocker that is new. */
      blockers: readonly string[];
    };

/** Under which of the kinds a case falls whose outcomes differ in these parts. */
export function kindOf(was: Decided, is: Decided, differ: readonly Part[]): Kind {
  if (differ.includes('steps')) return 'changed-plan';
  if (more(was.blockers, is.blockers) || more(was.missingFacts, is.missingFacts) || moreHeld(was, is))
    return 'new-blocker';
  if (differ.includes('terms')) return 'changed-deadline';
  return differ.length > 0 ? 'changed-otherwise' : 'unchanged';
}

const more = (was: readonly string[], is: readonly string[]): boolean => is.some((one) => !was.includes(one));

const moreHeld = (was: Decided, is: Decided): boolean => more(holdsOf(was), holdsOf(is));

const holdsOf = ({ lots }: Decided): string[] =>
  lots.flatMap(({ route, addressee, items, holds }) =>
    items.flatMap((item) => holds.map((hold) => `${route}|${addressee}|${item}|${hold}`)),
  );
