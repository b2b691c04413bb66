import type { ScenarioFacts, ScenarioItem, ScenarioState } from './dialect.js';
import type { Entry, Ledger } from './ledger.js';

/** The case as the rules read it. */
export type Case = {
  facts: ScenarioFacts;
  ledger: Ledger;
  /** Stage as read: an unknown one is a pre-case check (M05). */
  stage: NonNullable<ScenarioFacts['proceedings']['stage']>;
  emergency: boolean;
  wantsEvidence: boolean;
  /** INTERPOL is not open: G05, G06, G07 or G09 turned it off. */
  interpolOff: boolean;
  /** Remove blockers that stand for every item. */
  bars: Bar[];
};

/** A Remove blocker as it works on routes. */
export type Bar = { code: string; covers: (route: string, measure: string) => boolean };

/** What is concluded about one item, in the order of B.18. */
export type View = {
  item: ScenarioItem;
  known: boolean;
  name: string;
  state: string | null;
  relation: ScenarioState | undefined;
  usLaw: boolean;
  financial: boolean;
  realTime: boolean;
  settledBy: string | null;
  /** Left after phase 3: item gates and phases 4 to 9 apply. */
  left: boolean;
  /** Settled by L02, L04 or L05, but the data would be gone: S01 to S07 alone apply. */
  securedOnly: boolean;
  bars: Bar[];
  epoc: boolean;
  edr: boolean;
  answers: boolean;
  direct: boolean;
  mlaNeeded: boolean;
  intendsMla: boolean;
  preserve: boolean;
  reasons: Map<string, Set<string>>;
};

const nobodyAbroad = ['OSINT', 'CONSENT', 'DOMESTIC'];
export const familyOf = (route: string): string => route.split(':')[0] ?? route;

/** Bar of a scope of H.3: `ALL`, `ALL_CUSTODIAN`, or a route with its variants. */
export function bar(code: string, scope: string): Bar {
  if (scope === 'ALL') return { code, covers: () => true };
  if (scope === 'ALL_CUSTODIAN') return { code, covers: (route) => !nobodyAbroad.includes(familyOf(route)) };
  return { code, covers: (route) => route === scope || route.startsWith(`${scope}:`) };
}

export function shut(view: View, family: string, ...reasons: string[]): void {
  const known = view.reasons.get(family) ?? new Set<string>();
  reasons.forEach((reason) => known.add(reason));
  view.reasons.set(family, known);
}

export const barsOn = (view: View, route: string, measure: string): Bar[] =>
  view.bars.filter((each) => each.covers(route, measure));

/** Plans a step of an item unless a Remove blocker covers it; says whether it is planned. */
export function offer(c: Case, view: View, entry: Entry): boolean {
  const bars = barsOn(view, entry.route, entry.measure);
  if (bars.length > 0) {
    shut(view, familyOf(entry.route), ...bars.map((each) => each.code));
    return false;
  }
  c.ledger.entries.push({ item: view.item.id, entry });
  return true;
}

/** Is a route of the family, with one of the measures if given, planned for the item? */
export function planned(c: Case, view: View, family: string, ...anyOf: string[]): boolean {
  return c.ledger.entries.some(
    ({ item, entry }) =>
      item === view.item.id &&
      familyOf(entry.route) === family &&
      (anyOf.length === 0 || anyOf.includes(entry.measure)),
  );
}

export const bothParty = (view: View, instrument: string): boolean =>
  view.relation?.bothParty.includes(instrument) ?? false;

export const volatile = (view: View): boolean =>
  view.item.volatility === 'HIGH' || view.item.volatility === 'IMMINENT_LOSS';

const levels = ['NONE', 'PROSECUTOR', 'COURT'] as const;
export const below = (obtained: (typeof levels)[number], required: (typeof levels)[number]): boolean =>
  levels.indexOf(obtained) < levels.indexOf(required);

/** G17: authorisation below the level of the category; a level nobody wrote down is `COURT` (A.7). */
export function lacksAuthorisation(c: Case, view: View): boolean {
  const { obtained, required } = c.facts.authorisation;
  return below(obtained, required[view.item.dataCategory] ?? 'COURT');
}
