import type { Selectable } from 'kysely';
import type { ErasureGround } from '../contracts/codes.js';
import { RogatoryError } from '../contracts/errors.js';
import type { PersonAct, Reader } from './actor.js';
import { digestOf } from './canonical.js';
import { lockCase } from './cases.js';
import { newId } from './ids.js';
import { seesCase } from './reader.js';
import { hasEnded } from './routes.js';
import type { ErasureProof, ErasureSecondsTable, ErasuresTable } from './schema-secrets.js';
import { destroyCaseKey } from './secrets/erase.js';
import type { Reading, Tx } from './tx.js';

/** An erasure that was asked for; done once a second person stands behind it. */
export type ErasureRecord = Selectable<ErasuresTable> & {
  second: Omit<Selectable<ErasureSecondsTable>, 'erasureId'> | null;
};

export type ErasureToAsk = {
  caseId: string;
  ground: ErasureGround;
  /** Day on which retention, remedy periods and what the sending State set had ended, `YYYY-MM-DD`. */
  endedOn: string;
};

/**
 * Asks that a case be erased (specification C.14-13, E.2-6). The reason stays for ever, so it names nobody. Throws
 * ERASURE_REFUSED while something runs, a hold stands, or the day has not passed.
 */
export async function askErasure(
  tx: Tx,
  act: PersonAct & { reason: string },
  input: ErasureToAsk,
): Promise<ErasureRecord> {
  await lockCase(tx, input.caseId);
  await refuseWhileKept(tx, act.at, input);
  const { personId: byPerson, role } = act.actor;
  const row = { ...input, id: newId(), reason: act.reason, byPerson, role, at: act.at };
  await tx.db.insertInto('erasures').values(row).execute();
  const { caseId, ground, endedOn } = row;
  const subject = { kind: 'erasure', id: row.id };
  tx.audit({ verb: 'ERASURE_ASKED', act, subject, caseId, body: { ground, endedOn } });
  return { ...row, second: null };
}

/**
 * Erases the case: a second person stands behind it, and the case's key is destroyed. What is left is written down as the
 * proof. Throws DECISION_SECOND_SAME, CASE_ERASED when it was done already, and ERASURE_REFUSED.
 */
export async function secondErasure(
  tx: Tx,
  act: PersonAct,
  { caseId, erasureId }: { caseId: string; erasureId: string },
): Promise<ErasureRecord> {
  await lockCase(tx, caseId);
  const asked = await erasureById(tx, erasureId);
  if (asked?.caseId !== caseId)
    throw new RogatoryError('ERASURE_REFUSED', { about: 'Nobody asked for this erasure of this case.' });
  const { reason, ground, endedOn } = asked;
  const { personId: byPerson, role } = act.actor;
  if (byPerson === asked.byPerson) throw new RogatoryError('DECISION_SECOND_SAME', { about: role });
  await refuseWhileKept(tx, act.at, asked);
  const left = await whatIsLeft(tx, caseId);
  const proof = { ...(await destroyCaseKey(tx, caseId, act.at)), left };
  await tx.db.updateTable('cases').set({ state: 'ERASED' }).where('id', '=', caseId).execute();
  const second = { byPerson, role, at: act.at, proof, proofDigest: digestOf(proof) };
  await tx.db
    .insertInto('erasureSeconds')
    .values({ erasureId, ...second, proof: JSON.stringify(proof) })
    .execute();
  tx.audit({
    verb: 'CASE_ERASED',
    act,
    subject: { kind: 'erasure', id: erasureId },
    caseId,
    reason,
    oldDigest: proof.wrappedSha256,
    newDigest: second.proofDigest,
    body: { ground, endedOn, askedBy: asked.byPerson, proof },
  });
  return { ...asked, second };
}

async function refuseWhileKept(tx: Tx, at: string, { caseId, endedOn }: ErasureToAsk): Promise<void> {
  const refuse = (about: string): never => {
    throw new RogatoryError('ERASURE_REFUSED', { about });
  };
  if (endedOn > at.slice(0, 10)) refuse(`It is kept until ${endedOn}.`);
  const hold = await tx.db
    .selectFrom('holds')
    .select('kind')
    .where('caseId', '=', caseId)
    .where('liftedAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (hold) refuse(`A hold stands on it (${hold.kind}); who placed it lifts it first.`);
  const routes = await tx.db
    .selectFrom('routes')
    .select(['id', 'state'])
    .where('caseId', '=', caseId)
    .execute();
  const open = routes.find(({ state }) => !hasEnded(state));
  if (open) refuse(`Route ${open.id} has not ended: it is ${open.state}.`);
}

/** What can still be said of the case without its key: digests, codes and ids, never content. */
async function whatIsLeft(tx: Tx, caseId: string): Promise<ErasureProof['left']> {
  const { db } = tx;
  const determinations = await db
    .selectFrom('determinations')
    .select(['id', 'digest', 'ruleSetDigest', 'asOf'])
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute();
  const documents = await db
    .selectFrom('documents')
    .select(['id', 'routeId', 'version', 'digest'])
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute();
  const routes = await db
    .selectFrom('routes')
    .select(['id', 'route', 'state'])
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute();
  const packets = await db
    .selectFrom('outbox')
    .select(['id', 'routeId', 'digest', 'packetSha256'])
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute();
  const evidence = await db
    .selectFrom('evidence')
    .select(['id', 'routeId', 'path', 'sha256', 'size'])
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute();
  return { determinations, documents, routes, packets, evidence };
}

const withSeconds = (read: Reading) =>
  read.db
    .selectFrom('erasures')
    .leftJoin('erasureSeconds as s', 's.erasureId', 'erasures.id')
    .selectAll('erasures')
    .select(['s.byPerson as sBy', 's.role as sRole', 's.at as sAt', 's.proof', 's.proofDigest']);

type Joined = Awaited<ReturnType<ReturnType<typeof withSeconds>['execute']>>[number];
function fromRow({ sBy, sRole, sAt, proof, proofDigest, ...row }: Joined): ErasureRecord {
  if (sBy === null || sRole === null || sAt === null || proof === null || proofDigest === null)
    return { ...row, second: null };
  return { ...row, second: { byPerson: sBy, role: sRole, at: sAt, proof, proofDigest } };
}

async function erasureById(read: Reading, id: string): Promise<ErasureRecord | null> {
  const row = await withSeconds(read).where('erasures.id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Erasures asked for in a case, oldest first, also once it is erased; `null` when the reader may not see the case. */
export async function erasuresForReader(
  read: Reading,
  reader: Reader,
  caseId: string,
): Promise<ErasureRecord[] | null> {
  if (!(await seesCase(read, reader, caseId))) return null;
  const rows = await withSeconds(read).where('erasures.caseId', '=', caseId).orderBy('erasures.id').execute();
  return rows.map(fromRow);
}
