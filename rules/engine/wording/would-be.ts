import { dataCategories } from '../../../contracts/codes.js';
import type { Frame } from '../../../contracts/determination.js';
import type { WouldBe } from '../../../contracts/route-view.js';
import { termsOf } from '../merge/terms.js';
import type { RouteEntry, RuleSet } from '../rule-set/rule-set.js';
import { needsOf } from './needs.js';
import { approvalsShown, firstClockOf } from './terms-shown.js';

/** What a route that is not taken would be for the items of the case, from the catalogue and its life cycle (C.2, A.9). */
export function wouldBe(ruleSet: RuleSet, frame: Frame, entry: RouteEntry): WouldBe {
  const page = ruleSet.lifeCycles.get(entry.family) ?? named(ruleSet, entry.lifeCycle);
  const held = new Set(frame.items.map(({ facts }) => facts['dataCategory']));
  const categories = dataCategories.filter((category) => held.has(category));
  const terms = page === undefined ? undefined : termsOf(page, { urgency: 'ROUTINE', categories });
  return {
    addressees: addresseesOf(frame, entry),
    basis: [...new Set([...basesOf(entry), ...citedOn(ruleSet, entry)])],
    approvals: approvalsShown(terms?.approvals ?? []),
    firstClock: firstClockOf(terms?.clocks ?? []),
    needs: needsOf(
      frame.items.map(({ id }) => id),
      ruleSet,
      frame,
      entry,
    ),
  };
}

const named = ({ lifeCycles }: RuleSet, name: string) =>
  [...lifeCycles.values()].find(({ family }) => family === name);

function addresseesOf({ items }: Frame, { rows }: RouteEntry): string[] {
  const written = rows.flatMap(({ addressee }) => {
    if (typeof addressee === 'string') return [addressee];
    return items.map(({ facts }) => {
      const known = facts[addressee.fact];
      return typeof known === 'string' ? known : addressee.else;
    });
  });
  return [...new Set(written)];
}

const cited = new WeakMap<RuleSet, ReadonlyMap<string, readonly string[]>>();

/** Bases that pages cite for the route, each under a condition of its own. */
function citedOn(ruleSet: RuleSet, { family }: RouteEntry): readonly string[] {
  const known = cited.get(ruleSet) ?? basesByFamily(ruleSet);
  cited.set(ruleSet, known);
  return known.get(family) ?? [];
}

function basesByFamily({ pages }: RuleSet): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const effect of [...pages.values()].flatMap(({ then }) => then)) {
    if (!('cite' in effect)) continue;
    const [family = ''] = effect.on.split(':');
    found.set(family, [...(found.get(family) ?? []), effect.cite]);
  }
  return found;
}

/** Bases as the rows name them; where treaties lay them, all that the variants may rest on. */
function basesOf({ rows, variants }: RouteEntry): string[] {
  const ofVariants = variants.flatMap(({ basis = [] }) => basis);
  const ofRows = rows.flatMap(({ basis }) => (basis === undefined || 'fact' in basis ? ofVariants : basis));
  return rows.length === 0 ? ofVariants : ofRows;
}
