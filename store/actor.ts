import type { SensitiveKind } from '../contracts/access.js';
import type { Role } from '../contracts/codes.js';

/** Who did it: a natural person in one role, a machine, a part of the system, or somebody who could not be identified. */
export type Actor =
  | {
      kind: 'person';
      personId: string;
      role: Role;
      /** In whose name, under a registered delegation. */
      onBehalfOf?: string;
      /** The claim that showed a second factor when the person signed in. */
      factor?: string;
    }
  | { kind: 'machine'; serviceId: string }
  | { kind: 'system'; component: string }
  | { kind: 'unidentified'; seenAs: string };

/** Every verb that changes the store takes one: who, when (ISO 8601, UTC), and why in own words. */
export type Act = { actor: Actor; at: string; reason?: string };
export type PersonAct = Act & { actor: Extract<Actor, { kind: 'person' }> };

/** What a row says of the person who wrote it. */
export const byWhom = ({ actor }: PersonAct) => ({
  byPerson: actor.personId,
  role: actor.role,
  onBehalfOf: actor.onBehalfOf ?? null,
});

/** Whom an act speaks for: the person, and in whose name he or she stands in. */
export const namesOf = ({ actor }: PersonAct): readonly string[] =>
  actor.onBehalfOf === undefined ? [actor.personId] : [actor.personId, actor.onBehalfOf];

/** Whether one name stands in both. Nobody is a second person by standing in, or by being stood in for. */
export const sameName = (act: PersonAct, row: { byPerson: string; onBehalfOf: string | null }): boolean =>
  namesOf(act).some((name) => name === row.byPerson || name === row.onBehalfOf);

/** Act of a part of the system at this instant. */
export const systemAct = (component: string, at: string): Act => ({
  actor: { kind: 'system', component },
  at,
});

/** What one act of reading came across, and the reason that was given for it. Collected by the store. */
export type Opening = { readonly reason: string | null; cases: Set<string>; kinds: Set<SensitiveKind> };

/**
 * Who reads: what he or she may see is decided in SQL by membership, unit and role. With an `opening` marked material needs
 * its reason; without one nothing is opened, as when a change looks up what it is about.
 */
export type Reader = {
  personId: string;
  unitId: string;
  roles: readonly Role[];
  /** Whose cases one sees instead of one's own; `cases` where the delegation names some. */
  actingFor?: { personId: string; cases: readonly string[] | null };
  opening?: Opening;
};
