import { compiledEvaluator, frameAnew, resultBy, ruleSetOn } from '../../engine/index.js';
import type { Rules } from '../impact/impact.js';
import { casesBetween, pairsOf } from '../what-if/typical-cases.js';

/** What typical cases of a State come to on one route: whom it leads to, and what shuts it where it does not, by code. */
export type Reach = { leadsTo: ReadonlySet<string>; shutBy: ReadonlyMap<string, number> };

/** One case for each kind of data and pace, towards every custodian and State of the registers, by family of route. */
export async function reachOf(
  state: string,
  rules: Rules,
  asOf: string,
): Promise<ReadonlyMap<string, Reach>> {
  const bound = ruleSetOn(rules.ruleSet, asOf);
  const reach = new Map<string, { leadsTo: Set<string>; shutBy: Map<string, number> }>();
  const of = (route: string) => {
    const family = route.split(/[:(]/)[0] ?? route;
    const known = reach.get(family) ?? { leadsTo: new Set<string>(), shutBy: new Map<string, number>() };
    reach.set(family, known);
    return known;
  };
  for (const { whom, frame } of casesBetween(pairsOf(state, rules.registers), rules)) {
    const anew = frameAnew(frame, { ...rules, asOf, checks: 'ASSUMED' });
    const { steps, alternates } = await resultBy(bound, anew, compiledEvaluator);
    for (const { route } of steps) of(route).leadsTo.add(whom);
    for (const { route, reason } of alternates) {
      const { shutBy } = of(route);
      shutBy.set(reason, (shutBy.get(reason) ?? 0) + 1);
    }
  }
  return reach;
}
