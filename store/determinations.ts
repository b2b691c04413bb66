import type { Selectable } from 'kysely';
import type { Determination, Frame } from '../contracts/determination.js';
import { pack, unpack } from '../contracts/packed-determination.js';
import type { Act, Reader } from './actor.js';
import { newId } from './ids.js';
import { seesRow } from './reader.js';
import type { DeterminationCause, DeterminationsTable } from './schema.js';
import type { Opened } from './secrets/sealed.js';
import type { Reading, Tx } from './tx.js';

/** What the rules returned, on which frame, with the text the officer read. Never changed. */
export type StoredDetermination = Omit<OpenRow, 'result'> & { result: Determination };
type OpenRow = Opened<Selectable<DeterminationsTable>>;

export type DeterminationToSave = {
  caseId: string;
  /** Version of the case whose facts were read. */
  caseVersion: number;
  cause: DeterminationCause;
  frame: Frame;
  determination: Determination;
  prose: string;
  /** Version of the program that determined. */
  program?: string;
};

/** Keeps a determination for ever as it was returned. */
export async function saveDetermination(
  tx: Tx,
  act: Act,
  input: DeterminationToSave,
): Promise<StoredDetermination> {
  const { caseId, caseVersion, cause, frame, determination: result, prose, program = null } = input;
  const { digest, ruleSetDigest, asOf } = result;
  const at = act.at;
  const row = { id: newId(), caseId, caseVersion, digest, ruleSetDigest, asOf, cause, at, program };
  const secrets = await tx.secrets.of(caseId);
  await tx.db
    .insertInto('determinations')
    .values({
      ...row,
      ...secrets.seal('determinations', row.id, { frame, result: pack(result), prose }),
      byActor: JSON.stringify(act.actor),
    })
    .execute();
  tx.audit({
    verb: cause === 'ASKED' ? 'DETERMINATION_MADE' : 'DETERMINATION_PROPOSED',
    act,
    subject: { kind: 'determination', id: row.id },
    caseId,
    newDigest: digest,
    body: { caseVersion, cause, ruleSetDigest, asOf, plan: result.plan },
  });
  return { ...row, frame, result, prose, byActor: act.actor };
}

const whole = ({ result, ...row }: OpenRow): StoredDetermination => ({ ...row, result: unpack(result) });

const all = (read: Reading) => read.db.selectFrom('determinations').selectAll();

export async function determinationById(read: Reading, id: string): Promise<StoredDetermination | null> {
  const row = await all(read).where('id', '=', id).executeTakeFirst();
  return row ? whole((await read.secrets.of(row.caseId)).open('determinations', row.id, row)) : null;
}

/** The determination, or `null` when there is none or the reader may not see its case. */
export async function determinationForReader(
  read: Reading,
  reader: Reader,
  id: string,
): Promise<StoredDetermination | null> {
  return (await seesRow(read, reader, 'determinations', id)) ? determinationById(read, id) : null;
}

const lineColumns = [
  'id',
  'caseId',
  'caseVersion',
  'cause',
  'at',
  'digest',
  'ruleSetDigest',
  'asOf',
] as const satisfies readonly (keyof DeterminationsTable)[];
export type DeterminationLine = Pick<StoredDetermination, (typeof lineColumns)[number]>;

/** Determinations of a case, newest first, without what was determined; `after` is the id of the last one seen. */
export async function determinationsOfCase(
  read: Reading,
  caseId: string,
  { after, limit }: { after?: string; limit: number } = { limit: 100 },
): Promise<DeterminationLine[]> {
  let select = read.db.selectFrom('determinations').select(lineColumns).where('caseId', '=', caseId);
  if (after !== undefined) select = select.where('id', '<', after);
  return select.orderBy('id', 'desc').limit(limit).execute();
}

export async function latestDetermination(
  read: Reading,
  caseId: string,
): Promise<StoredDetermination | null> {
  const [newest] = await determinationsOfCase(read, caseId, { limit: 1 });
  return newest === undefined ? null : determinationById(read, newest.id);
}
