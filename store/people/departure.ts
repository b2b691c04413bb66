import { RogatoryError } from '../../contracts/errors.js';
import type { PersonAct } from '../actor.js';
import type { Tx } from '../tx.js';
import { personById } from './persons.js';
import { endSessionsOf } from './sessions.js';

/**
 * A person leaves: from this instant he or she signs in nowhere, stands in for nobody and is on no rota. What waits for the
 * person stays until it is handed over, and shows. Roles stay on record. Throws NOT_FOUND.
 */
export async function leave(
  tx: Tx,
  act: PersonAct & { reason: string },
  { personId }: { personId: string },
): Promise<void> {
  const person = await personById(tx, personId);
  if (!person?.active) throw new RogatoryError('NOT_FOUND', { internal: `active person ${personId}` });
  await tx.db
    .updateTable('persons')
    .set({ active: false, leftAt: act.at })
    .where('id', '=', personId)
    .execute();
  await tx.db.deleteFrom('accessTokens').where('personId', '=', personId).execute();
  await endSessionsOf(tx, act, { personId, why: 'LEFT' });
  await endForATime(tx, act.at, personId);
  tx.audit({ verb: 'PERSON_LEFT', act, subject: { kind: 'person', id: personId } });
}

async function endForATime(tx: Tx, at: string, personId: string): Promise<void> {
  const ended = { endedAt: at };
  await tx.db
    .updateTable('delegations')
    .set(ended)
    .where((is) => is.or([is('fromPerson', '=', personId), is('toPerson', '=', personId)]))
    .where('endedAt', 'is', null)
    .execute();
  await tx.db
    .updateTable('dutyShifts')
    .set(ended)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('untilAt', '>', at)
    .execute();
}
