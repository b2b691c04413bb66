import type { Selectable } from 'kysely';
import type { Determination, Frame } from '../contracts/determination.js';
import type { Act, Reader } from './actor.js';
import { maySee } from './cases.js';
import { newId } from './ids.js';
import type { DeterminationCause, DeterminationsTable } from './schema.js';
import type { Reading, Tx } from './tx.js';

/** What the rules returned, on which frame, with the text the officer read. Never changed. */
export type StoredDetermination = Selectable<DeterminationsTable>;

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
  const about = { caseId, caseVersion, digest, ruleSetDigest, asOf, cause, prose, at, program };
  const row = { id: newId(), ...about };
  await tx.db
    .insertInto('determinations')
    .values({
      ...row,
      frame: JSON.stringify(frame),
      result: JSON.stringify(result),
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
  return { ...row, frame, result, byActor: act.actor };
}

const all = (read: Reading) => read.db.selectFrom('determinations').selectAll();

export async function determinationById(read: Reading, id: string): Promise<StoredDetermination | null> {
  return (await all(read).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The determination, or `null` when there is none or the reader may not see its case. */
export async function determinationForReader(
  read: Reading,
  reader: Reader,
  id: string,
): Promise<StoredDetermination | null> {
  const found = await determinationById(read, id);
  return found && (await maySee(read, reader, found.caseId)) ? found : null;
}

/** Determinations of a case, newest first; `after` is the id of the last one seen. */
export async function determinationsOfCase(
  read: Reading,
  caseId: string,
  { after, limit }: { after?: string; limit: number } = { limit: 100 },
): Promise<StoredDetermination[]> {
  let select = all(read).where('caseId', '=', caseId);
  if (after !== undefined) select = select.where('id', '<', after);
  return select.orderBy('id', 'desc').limit(limit).execute();
}

export async function latestDetermination(
  read: Reading,
  caseId: string,
): Promise<StoredDetermination | null> {
  return (await determinationsOfCase(read, caseId, { limit: 1 }))[0] ?? null;
}
