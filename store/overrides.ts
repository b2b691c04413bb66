import type { Selectable } from 'kysely';
import { RogatoryError } from '../contracts/errors.js';
import { byWhom, sameName } from './actor.js';
import type { PersonAct, Reader } from './actor.js';
import { raiseAlert } from './alerts.js';
import { lockCase } from './cases.js';
import { newId } from './ids.js';
import { seesRow } from './reader.js';
import type { OverridesTable } from './schema.js';
import { secondColumns, secondIn, type SecondPerson } from './second-person.js';
import type { Opened } from './secrets/sealed.js';
import type { Reading, Tx } from './tx.js';

/** A page of policy set aside for a case; it counts only once a second person stands behind it. */
export type OverrideRecord = Opened<Selectable<OverridesTable>> & {
  second: SecondPerson | null;
};

export type OverrideToRecord = {
  caseId: string;
  page: string;
  reason: string;
  /** Last day on which it counts, `YYYY-MM-DD`. */
  expiresOn: string;
};

/** Records that a page of policy shall be set aside. It has no effect before another person seconds it. */
export async function recordOverride(
  tx: Tx,
  act: PersonAct,
  input: OverrideToRecord,
): Promise<OverrideRecord> {
  await lockCase(tx, input.caseId);
  const row = { ...input, id: newId(), kind: 'policy' as const, ...byWhom(act), at: act.at };
  const secrets = await tx.secrets.of(row.caseId);
  await tx.db
    .insertInto('overrides')
    .values({ ...row, ...secrets.seal('overrides', row.id, { reason: row.reason }) })
    .execute();
  audit(tx, act, 'OVERRIDE_RECORDED', row);
  return { ...row, second: null };
}

/** Stands behind another person's override. Throws DECISION_SECOND_SAME, and APPROVAL_STEP_CLOSED when somebody did already. */
export async function secondOverride(
  tx: Tx,
  act: PersonAct,
  { overrideId, reason = null }: { overrideId: string; reason?: string | null },
): Promise<OverrideRecord> {
  const before = await overrideById(tx, overrideId);
  if (!before) throw new RogatoryError('NOT_FOUND', { internal: `override ${overrideId}` });
  await lockCase(tx, before.caseId);
  const current = (await overrideById(tx, overrideId)) ?? before;
  if (current.second !== null)
    throw new RogatoryError('APPROVAL_STEP_CLOSED', { about: 'somebody stands behind it already' });
  if (sameName(act, before)) throw new RogatoryError('DECISION_SECOND_SAME', { about: act.actor.role });
  const second = { ...byWhom(act), reason, at: act.at };
  const secrets = await tx.secrets.of(before.caseId);
  await tx.db
    .insertInto('overrideSeconds')
    .values({ overrideId, ...second, ...secrets.seal('overrideSeconds', overrideId, { reason }) })
    .execute();
  audit(tx, act, 'OVERRIDE_SECONDED', before);
  await raiseAlert(tx, act, {
    kind: 'POLICY_OVERRIDDEN',
    caseId: before.caseId,
    subject: { kind: 'override', id: overrideId },
    key: overrideId,
    says: `The policy page ${before.page} is set aside until ${before.expiresOn}.`,
  });
  return { ...before, second };
}

function audit(
  tx: Tx,
  act: PersonAct,
  verb: 'OVERRIDE_RECORDED' | 'OVERRIDE_SECONDED',
  { id, caseId, page, expiresOn, reason }: OverrideToRecord & { id: string },
): void {
  const body = { page, expiresOn };
  tx.audit({ verb, act, subject: { kind: 'override', id }, caseId, reason, body });
}

const withSeconds = (read: Reading) =>
  read.db
    .selectFrom('overrides')
    .leftJoin('overrideSeconds as s', 's.overrideId', 'overrides.id')
    .selectAll('overrides')
    .select(secondColumns);

type Joined = Awaited<ReturnType<ReturnType<typeof withSeconds>['execute']>>[number];
async function fromRow(read: Reading, joined: Joined): Promise<OverrideRecord> {
  const secrets = await read.secrets.of(joined.caseId);
  const { act, second } = secondIn(joined, joined.id, 'overrideSeconds', secrets);
  const row = secrets.open('overrides', joined.id, act);
  return { ...row, second };
}

async function overrideById(read: Reading, id: string): Promise<OverrideRecord | null> {
  const row = await withSeconds(read).where('overrides.id', '=', id).executeTakeFirst();
  return row ? fromRow(read, row) : null;
}

/** The override, or `null` when there is none or the reader may not see its case. */
export async function overrideForReader(
  read: Reading,
  reader: Reader,
  id: string,
): Promise<OverrideRecord | null> {
  return (await seesRow(read, reader, 'overrides', id)) ? overrideById(read, id) : null;
}

/** All overrides of a case, oldest first, with those that have ended or wait for a second person. */
export async function overridesOfCase(read: Reading, caseId: string): Promise<OverrideRecord[]> {
  const rows = await withSeconds(read)
    .where('overrides.caseId', '=', caseId)
    .orderBy('overrides.id')
    .execute();
  return Promise.all(rows.map((row) => fromRow(read, row)));
}
