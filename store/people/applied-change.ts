import { standAlone } from '../../authority/index.js';
import { RogatoryError } from '../../contracts/errors.js';
import type { PersonAct } from '../actor.js';
import type { PersonChange } from '../schema-people.js';
import type { Reading, Tx } from '../tx.js';
import { unitById } from './directory.js';
import { linkIdentity } from './identities.js';
import { personById, setRoles, type Person } from './persons.js';

const refused = (about: string): RogatoryError => new RogatoryError('PERSON_CHANGE_REFUSED', { about });

/** Throws PERSON_CHANGE_REFUSED for a change that cannot become true. */
export async function refuseChange(read: Reading, personId: string, change: PersonChange): Promise<void> {
  const { unitId, label, roles } = change;
  const before = await personById(read, personId);
  if (before && !before.active) throw refused('this person has left; who comes back is entered anew');
  if (!before && (unitId === undefined || label === undefined || roles === undefined))
    throw refused('a new person needs unitId, label and roles');
  if (before && changesNothing(before, change)) throw refused('it is so already');
  const unit = unitId === undefined ? null : await unitById(read, unitId);
  if (unitId !== undefined && !unit) throw refused(`there is no unit ${unitId}`);
  if (unit?.closed && unitId !== before?.unitId) throw refused(`unit ${unit.id} is closed`);
  const alone = roles?.find((role) => standAlone.includes(role));
  if (alone !== undefined && roles !== undefined && new Set(roles).size > 1)
    throw refused(`who holds the role ${alone} holds no other`);
}

const changesNothing = (before: Person, { unitId, label, roles, identity }: PersonChange): boolean =>
  identity === undefined &&
  (unitId ?? before.unitId) === before.unitId &&
  (label ?? before.label) === before.label &&
  (roles === undefined || [...new Set(roles)].sort().join() === before.roles.join());

/** Makes a confirmed change true. Throws PERSON_CHANGE_REFUSED where it cannot be any more, and IDENTITY_TAKEN. */
export async function applyChange(
  tx: Tx,
  act: PersonAct,
  personId: string,
  change: PersonChange,
): Promise<void> {
  await refuseChange(tx, personId, change);
  const before = await personById(tx, personId);
  const { unitId = before?.unitId ?? '', label = before?.label ?? '', roles, identity } = change;
  await tx.db
    .insertInto('persons')
    .values({ id: personId, unitId, label, leftAt: null })
    .onConflict((on) => on.column('id').doUpdateSet({ unitId, label }))
    .execute();
  if (roles !== undefined) await setRoles(tx, personId, roles);
  if (identity !== undefined) await linkIdentity(tx, act, identity, { personId });
}
