import type { Selectable } from 'kysely';
import type { Role } from '../contracts/codes.js';
import { RogatoryError } from '../contracts/errors.js';
import type { StoredValue } from '../contracts/facts.js';
import { byWhom, sameName } from './actor.js';
import type { PersonAct, Reader } from './actor.js';
import { lockCase } from './cases.js';
import { recordDecidedFact } from './facts.js';
import { newId } from './ids.js';
import { seesRow } from './reader.js';
import type { RelayRow } from './relay.js';
import { reviseOpenRoutes } from './revise.js';
import type { DecisionsTable } from './schema.js';
import { secondColumns, secondIn, type SecondPerson } from './second-person.js';
import type { Opened } from './secrets/sealed.js';
import type { Reading, Tx } from './tx.js';

/** A person's decision; `effective` once nobody else is waited for, and only then a fact. */
export type Decision = Opened<Selectable<DecisionsTable>> & {
  second: SecondPerson | null;
  effective: boolean;
};

export type DecisionToRecord = {
  caseId: string;
  kind: string;
  /** The fact it brings into being, for the case or for one item. */
  fact: string;
  item: string | null;
  value: StoredValue;
  documentRef: string;
  documentSha256?: string;
  /** `YYYY-MM-DD`. */
  decidedOn: string;
  reason: string;
  /** Any one of these confirms it, as another person; `null` where one person decides. */
  secondRoles: readonly Role[] | null;
};

export type DecisionRecorded = { decision: Decision; relays: readonly RelayRow[] };

/** Records a decision with its document (specification A.7a). Without a second person it is a fact at once. */
export async function recordDecision(
  tx: Tx,
  act: PersonAct,
  input: DecisionToRecord,
): Promise<DecisionRecorded> {
  const { version } = await lockCase(tx, input.caseId);
  await refuseStrangeItem(tx, input);
  const { documentSha256 = null, value, ...rest } = input;
  const row = {
    ...rest,
    id: newId(),
    documentSha256,
    secondRoles: input.secondRoles ? [...input.secondRoles] : null,
    ...byWhom(act),
    at: act.at,
  };
  const { documentRef, reason } = row;
  const secrets = await tx.secrets.of(row.caseId);
  await tx.db
    .insertInto('decisions')
    .values({ ...row, ...secrets.seal('decisions', row.id, { value, documentRef, reason }) })
    .execute();
  audit(tx, act, 'DECISION_RECORDED', row);
  if (row.secondRoles) {
    return { decision: { ...row, value, second: null, effective: false }, relays: [] };
  }
  return becomeFact(tx, act, version, { ...row, value, second: null, effective: true });
}

async function refuseStrangeItem(tx: Tx, { caseId, item }: DecisionToRecord): Promise<void> {
  if (item === null) return;
  const found = await tx.db
    .selectFrom('caseItems')
    .select('id')
    .where('caseId', '=', caseId)
    .where('id', '=', item)
    .executeTakeFirst();
  if (!found) throw new RogatoryError('ITEM_UNKNOWN', { about: `The case has no item ${item}.` });
}

type Audited = Pick<DecisionsTable, 'id' | 'caseId' | 'kind' | 'fact' | 'item' | 'decidedOn'>;
function audit(tx: Tx, act: PersonAct, verb: 'DECISION_RECORDED' | 'DECISION_SECONDED', row: Audited): void {
  const { id, caseId, kind, fact, item, decidedOn } = row;
  const body = { kind, fact, item, decidedOn };
  tx.audit({ verb, act, subject: { kind: 'decision', id }, caseId, body });
}

/** Confirms another person's decision, which thereby becomes a fact. Throws DECISION_SECOND_SAME and ROLE_MAY_NOT. */
export async function secondDecision(
  tx: Tx,
  act: PersonAct,
  { decisionId, reason = null }: { decisionId: string; reason?: string | null },
): Promise<DecisionRecorded> {
  const before = await decisionById(tx, decisionId);
  if (!before) throw new RogatoryError('NOT_FOUND', { internal: `decision ${decisionId}` });
  const { version } = await lockCase(tx, before.caseId);
  refuseSecond(act, (await decisionById(tx, decisionId)) ?? before);
  const second = { ...byWhom(act), reason, at: act.at };
  const secrets = await tx.secrets.of(before.caseId);
  await tx.db
    .insertInto('decisionSeconds')
    .values({ decisionId, ...second, ...secrets.seal('decisionSeconds', decisionId, { reason }) })
    .execute();
  audit(tx, act, 'DECISION_SECONDED', before);
  return becomeFact(tx, act, version, { ...before, second, effective: true });
}

function refuseSecond(act: PersonAct, decision: Decision): void {
  const roles = decision.secondRoles ?? [];
  const about = roles.join(', ');
  if (decision.effective)
    throw new RogatoryError('APPROVAL_STEP_CLOSED', { about: 'the decision is effective' });
  if (sameName(act, decision)) throw new RogatoryError('DECISION_SECOND_SAME', { about });
  if (!roles.includes(act.actor.role)) throw new RogatoryError('ROLE_MAY_NOT', { about });
}

async function becomeFact(
  tx: Tx,
  act: PersonAct,
  version: number,
  decision: Decision,
): Promise<DecisionRecorded> {
  const { caseId, fact, item, value, byPerson, role } = decision;
  await recordDecidedFact(tx, {
    caseId,
    version,
    fact,
    item,
    value,
    source: decision.documentRef,
    by: byPerson,
    role,
    decisionId: decision.id,
    at: act.at,
  });
  return { decision, relays: await reviseOpenRoutes(tx, act.at, caseId) };
}

const withSeconds = (read: Reading) =>
  read.db
    .selectFrom('decisions')
    .leftJoin('decisionSeconds as s', 's.decisionId', 'decisions.id')
    .selectAll('decisions')
    .select(secondColumns);

type Joined = Awaited<ReturnType<ReturnType<typeof withSeconds>['execute']>>[number];
async function fromRow(read: Reading, joined: Joined): Promise<Decision> {
  const secrets = await read.secrets.of(joined.caseId);
  const { act, second } = secondIn(joined, joined.id, 'decisionSeconds', secrets);
  const row = secrets.open('decisions', joined.id, act);
  return { ...row, second, effective: row.secondRoles === null || second !== null };
}

async function decisionById(read: Reading, id: string): Promise<Decision | null> {
  const row = await withSeconds(read).where('decisions.id', '=', id).executeTakeFirst();
  return row ? fromRow(read, row) : null;
}

/** The decision, or `null` when there is none or the reader may not see its case. */
export async function decisionForReader(read: Reading, reader: Reader, id: string): Promise<Decision | null> {
  return (await seesRow(read, reader, 'decisions', id)) ? decisionById(read, id) : null;
}

/** All decisions of a case, oldest first. */
export async function decisionsOfCase(read: Reading, caseId: string): Promise<Decision[]> {
  const rows = await withSeconds(read)
    .where('decisions.caseId', '=', caseId)
    .orderBy('decisions.id')
    .execute();
  return Promise.all(rows.map((row) => fromRow(read, row)));
}
