import { sql, type Selectable } from 'kysely';
import type { Role } from '../contracts/codes.js';
import { RogatoryError } from '../contracts/errors.js';
import type { FactVersion, StoredValue } from '../contracts/facts.js';
import type { PersonAct, Reader } from './actor.js';
import { lockCase, raiseVersion } from './cases.js';
import { newId } from './ids.js';
import { seesCase } from './reader.js';
import type { RelayRow } from './relay.js';
import { reviseOpenRoutes } from './revise.js';
import type { FactVersionsTable } from './schema.js';
import type { Opened } from './secrets/sealed.js';
import type { Reading, Tx } from './tx.js';

/** An answer that was checked against the dictionary. */
export type AnswerToRecord = {
  fact: string;
  item: string | null;
  known: boolean;
  value: StoredValue;
  source: string;
};

export type FactsRecorded = {
  versions: readonly FactVersion[];
  caseVersion: number;
  /** Messages to routes that are not handed over yet: their drafts are read again. */
  relays: readonly RelayRow[];
};

/**
 * Writes new versions of facts; none is overwritten. `standing` are answers that the office has given once for all its
 * requests: nobody's of this case, with their document as source. Throws VERSION_STALE and ITEM_UNKNOWN.
 */
export async function recordFacts(
  tx: Tx,
  act: PersonAct,
  input: {
    caseId: string;
    expectedVersion?: number;
    answers: readonly AnswerToRecord[];
    standing?: readonly AnswerToRecord[];
  },
): Promise<FactsRecorded> {
  const { caseId, answers, standing = [] } = input;
  const { version } = await lockCase(tx, caseId, input.expectedVersion);
  await refuseUnknownItems(tx, caseId, answers);
  const caseVersion = await raiseVersion(tx, caseId, version);
  const { personId, role } = act.actor;
  const said = { by: personId, role };
  const versions: FactVersion[] = [
    ...standing.map((answer) => ({ ...answer, by: 'office', role: 'SYSTEM' as const })),
    ...answers.map((answer) => ({ ...answer, ...said })),
  ].map((answer) => ({ ...answer, id: newId(), decisionId: null, at: act.at }));
  await insertVersions(tx, caseId, caseVersion, versions);
  tx.audit({
    verb: 'FACTS_RECORDED',
    act,
    subject: { kind: 'case', id: caseId },
    caseId,
    body: {
      caseVersion,
      facts: versions.map(({ id, fact, item, known }) => ({ id, fact, item, known })),
    },
  });
  return { versions, caseVersion, relays: await reviseOpenRoutes(tx, act.at, caseId) };
}

async function refuseUnknownItems(
  tx: Tx,
  caseId: string,
  answers: readonly { item: string | null }[],
): Promise<void> {
  const rows = await tx.db.selectFrom('caseItems').select('id').where('caseId', '=', caseId).execute();
  const known = new Set(rows.map((row) => row.id));
  const stranger = answers.find(({ item }) => item !== null && !known.has(item));
  if (stranger) throw new RogatoryError('ITEM_UNKNOWN', { about: `The case has no item ${stranger.item}.` });
}

async function insertVersions(
  tx: Tx,
  caseId: string,
  caseVersion: number,
  versions: readonly FactVersion[],
): Promise<void> {
  if (versions.length === 0) return;
  const secrets = await tx.secrets.of(caseId);
  const rows = versions.map(({ by, value, source, ...rest }, position) => ({
    ...rest,
    ...secrets.seal('factVersions', rest.id, { value, source }),
    byPerson: by,
    caseId,
    caseVersion,
    position,
  }));
  await tx.db.insertInto('factVersions').values(rows).execute();
}

/** The fact that an effective decision brings into being. The case is locked by the caller. */
export async function recordDecidedFact(
  tx: Tx,
  input: {
    caseId: string;
    version: number;
    fact: string;
    item: string | null;
    value: StoredValue;
    source: string;
    by: string;
    role: Role;
    decisionId: string;
    at: string;
  },
): Promise<FactVersion> {
  const { caseId, version, ...rest } = input;
  await refuseUnknownItems(tx, caseId, [input]);
  const fact = { ...rest, id: newId(), known: true };
  await insertVersions(tx, caseId, await raiseVersion(tx, caseId, version), [fact]);
  return fact;
}

const fromRow = (row: Opened<Selectable<FactVersionsTable>>): FactVersion => ({
  id: row.id,
  fact: row.fact,
  item: row.item,
  known: row.known,
  value: row.value,
  source: row.source,
  by: row.byPerson,
  role: row.role,
  decisionId: row.decisionId,
  at: row.at,
});

/** The newest version of every fact of the case and of its items; with `before`, as they were known until that instant. */
export async function currentFacts(
  read: Reading,
  caseId: string,
  { before }: { before?: string } = {},
): Promise<FactVersion[]> {
  let select = read.db
    .selectFrom('factVersions')
    .selectAll()
    .distinctOn(['fact', 'item'])
    .where('caseId', '=', caseId);
  if (before !== undefined) select = select.where('at', '<', before);
  const rows = await select
    .orderBy('fact')
    .orderBy('item')
    .orderBy('caseVersion', 'desc')
    .orderBy('position', 'desc')
    .execute();
  const secrets = await read.secrets.of(caseId);
  return rows.map((row) => fromRow(secrets.open('factVersions', row.id, row)));
}

/** All versions, oldest first, of one fact or of all; `null` when the reader may not see the case. */
export async function factHistory(
  read: Reading,
  reader: Reader,
  caseId: string,
  page: { fact?: string; after?: { caseVersion: number; position: number }; limit: number },
): Promise<(FactVersion & { caseVersion: number; position: number })[] | null> {
  if (!(await seesCase(read, reader, caseId))) return null;
  let select = read.db.selectFrom('factVersions').selectAll().where('caseId', '=', caseId);
  if (page.fact !== undefined) select = select.where('fact', '=', page.fact);
  if (page.after) {
    const { caseVersion, position } = page.after;
    select = select.where(sql<boolean>`(case_version, position) > (${caseVersion}, ${position})`);
  }
  const rows = await select.orderBy('caseVersion').orderBy('position').limit(page.limit).execute();
  const secrets = await read.secrets.of(caseId);
  return rows.map((row) => ({
    ...fromRow(secrets.open('factVersions', row.id, row)),
    caseVersion: row.caseVersion,
    position: row.position,
  }));
}
