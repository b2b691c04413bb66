import type { Registers } from './model.js';
import type { Regime } from './schema.js';
import { covering, trust, visible, type Asking } from './trust.js';

/** Membership of a State in a union on a day, with the word that makes it doubtful. */
export type Membership = { code: string; ref: string; is: 'in' | 'doubtful'; at: string | undefined };

/**
 * Unions a State belongs to on the day, by code (`EU`, `EEA`, `EU_E_EVIDENCE` for bound by Regulation 2023/1543).
 * Observers, associates and former members are not members. Age of an entry is no reason for doubt here unless the
 * caller asks for it: membership is left only by a public act.
 */
export function membershipsOf(registers: Registers, state: string, asking: Asking): Membership[] {
  return Object.entries(registers.unions).flatMap(([id, union]) => {
    const ref = `unions/${id}#${state}`;
    const group = visible(union.members, asking, registers.compiledOn).find((entry) => entry.since[state]);
    if (!group) return [];
    const since = group.since[state];
    const begins = since === 'unknown' ? '' : (since ?? '');
    if (!covering([{ since: begins, until: group.until?.[state] }], asking.asOf)) return [];
    const trusted = trust({ ref, entry: group }, { ...asking, checks: 'ASSUMED' });
    return [{ code: union.code, ref, is: trusted.sure ? 'in' : 'doubtful', at: group.lastChecked }];
  });
}

/** Codes of the unions a State surely belongs to on the day, sorted. */
export const unionsOf = (registers: Registers, state: string, asking: Asking): string[] =>
  membershipsOf(registers, state, asking)
    .filter((membership) => membership.is === 'in')
    .map((membership) => membership.code)
    .sort();

/**
 * Foreign-law regimes that bind custodians seated in a State on the day: its own law and the law of its unions.
 * Rules cite a regime (`custodian.regimes includes US-SCA`), never a State.
 */
export function regimesOf(registers: Registers, state: string, asking: Asking): readonly Regime[] {
  const codes = new Set(unionsOf(registers, state, asking));
  const unions = Object.entries(registers.unions)
    .filter(([, union]) => codes.has(union.code))
    .map(([id]) => id);
  const own = registers.states.get(state)?.law.regimes ?? [];
  const shared = registers.unionLaw.filter((regime) => unions.includes(regime.appliesTo ?? ''));
  return visible([...own, ...shared], asking, registers.compiledOn).filter((regime) =>
    covering([regime], asking.asOf),
  );
}

/** Codes of the regimes, sorted: the value of a fact. */
export const regimeCodes = (registers: Registers, state: string, asking: Asking): string[] =>
  regimesOf(registers, state, asking)
    .map((regime) => regime.code)
    .sort();

const order = ['bars', 'unknown', 'conditions', 'allows'] as const;

/**
 * What the law of the custodian's seat does with a request that comes straight from a foreign authority: the worst
 * effect over all its regimes. `unknown` where no regime speaks of the route and category.
 */
export function directRequestEffect(
  registers: Registers,
  query: Asking & { seat: string; route: string; category: string },
): (typeof order)[number] {
  const effects = regimesOf(registers, query.seat, query)
    .flatMap((regime) => regime.effects)
    .filter((entry) => entry.requester === undefined && entry.route === query.route)
    .filter((entry) => entry.categories.includes('ALL') || entry.categories.includes(query.category))
    .map((entry) => entry.effect);
  return order.find((effect) => effects.includes(effect)) ?? 'unknown';
}
