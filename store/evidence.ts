import type { Selectable } from 'kysely';
import { RogatoryError } from '../contracts/errors.js';
import { byWhom, sameName } from './actor.js';
import type { Act, PersonAct, Reader } from './actor.js';
import { newId } from './ids.js';
import { isScan } from './in-flight.js';
import { markOnArrival } from './marks-on-arrival.js';
import { seesRow } from './reader.js';
import { settleByAct } from './notify/settle.js';
import { enqueue, type RelayRow } from './relay.js';
import { hasEnded, lockRoute, type RouteRecord } from './routes.js';
import type { EvidenceReceiptsTable, EvidenceTable } from './schema-correspondence.js';
import type { Opened } from './secrets/sealed.js';
import type { Reading, Tx } from './tx.js';

/** A file in quarantine. `sha256` is what was computed while it came in, `senderSha256` what the sender announced. */
export type EvidenceRecord = Omit<Opened<Selectable<EvidenceTable>>, 'size'> & {
  size: number | null;
  receipts: readonly Omit<Selectable<EvidenceReceiptsTable>, 'evidenceId'>[];
};

export type EvidenceToBegin = {
  routeId: string;
  fileName: string;
  mediaType: string;
  /** Lower-case hex. */
  senderSha256: string;
  /** How it arrived: portal, mail, courier. */
  means?: string;
  /** In the quarantine folder. */
  path: string;
};

/** Opens an upload before its first byte, and marks what opens to few (`markOnArrival`). */
export async function beginEvidence(
  tx: Tx,
  act: PersonAct,
  input: EvidenceToBegin,
): Promise<{ evidenceId: string }> {
  const route = await lockRoute(tx, input.routeId);
  const { caseId } = route;
  const id = newId();
  const secrets = await tx.secrets.of(caseId);
  const { fileName, means = null, ...rest } = input;
  const sealed = secrets.seal('evidence', id, { fileName, means });
  await tx.db
    .insertInto('evidence')
    .values({ ...rest, ...sealed, id, caseId, state: 'BEGUN', ...byWhom(act), begunAt: act.at })
    .execute();
  await markOnArrival(tx, act, route, id);
  return { evidenceId: id };
}

/**
 * Seals an upload that is whole. A digest that is not the announced one is kept beside it: MISMATCH, never receipted. The
 * same bytes on the same route are one piece of evidence that arrived twice: the first of them is received.
 */
export async function sealEvidence(
  tx: Tx,
  act: PersonAct,
  { evidenceId, sha256, size }: { evidenceId: string; sha256: string; size: number },
): Promise<{ state: 'SEALED' | 'MISMATCH' }> {
  const evidence = await lockEvidence(tx, evidenceId);
  const { routeId, senderSha256, caseId } = evidence;
  const state = sha256 === senderSha256 ? 'SEALED' : 'MISMATCH';
  const sameAs = state === 'SEALED' ? await firstArrival(tx, routeId, sha256) : null;
  await tx.db
    .updateTable('evidence')
    .set({ state, sha256, size, sameAs, endedAt: act.at })
    .where('id', '=', evidenceId)
    .execute();
  tx.audit({
    verb: state === 'SEALED' ? 'EVIDENCE_UPLOADED' : 'EVIDENCE_MISMATCH',
    act,
    subject: { kind: 'evidence', id: evidenceId },
    caseId,
    oldDigest: senderSha256,
    newDigest: sha256,
    body: { routeId, size, ...(sameAs === null ? {} : { sameAs }) },
  });
  return { state };
}

async function firstArrival(tx: Tx, routeId: string, sha256: string): Promise<string | null> {
  const first = await tx.db
    .selectFrom('evidence')
    .select('id')
    .where('routeId', '=', routeId)
    .where('state', '=', 'SEALED')
    .where('sha256', '=', sha256)
    .where('sameAs', 'is', null)
    .executeTakeFirst();
  return first?.id ?? null;
}

/** Ends an upload that was cut; its bytes are gone, its trace stays. */
export async function abortEvidence(
  tx: Tx,
  act: Act,
  { evidenceId, why }: { evidenceId: string; why: string },
): Promise<void> {
  const { caseId, routeId, state, senderSha256 } = await lockEvidence(tx, evidenceId);
  if (state !== 'BEGUN') return;
  await tx.db
    .updateTable('evidence')
    .set({ state: 'ABORTED', why, endedAt: act.at })
    .where('id', '=', evidenceId)
    .execute();
  const subject = { kind: 'evidence', id: evidenceId };
  const body = { routeId, state: 'ABORTED' };
  tx.audit({ verb: 'EVIDENCE_MISMATCH', act, subject, caseId, reason: why, oldDigest: senderSha256, body });
}

async function lockEvidence(tx: Tx, id: string): Promise<EvidenceRecord> {
  const seen = await evidenceById(tx, id);
  if (!seen) throw new RogatoryError('NOT_FOUND', { internal: `evidence ${id}` });
  await lockRoute(tx, seen.routeId);
  return (await evidenceById(tx, id)) ?? seen;
}

/**
 * One of the two signatures of a receipt (specification C.14): first the custodian, then another person as witness. The
 * route is told once every whole file of it has both. Throws EVIDENCE_SAME_PERSON, EVIDENCE_DIGEST_MISMATCH, ROLE_MAY_NOT.
 */
