import type { Registers } from './model.js';
import type { Entity, Provider } from './schema-providers.js';
import { unionsOf } from './law.js';
import { covering, type Asking } from './trust.js';

/** Which company of a provider is addressed, and why in words an officer can repeat. */
export type Pick =
  | { found: true; entity: Entity; index: number; unclear: boolean; because: string }
  | { found: false; because: string };

type Query = Asking & { service: string; userPlace?: string };
type Candidate = { entity: Entity; index: number };

/**
 * The entity that answers for the place of the user on the day: one that names the State, else one whose union the
 * State belongs to, else the one for all others. Without a place only a provider with a single addressee is picked.
 */
export function pickEntity(registers: Registers, provider: Provider, query: Query): Pick {
  const addressees = candidates(provider, query);
  if (addressees.length === 0)
    return { found: false, because: `${provider.name} names no addressee for this service` };
  const [only] = addressees;
  if (only && addressees.length === 1 && only.entity.answersFor?.includes('ALL')) {
    return picked(only, query, `it answers for ${only.entity.says}`);
  }
  if (!query.userPlace)
    return { found: false, because: 'the addressee depends on the place of the user: ask for it' };
  const place = query.userPlace;
  const unions = unionsOf(registers, place, query);
  const ranked = [[place], unions, ['ALL'], ['OTHERS']];
  for (const words of ranked) {
    const hit = addressees.find(({ entity }) => entity.answersFor?.some((word) => words.includes(word)));
    if (hit) return picked(hit, query, `for a user in ${place}: ${hit.entity.says}`);
  }
  return {
    found: false,
    because: `no company of ${provider.name} says that it answers for users in ${place}`,
  };
}

function candidates(provider: Provider, query: Query): Candidate[] {
  const current = provider.entities
    .map((entity, index) => ({ entity, index }))
    .filter(({ entity }) => entity.answersFor !== undefined && covering([entity], query.asOf));
  const wanted = query.service.toLowerCase();
  const special = current.filter(({ entity }) =>
    entity.services?.some((name) => name.toLowerCase() === wanted),
  );
  return special.length > 0
    ? special
    : current.filter(({ entity }) => !entity.services || isWhole(provider, wanted));
}

const isWhole = (provider: Provider, wanted: string): boolean =>
  [provider.name, provider.provider, provider.names[0] ?? ''].some((name) => name.toLowerCase() === wanted);

const picked = ({ entity, index }: Candidate, query: Query, because: string): Pick => ({
  found: true,
  entity,
  index,
  unclear: query.userPlace !== undefined && (entity.notClear ?? []).includes(query.userPlace),
  because,
});
