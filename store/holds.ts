import { RogatoryError } from '../contracts/errors.js';
import type { Act } from './actor.js';
import { raiseAlert } from './alerts.js';
import { lockCase } from './cases.js';
import { newId } from './ids.js';
import type { HoldsTable } from './schema-correspondence.js';
import type { Reading, Tx } from './tx.js';

/** Stops dispatch of a case, or of one route; no clock stops (specification C.2). */
export async function placeHold(
  tx: Tx,
  act: Act & { reason: string },
  { caseId, routeId = null, kind }: { caseId: string; routeId?: string | null; kind: HoldsTable['kind'] },
): Promise<{ holdId: string }> {
  await lockCase(tx, caseId);
  const id = newId();
  const placedBy = JSON.stringify(act.actor);
  const reason = (await tx.secrets.of(caseId)).seal('holds', id, { reason: act.reason });
  await tx.db
    .insertInto('holds')
    .values({ id, caseId, routeId, kind, ...reason, placedBy, placedAt: act.at })
    .execute();
  tx.audit({ verb: 'HOLD_PLACED', act, subject: { kind: 'hold', id }, caseId, body: { kind, routeId } });
  return { holdId: id };
}

/** Lifts a hold; who may is checked by the caller. Throws NOT_FOUND. */
export async function liftHold(
  tx: Tx,
  act: Act & { reason: string },
  { holdId }: { holdId: string },
): Promise<void> {
  const hold = await tx.db
    .selectFrom('holds')
    .select(['caseId', 'kind', 'liftedAt'])
    .where('id', '=', holdId)
    .executeTakeFirst();
  if (!hold) throw new RogatoryError('NOT_FOUND', { internal: `hold ${holdId}` });
  await lockCase(tx, hold.caseId);
  const lifted = await tx.db
    .updateTable('holds')
    .set({ liftedAt: act.at, liftedBy: JSON.stringify(act.actor) })
    .where('id', '=', holdId)
    .where('liftedAt', 'is', null)
    .executeTakeFirst();
  if (lifted.numUpdatedRows === 0n) return;
  const { caseId, kind } = hold;
  const subject = { kind: 'hold', id: holdId };
  tx.audit({ verb: 'HOLD_LIFTED', act, subject, caseId, body: { kind } });
  const says = `A hold was released (${kind}).`;
  await raiseAlert(tx, act, { kind: 'HOLD_RELEASED', caseId, subject, key: holdId, says });
}

/** Kind of a hold that stops this route now, or `null`. */
export async function heldBy(
  read: Reading,
  { id, caseId }: { id: string; caseId: string },
): Promise<HoldsTable['kind'] | null> {
  const row = await read.db
    .selectFrom('holds')
    .select('kind')
    .where('caseId', '=', caseId)
    .where('liftedAt', 'is', null)
    .where((is) => is.or([is('routeId', 'is', null), is('routeId', '=', id)]))
    .orderBy('placedAt')
    .limit(1)
    .executeTakeFirst();
  return row?.kind ?? null;
}