export async function receiveEvidence(
  tx: Tx,
  act: PersonAct,
  { evidenceId }: { evidenceId: string },
): Promise<{ evidence: EvidenceRecord; relay: RelayRow | null }> {
  const { receipts, state, sha256, senderSha256, routeId, caseId, sameAs } = await lockEvidence(
    tx,
    evidenceId,
  );
  if (await isScan(tx, { routeId, senderSha256 })) throw new RogatoryError('ROUTE_STATE', { about: ownScan });
  const route = await lockRoute(tx, routeId);
  if (hasEnded(route.state)) throw new RogatoryError('ROUTE_STATE', { about: stillClosed(route) });
  if (state === 'MISMATCH') throw new RogatoryError('EVIDENCE_DIGEST_MISMATCH');
  if (state !== 'SEALED' || sha256 === null) throw new RogatoryError('EVIDENCE_CUT');
  if (sameAs !== null) throw new RogatoryError('ROUTE_STATE', { about: alreadyIn(sameAs) });
  if (receipts.length > 1)
    throw new RogatoryError('ROUTE_STATE', { about: 'Both have received it already.' });
  const capacity = receipts.length === 0 ? 'CUSTODIAN' : 'WITNESS';
  if (receipts.some((receipt) => sameName(act, receipt))) throw new RogatoryError('EVIDENCE_SAME_PERSON');
  refuseOtherRole(capacity, act.actor.role);
  await tx.db
    .insertInto('evidenceReceipts')
    .values({ evidenceId, capacity, ...byWhom(act), sha256, at: act.at })
    .execute();
  tx.audit({
    verb: 'EVIDENCE_RECEIVED',
    act,
    subject: { kind: 'evidence', id: evidenceId },
    caseId,
    newDigest: sha256,
    body: { routeId, capacity },
  });
  await settleByAct(tx, act, routeId);
  const relay = (await allReceived(tx, routeId)) ? await tellRoute(tx, act, routeId, evidenceId) : null;
  return { evidence: (await evidenceById(tx, evidenceId)) ?? missing(evidenceId), relay };
}

const stillClosed = ({ state }: RouteRecord): string =>
  `The route is ${state}: the file stays in quarantine until a supervisor opens the route again on a late answer.`;
const alreadyIn = (id: string): string => `The same file arrived before; its receipt is signed at ${id}.`;
const ownScan = 'This is the scan of our own request: a second person confirms it.';

function refuseOtherRole(capacity: 'CUSTODIAN' | 'WITNESS', role: string): void {
  const wanted =
    capacity === 'CUSTODIAN' ? ['EVIDENCE_CUSTODIAN'] : ['EVIDENCE_WITNESS', 'EVIDENCE_CUSTODIAN'];
  if (!wanted.includes(role)) throw new RogatoryError('ROLE_MAY_NOT', { about: wanted.join(' or ') });
}

const missing = (id: string): never => {
  throw new RogatoryError('NOT_FOUND', { internal: `evidence ${id}` });
};

async function allReceived(tx: Tx, routeId: string): Promise<boolean> {
  const files = await evidenceOfRoute(tx, routeId);
  const whole: EvidenceRecord[] = [];
  for (const file of files)
    if (file.state === 'SEALED' && file.sameAs === null && !(await isScan(tx, file))) whole.push(file);
  return whole.every((file) => file.receipts.length === 2) && !files.some((file) => file.state === 'BEGUN');
}

async function tellRoute(tx: Tx, act: PersonAct, routeId: string, evidenceId: string): Promise<RelayRow> {
  const { caseId, workflowId } = await lockRoute(tx, routeId);
  const payload = { what: 'evidence-received', ref: evidenceId };
  return enqueue(tx, { caseId, workflowId, update: 'reportDone', payload, at: act.at });
}

async function complete(
  read: Reading,
  rows: readonly Selectable<EvidenceTable>[],
): Promise<EvidenceRecord[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const receipts = await read.db
    .selectFrom('evidenceReceipts')
    .selectAll()
    .where('evidenceId', 'in', ids)
    .orderBy('at')
    .orderBy('capacity')
    .execute();
  const opened = await Promise.all(
    rows.map(async (row) => (await read.secrets.of(row.caseId)).open('evidence', row.id, row)),
  );
  return opened.map((row) => ({
    ...row,
    size: row.size === null ? null : Number(row.size),
    receipts: receipts
      .filter((receipt) => receipt.evidenceId === row.id)
      .map(({ evidenceId: _, ...receipt }) => receipt),
  }));
}

export async function evidenceById(read: Reading, id: string): Promise<EvidenceRecord | null> {
  const rows = await read.db.selectFrom('evidence').selectAll().where('id', '=', id).execute();
  return (await complete(read, rows))[0] ?? null;
}

/** The evidence, or `null` when there is none or the reader may not see its case. */
export async function evidenceForReader(
  read: Reading,
  reader: Reader,
  id: string,
): Promise<EvidenceRecord | null> {
  return (await seesRow(read, reader, 'evidence', id)) ? evidenceById(read, id) : null;
}

/** Files that came in on a route, oldest first. */
export async function evidenceOfRoute(read: Reading, routeId: string): Promise<EvidenceRecord[]> {
  const rows = await read.db
    .selectFrom('evidence')
    .selectAll()
    .where('routeId', '=', routeId)
    .orderBy('id')
    .execute();
  return complete(read, rows);
}
