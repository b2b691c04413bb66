import { randomBytes } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import { RogatoryError } from '../contracts/errors.js';
import type { PersonAct, Reader } from './actor.js';
import { newId } from './ids.js';
import { notes, seesCase, visibleTo } from './reader.js';
import type { CasesTable } from './schema.js';
import type { CaseSecrets } from './secrets/case-secrets.js';
import type { Opened } from './secrets/sealed.js';
import type { Reading, Tx } from './tx.js';

type OpenedCase = Omit<Opened<Selectable<CasesTable>>, 'state'> & { state: 'OPEN' | 'CLOSED' };

export type CaseRecord = OpenedCase & {
  items: readonly string[];
  members: readonly { personId: string; access: 'OWNER' | 'MEMBER' }[];
};

export type CaseToOpen = {
  reference: string;
  title?: string;
  requestingState: string;
  unitId: string;
  items: readonly string[];
};

/** Opens a case in the opener's unit; the opener owns it. The salt keys the digests of its determinations. */
export async function openCase(tx: Tx, act: PersonAct, input: CaseToOpen): Promise<CaseRecord> {
  const { items, title = null, ...rest } = input;
  const id = newId();
  const opener = act.actor.personId;
  const salt = randomBytes(32).toString('hex');
  const made = await tx.secrets.ofNewCase(id, act.at);
  await tx.db
    .insertInto('cases')
    .values({
      ...rest,
      id,
      ...made.secrets.seal('cases', id, { title, salt }),
      openedBy: opener,
      openedAt: act.at,
    })
    .execute();
  await made.keep();
  await insertItems(tx, id, items, 0);
  await tx.db
    .insertInto('caseMembers')
    .values({ caseId: id, personId: opener, access: 'OWNER', since: act.at })
    .execute();
  tx.audit({ verb: 'CASE_OPENED', act, subject: { kind: 'case', id }, caseId: id, body: { ...rest, items } });
  return caseById(tx, id);
}

async function insertItems(tx: Tx, caseId: string, items: readonly string[], from: number): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((id, index) => ({ caseId, id, position: from + index }));
  await tx.db
    .insertInto('caseItems')
    .values(rows)
    .onConflict((on) => on.columns(['caseId', 'id']).doNothing())
    .execute();
}

/** Adds items that the case does not have yet. */
export async function addItems(
  tx: Tx,
  act: PersonAct,
  { caseId, items, expectedVersion }: { caseId: string; items: readonly string[]; expectedVersion?: number },
): Promise<CaseRecord> {
  const { version } = await lockCase(tx, caseId, expectedVersion);
  const { items: had } = await caseById(tx, caseId);
  await insertItems(tx, caseId, items, had.length);
  await raiseVersion(tx, caseId, version);
  tx.audit({ verb: 'FACTS_RECORDED', act, subject: { kind: 'case', id: caseId }, caseId, body: { items } });
  return caseById(tx, caseId);
}

/** Lets another person see and work on the case. */
export async function addMember(
  tx: Tx,
  act: PersonAct,
  { caseId, personId }: { caseId: string; personId: string },
): Promise<void> {
  await lockCase(tx, caseId);
  const added = await tx.db
    .insertInto('caseMembers')
    .values({ caseId, personId, access: 'MEMBER', since: act.at })
    .onConflict((on) => on.columns(['caseId', 'personId']).doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return;
  tx.audit({ verb: 'MEMBER_ADDED', act, subject: { kind: 'case', id: caseId }, caseId, body: { personId } });
}

/**
 * Locks the case for the rest of the transaction; every verb that changes a case or its routes begins here. Throws
 * NOT_FOUND, CASE_ERASED, and VERSION_STALE when the caller read another version.
 */
export async function lockCase(
  tx: Tx,
  caseId: string,
  expectedVersion?: number,
): Promise<{ version: number }> {
  const found = await tx.db
    .selectFrom('cases')
    .select(['version', 'state'])
    .where('id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new RogatoryError('NOT_FOUND', { internal: `case ${caseId}` });
  if (found.state === 'ERASED') throw new RogatoryError('CASE_ERASED', { internal: caseId });
  if (expectedVersion !== undefined && expectedVersion !== found.version) {
    throw new RogatoryError('VERSION_STALE', { about: String(found.version) });
  }
  return found;
}

/** One version per change of what the case says. */
export async function raiseVersion(tx: Tx, caseId: string, from: number): Promise<number> {
  await tx.db
    .updateTable('cases')
    .set({ version: from + 1 })
    .where('id', '=', caseId)
    .execute();
  return from + 1;
}

/** The case for parts of the system that act on it; persons read by `caseForReader`. Throws NOT_FOUND and CASE_ERASED. */
export async function caseById(read: Reading, id: string): Promise<CaseRecord> {
  const rows = await wholeCases(read).where('cases.id', '=', id).execute();
  const [found] = await openedCases(read, rows);
  if (!found) throw new RogatoryError('NOT_FOUND', { internal: `case ${id}` });
  return found;
}

/** Cases with the names of their items and who works on them. */
const wholeCases = (read: Reading) =>
  read.db
    .selectFrom('cases')
    .selectAll('cases')
    .select([
      sql<
        string[]
      >`array(select i.id from case_items i where i.case_id = cases.id order by i.position, i.id)`.as(
        'items',
      ),
      sql<CaseRecord['members']>`coalesce((select jsonb_agg(jsonb_build_object('personId', m.person_id,
        'access', m.access) order by m.person_id) from case_members m where m.case_id = cases.id), '[]')`.as(
        'members',
      ),
    ]);

type SealedCase = Selectable<CasesTable> & Pick<CaseRecord, 'items' | 'members'>;

async function openedCases(read: Reading, rows: readonly SealedCase[]): Promise<CaseRecord[]> {
  const secrets = await read.secrets.ofMany(rows.map(({ id }) => id));
  return rows.map(({ items, members, ...row }) => ({
    ...opened(row, secrets.get(row.id) ?? null),
    items,
    members,
  }));
}

function opened({ state, ...row }: Selectable<CasesTable>, secrets: CaseSecrets | null): OpenedCase {
  if (state === 'ERASED' || secrets === null) throw new RogatoryError('CASE_ERASED', { internal: row.id });
  return { ...secrets.open('cases', row.id, row), state };
}

/** The case, or `null` when there is none or the reader may not see it. Throws CASE_ERASED. */
export async function caseForReader(read: Reading, reader: Reader, id: string): Promise<CaseRecord | null> {
  if (!(await seesCase(read, reader, id))) return null;
  const rows = await wholeCases(read).where('cases.id', '=', id).execute();
  return (await openedCases(read, rows))[0] ?? null;
}

/** Cases the reader may see, newest first, without those that were erased; `after` is the id of the last one seen. */
export async function listCases(
  read: Reading,
  reader: Reader,
  { after, limit }: { after?: string; limit: number },
): Promise<CaseRecord[]> {
  let select = wholeCases(read).where(visibleTo(reader)).where('cases.state', '!=', 'ERASED');
  if (after !== undefined) select = select.where('cases.id', '<', after);
  const rows = await select.orderBy('cases.id', 'desc').limit(limit).execute();
  return notes(reader, await openedCases(read, rows), ({ id }) => id);
}
