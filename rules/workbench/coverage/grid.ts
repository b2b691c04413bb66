import type { Frame } from '../../../contracts/determination.js';
import { RogatoryError } from '../../../contracts/errors.js';
import { compiledEvaluator, resultBy, ruleSetOn, type Result, type RuleSet } from '../../engine/index.js';
import { sinceEver } from '../../engine/rule-set/rule-set.js';
import { isUnserved } from './unserved.js';

/** A typical case on a day of the law on which it has no answer, or two. */
export type Hole = { id: string; day: string; says: string };
export type Grid = { cases: number; days: readonly string[]; holes: readonly Hole[] };

/**
 * Typical cases on every day on which the law changes and on the day before: each item is served, or is told why not.
 * A figure that is not known on the day, and two values for one conclusion, are holes too.
 */
export async function temporalGrid(
  ruleSet: RuleSet,
  cases: readonly { id: string; frame: Frame }[],
): Promise<Grid> {
  const days = boundaries(ruleSet);
  const holes: Hole[] = [];
  for (const day of days)
    for (const { id, frame } of cases) {
      const says = await holeOn(day, frame, ruleSet);
      if (says !== undefined) holes.push({ id, day, says });
    }
  return { cases: cases.length, days, holes };
}

/** Days on which a page or a figure begins or ends, and the days before, as far back as the rules reach. */
export function boundaries({ pages, parameters }: RuleSet): string[] {
  const changes = [
    ...[...pages.values()].flatMap(({ inForce: { from, until } }) => [from, until ?? from]),
    ...[...parameters.values()].flatMap(({ values }) => values.map(({ from }) => from)),
  ];
  const days = changes.flatMap((day) => [dayBefore(day), day]).filter((day) => day >= sinceEver);
  return [...new Set(days)].sort();
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

async function holeOn(day: string, frame: Frame, ruleSet: RuleSet): Promise<string | undefined> {
  try {
    const then = { ...frame, asOf: day, case: { ...frame.case, asOf: day } };
    return unserved(await resultBy(ruleSetOn(ruleSet, day), then, compiledEvaluator), then, ruleSet);
  } catch (error) {
    if (error instanceof RogatoryError) return error.publicText;
    throw error;
  }
}

/** Items that have neither a route nor a reason, where some rule speaks at all. */
function unserved(result: Result, { items }: Frame, { catalogue }: RuleSet): string | undefined {
  if (result.blockers.some(({ items: blocked }) => blocked.length === 0)) return undefined;
  const silent = items.filter(({ id }) => isUnserved(result, id, catalogue));
  return silent.length === 0 || result.firedRules.length === 0
    ? undefined
    : `${silent.map(({ id }) => id).join(', ')}: neither a route nor a reason`;
}
