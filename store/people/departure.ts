import { RogatoryError } from '../../contracts/errors.js';
import { namesOf, type PersonAct } from '../actor.js';
import type { Tx } from '../tx.js';
import { personById } from './persons.js';
import { endSessionsOf } from './sessions.js';
import { stillHeld } from './work.js';

/**
 * A person leaves: from this instant he or she signs in nowhere and stands in for nobody. Who still holds work hands it over
 * first. Roles stay on record. Throws PERSON_CHANGE_SELF, WORK_HELD with what is held, and ENDED_BEFORE.
 */
export async function leave(
  tx: Tx,
  act: PersonAct & { reason: string },
  { personId }: { personId: string },
): Promise<void> {
  if (namesOf(act).includes(personId)) throw new RogatoryError('PERSON_CHANGE_SELF');
  const person = await personById(tx, personId);
  if (!person?.active) throw new RogatoryError('ENDED_BEFORE', { internal: `active person ${personId}` });
  const faults = await stillHeld(tx, personId, act.at);
  if (faults.length > 0) throw new RogatoryError('WORK_HELD', { faults });
  await tx.db
    .updateTable('persons')
    .set({ active: false, leftAt: act.at })
    .where('id', '=', personId)
    .execute();
  await tx.db.deleteFrom('accessTokens').where('personId', '=', personId).execute();
  await endSessionsOf(tx, act, { personId, why: 'LEFT' });
  await endDelegationsOf(tx, act.at, personId);
  tx.audit({ verb: 'PERSON_LEFT', act, subject: { kind: 'person', id: personId } });
}

async function endDelegationsOf(tx: Tx, at: string, personId: string): Promise<void> {
  await tx.db
    .updateTable('delegations')
    .set({ endedAt: at })
    .where((is) => is.or([is('fromPerson', '=', personId), is('toPerson', '=', personId)]))
    .where('endedAt', 'is', null)
    .execute();
}
