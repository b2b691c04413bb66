import type { FastifyRequest } from 'fastify';
import { RogatoryError } from '../../contracts/errors.js';
import { standsInFor, type Person, type StandIn, type Store } from '../../store/index.js';

/** A person, and in whose name he or she asks. */
export type Asking = Person & { actingFor?: { personId: string; cases: readonly string[] | null } };

/**
 * A person who names somebody in `Acting-For` asks with the unit and the delegated roles of that person and none of his or
 * her own: one request, one capacity. Throws ACTING_FOR_REFUSED where no delegation holds now.
 */
export async function standingIn(
  { store, clock }: { store: Store; clock: () => Date },
  { headers }: FastifyRequest,
  person: Person,
): Promise<Asking> {
  const named = headers['acting-for'];
  if (named === undefined) return person;
  const held = await standsInFor(store.read, person.id, clock().toISOString());
  const given = held.filter(({ from }) => from.id === named);
  const [first] = given;
  if (!first) throw new RogatoryError('ACTING_FOR_REFUSED');
  const { unitId, state } = first.from;
  const roles = [...new Set(given.map(({ role }) => role))].sort();
  return { ...person, unitId, state, roles, actingFor: { personId: first.from.id, cases: narrowest(given) } };
}

/** Of several delegations of one person the narrowest scope holds for all of them. */
const narrowest = (given: readonly StandIn[]): readonly string[] | null =>
  given.reduce<readonly string[] | null>(
    (kept, { cases }) =>
      kept === null || cases === null ? (kept ?? cases) : kept.filter((id) => cases.includes(id)),
    null,
  );
