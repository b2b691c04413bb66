import type { Registers } from './model.js';
import { resolveAgreements } from './agreements.js';
import { resolveRequestedState } from './requested-state.js';
import { channelStanding, together, treatyStanding, type Standing } from './standing.js';
import {
  covering,
  earliest,
  nothing,
  settle,
  toConfirm,
  trust,
  visible,
  type Asking,
  type Resolved,
} from './trust.js';

/** The two States of an item, and what the answer may depend on. States are ISO 3166-1 alpha-2. */
export type RelationQuery = Asking & {
  requestingState: string;
  requestedState: string;
  /** Data category of the item: some conditions of the requested State hold for some measures only. */
  dataCategory?: string;
};

/**
 * Facts between two States by specification A.8 and H.8: `relation.bothParty`, `relation.channels.*`, conditions of
 * the requested State. What is stale, of low confidence or unknown never applies: it is left out and listed.
 */
export function resolveRelation(registers: Registers, query: RelationQuery): Resolved {
  const resolved = nothing();
  resolveTreaties(registers, query, resolved);
  resolveAgreements(registers, query, resolved);
  resolveChannels(registers, query, resolved);
  resolveRequestedState(registers, query, resolved);
  settleDoubts(resolved, query);
  settleAge(resolved, query);
  return resolved;
}

function resolveTreaties(registers: Registers, query: RelationQuery, resolved: Resolved): void {
  const states = [query.requestingState, query.requestedState] as const;
  const common: Standing[] = [];
  const codes = new Map<string, Standing['is']>();
  const parties = new Map<string, Set<string>>(states.map((state) => [state, new Set<string>()]));
  const others = new Map<string, Set<string>>(states.map((state) => [state, new Set<string>()]));
  const partyTo = (state: string): string[] =>
    [...(parties.get(state) ?? [])].filter((code) => !others.get(state)?.has(code)).sort();
  for (const [id, { code }] of Object.entries(registers.instruments)) {
    if (!code) continue;
    const sides = states.map((state) => treatyStanding(registers, state, id, query));
    states.forEach((state, side) => {
      if (sides[side]?.is === 'in') parties.get(state)?.add(code);
      else others.get(state)?.add(code);
    });
    const both = together(sides);
    codes.set(code, weaker(codes.get(code), both.is));
    if (both.is === 'in') common.push(...sides);
    for (const doubt of both.doubts) addDoubt(resolved, 'relation.bothParty', code, doubt);
  }
  const bothParty = [...codes].filter(([, is]) => is === 'in').map(([code]) => code);
  const at = earliest(common.map((side) => side.at));
  const refs = states.map((state) => `treaties/${state}`);
  settle(resolved, 'relation.bothParty', laterAgreement(bothParty), refs, at);
  settle(resolved, 'relation.requestingPartyTo', partyTo(states[0]), refs.slice(0, 1), at);
  settle(resolved, 'relation.requestedPartyTo', partyTo(states[1]), refs.slice(1), at);
}

/** A code that stands for several conventions is common only where all of them are. */
function weaker(before: Standing['is'] | undefined, now: Standing['is']): Standing['is'] {
  if (before === undefined) return now;
  const order = ['out', 'doubtful', 'in'] as const;
  return order[Math.min(order.indexOf(before), order.indexOf(now))] ?? 'out';
}

/** Of the two agreements on offences in information technology the later one counts where both are common (H.8). */
const laterAgreement = (codes: readonly string[]): string[] =>
  codes.filter((code) => code !== 'CIS_IT_2001' || !codes.includes('CIS_IT_2018')).sort();

function resolveChannels(registers: Registers, query: RelationQuery, resolved: Resolved): void {
  for (const [id, channel] of Object.entries(registers.channels.channels)) {
    if (channel.open === 'pair') continue;
    const states =
      channel.open === 'both' ? [query.requestingState, query.requestedState] : [query.requestedState];
    const sides = states.map((state) => channelStanding(registers, state, id, query));
    const both = together(sides);
    const fact = `relation.channels.${id}`;
    for (const doubt of both.doubts) addDoubt(resolved, fact, true, doubt);
    if (both.is === 'doubtful') continue;
    const refs = sides.map((side) => side.ref);
    settle(resolved, fact, both.is === 'in', refs, earliest(sides.map((side) => side.at)));
  }
  resolveLiaison(registers, query, resolved);
}

function resolveLiaison(registers: Registers, query: RelationQuery, resolved: Resolved): void {
  const fact = 'relation.channels.liaison';
  const pair = [query.requestingState, query.requestedState].sort();
  const rows = registers.channels.liaison.filter((row) => [...row.states].sort().join() === pair.join());
  const row = covering(visible(rows, query, registers.compiledOn), query.asOf);
  const ref = `liaison/${pair.join('-')}`;
  if (!row || row.status === 'unknown') {
    const says = row?.body ?? 'no post is known for these two States';
    addDoubt(resolved, fact, true, { is: 'doubtful', ref, at: row?.lastChecked, why: 'UNKNOWN', says });
    return;
  }
  const trusted = trust({ ref, entry: row }, query);
  if (trusted.sure) settle(resolved, fact, row.status === 'member', [ref], trusted.at);
  else {
    const says = row.body ?? row.status;
    addDoubt(resolved, fact, true, {
      is: 'doubtful',
      ref,
      at: trusted.at ?? undefined,
      why: trusted.why,
      says,
    });
  }
}

/** Lists a standing as the reason why a fact stays unknown. */
export function addDoubt(resolved: Resolved, fact: string, value: string | boolean, doubt: Standing): void {
  resolved.doubtful.push({
    fact,
    value,
    ref: doubt.ref,
    why: doubt.why ?? 'UNKNOWN',
    lastChecked: doubt.at ?? null,
    says: doubt.says,
  });
}

/** `relation.doubtful`: treaty codes and fact names that question M14 is about, sorted. */
function settleDoubts(resolved: Resolved, query: RelationQuery): void {
  const names = resolved.doubtful.map((doubt) =>
    doubt.fact === 'relation.bothParty' ? String(doubt.value) : doubt.fact.replace('relation.', ''),
  );
  const refs = [`states/${query.requestingState}`, `states/${query.requestedState}`];
  settle(resolved, 'relation.doubtful', [...new Set(names)].sort(), refs, undefined);
}

/**
 * `relation.lastChecked` is the oldest date among the entries that decided something or would have, so that its age
 * opens question M14. Where age is set aside it is not said.
 */
function settleAge(resolved: Resolved, query: RelationQuery): void {
  const checks = query.checks ?? 'CONFIRMED';
  const refs = [`states/${query.requestingState}`, `states/${query.requestedState}`];
  const decided = Object.values(resolved.sources).map((source) => source.at);
  const open = resolved.doubtful.map((doubt) => doubt.lastChecked ?? undefined);
  const oldest = earliest([...decided, ...open]);
  if (oldest && checks === 'CONFIRMED') settle(resolved, 'relation.lastChecked', oldest, refs, oldest);
  if (checks === 'CONFIRMED')
    settle(resolved, 'relation.toConfirm', toConfirm(resolved, query), refs, undefined);
  settle(resolved, 'relation.inForceCheck', checks, refs, oldest);
}
