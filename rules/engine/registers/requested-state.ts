import type { FactValue } from '../../../contracts/determination.js';
import type { Registers } from './model.js';
import type { Sourced } from './schema.js';
import { covering, settle, trust, visible, type Asking, type Resolved } from './trust.js';

type Query = Asking & { requestedState: string; dataCategory?: string };
/** What an entry says about a fact; undefined when it says nothing that may be used. */
type Said = { fact: string; part: string; value: FactValue | undefined; entry: Sourced | undefined };

const dualCriminality = { yes: true, no: false, 'coercive-only': true } as const;
const reciprocity = { yes: true, no: false } as const;
const abolitionist = { abolished: true, moratorium: false, retained: false } as const;
const lookUp = (table: Readonly<Record<string, boolean>>, word: string | undefined): boolean | undefined =>
  word === undefined ? undefined : table[word];

/** Conditions that the law of the requested State puts on assistance (A.8): a moratorium is no abolition. */
export function resolveRequestedState(registers: Registers, query: Query, resolved: Resolved): void {
  const state = registers.states.get(query.requestedState);
  const help = state?.assistance;
  const statute = state?.law.blockingStatute;
  const budapest = covering(
    visible(state?.treaties['budapest'] ?? [], query, registers.compiledOn),
    query.asOf,
  );
  const said: Said[] = [
    {
      fact: 'dcRequired',
      part: 'dualCriminality',
      value: lookUp(dualCriminality, help?.dualCriminality.required),
      entry: help?.dualCriminality,
    },
    {
      fact: 'reciprocity',
      part: 'reciprocity',
      value: lookUp(reciprocity, help?.reciprocity.accepted),
      entry: help?.reciprocity,
    },
    {
      fact: 'abolitionist',
      part: 'deathPenalty',
      value: lookUp(abolitionist, help?.deathPenalty.status),
      entry: help?.deathPenalty,
    },
    {
      fact: 'minPenaltyMonths',
      part: 'minPenalty',
      value: threshold(help?.minPenalty, query),
      entry: help?.minPenalty,
    },
    { fact: 'language', part: 'languages', value: help?.languages.accepted[0], entry: help?.languages },
    { fact: 'languages', part: 'languages', value: help?.languages.accepted, entry: help?.languages },
    {
      fact: 'blockingStatute',
      part: 'blockingStatute',
      value: statute?.value === 'unknown' ? undefined : statute?.value,
      entry: statute,
    },
  ];
  if (budapest?.status === 'party') {
    said.push({
      fact: 'dcReservation29_4',
      part: 'budapest.29(4)',
      value: budapest.reservation29_4,
      entry: budapest,
    });
  }
  for (const one of said) weigh(one, query, resolved);
}

/** Months; null when there is no threshold for this category; undefined when it is not known. */
function threshold(
  entry: { months?: number | 'none' | undefined; categories?: string[] | undefined } | undefined,
  query: Query,
): FactValue | undefined {
  if (entry?.months === undefined) return undefined;
  if (entry.months === 'none') return null;
  const concerns = !query.dataCategory || !entry.categories || entry.categories.includes(query.dataCategory);
  return concerns ? entry.months : null;
}

function weigh({ fact, part, value, entry }: Said, query: Query, resolved: Resolved): void {
  const ref = `states/${query.requestedState}#${part}`;
  const name = `relation.${fact}`;
  if (!entry || value === undefined) {
    const says = entry?.note ?? 'the register does not say';
    resolved.doubtful.push({
      fact: name,
      ref,
      why: 'UNKNOWN',
      lastChecked: entry?.lastChecked ?? null,
      says,
    });
    return;
  }
  const trusted = trust({ ref, entry }, query);
  if (trusted.sure) return settle(resolved, name, value, [ref], trusted.at);
  const says = entry.note ?? 'confirm with the source';
  resolved.doubtful.push({ fact: name, value, ref, why: trusted.why, lastChecked: trusted.at, says });
}
