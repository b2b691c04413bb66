import type { Role } from '../contracts/codes.js';
import { RogatoryError } from '../contracts/errors.js';
import { byWhom, sameName } from './actor.js';
import type { Act, PersonAct, Reader } from './actor.js';
import { raiseAlert } from './alerts.js';
import { lockCase } from './cases.js';
import { wakeHeld } from './held.js';
import { newId } from './ids.js';
import { seesRow } from './reader.js';
import type { RelayRow } from './relay.js';
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

/** Who has to sign the release of a hold: each of these roles, or any one of them (C.3). */
const releasedBy: Record<HoldsTable['kind'], { all?: readonly Role[]; any?: readonly Role[] }> = {
  RIGHTS: { all: ['LEGAL_ADVISOR', 'HEAD_OF_OFFICE'] },
  LEGAL: { any: ['LEGAL_ADVISOR', 'PROSECUTOR', 'HEAD_OF_OFFICE'] },
  OPERATOR: { any: ['HEAD_OF_OFFICE', 'ADMINISTRATOR'] },
};

/**
 * Signs the release of a hold. A rights hold is lifted by the second of two signatures, of legal adviser and head of office,
 * two persons (G05, G07); any other by the first. What waits because of it is woken. Throws NOT_FOUND, ROUTE_STATE,
 * ROLE_MAY_NOT, DECISION_SECOND_SAME.
 */
export async function releaseHold(
  tx: Tx,
  act: PersonAct & { reason: string },
  { holdId }: { holdId: string },
): Promise<{ lifted: boolean; waitsFor: readonly Role[]; woken: readonly RelayRow[] }> {
  const hold = await holdById(tx, holdId);
  if (!hold) throw new RogatoryError('NOT_FOUND', { internal: `hold ${holdId}` });
  await lockCase(tx, hold.caseId);
  if ((await holdById(tx, holdId))?.liftedAt)
    throw new RogatoryError('ROUTE_STATE', { about: 'The hold was lifted before.' });
  const before = await releasesOf(tx, holdId);
  const { all, any = [] } = releasedBy[hold.kind];
  const roles = all ?? any;
  if (!roles.includes(act.actor.role)) throw new RogatoryError('ROLE_MAY_NOT', { about: roles.join(' or ') });
  if (before.some((one) => sameName(act, one)))
    throw new RogatoryError('DECISION_SECOND_SAME', { about: roles.join(', ') });
  const { reason } = act;
  const sealed = (await tx.secrets.of(hold.caseId)).seal('holdReleases', placeOf(holdId, act), { reason });
  await tx.db
    .insertInto('holdReleases')
    .values({ holdId, ...byWhom(act), ...sealed, at: act.at })
    .execute();
  const signed = [...before.map(({ role }) => role), act.actor.role];
  const waitsFor = (all ?? []).filter((role) => !signed.includes(role));
  const { caseId, kind } = hold;
  const subject = { kind: 'hold', id: holdId };
  tx.audit({ verb: 'HOLD_RELEASE_SIGNED', act, subject, caseId, body: { kind, waitsFor } });
  if (waitsFor.length > 0) return { lifted: false, waitsFor, woken: [] };
  await liftHold(tx, act, { holdId });
  return { lifted: true, waitsFor, woken: await wakeHeld(tx, act.at, { caseId }) };
}

const placeOf = (holdId: string, { actor }: PersonAct): string => JSON.stringify([holdId, actor.personId]);

const holdById = (read: Reading, id: string) =>
  read.db.selectFrom('holds').select(['caseId', 'kind', 'liftedAt']).where('id', '=', id).executeTakeFirst();

const releasesOf = (read: Reading, holdId: string) =>
  read.db
    .selectFrom('holdReleases')
    .select(['byPerson', 'role', 'onBehalfOf', 'at'])
    .where('holdId', '=', holdId)
    .orderBy('at')
    .execute();

/** Holds of a case, oldest first, with who signed their release so far. */
export async function holdsOfCase(read: Reading, caseId: string) {
  const rows = await read.db
    .selectFrom('holds')
    .select(['id', 'caseId', 'routeId', 'kind', 'reason', 'placedBy', 'placedAt', 'liftedAt'])
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute();
  const secrets = await read.secrets.of(caseId);
  return Promise.all(
    rows.map(async (row) => ({
      ...secrets.open('holds', row.id, row),
      released: await releasesOf(read, row.id),
      needs: releasedBy[row.kind],
    })),
  );
}

/** The hold, or `null` when there is none or the reader may not see its case. */
export async function holdForReader(read: Reading, reader: Reader, id: string) {
  if (!(await seesRow(read, reader, 'holds', id))) return null;
  const row = await holdById(read, id);
  return row ? { id, ...row } : null;
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
