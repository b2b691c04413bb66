import type { AlertKind } from '../contracts/access.js';
import { RogatoryError } from '../contracts/errors.js';
import type { Lot } from '../contracts/determination.js';
import type { Act, PersonAct, Reader } from './actor.js';
import { currentFacts } from './facts.js';
import { newId } from './ids.js';
import { notes, seesRow, visibleTo } from './reader.js';
import type { AuditSubject, Bare, Tx } from './tx.js';

export type AlertToRaise = {
  kind: AlertKind;
  caseId: string;
  subject: AuditSubject;
  /** Names the occurrence: what was told once is not told again. */
  key: string;
  /** In words, without content of the case. */
  says: string;
};

/** Tells the overseer (specification E.2-7). Answers whether it was new. */
export async function raiseAlert(
  tx: Pick<Tx, 'db' | 'audit'>,
  act: Act,
  alert: AlertToRaise,
): Promise<boolean> {
  const { kind, caseId, subject, key, says } = alert;
  const id = newId();
  const row = { id, key: `${kind} ${key}`, kind, caseId, says, at: act.at };
  const added = await tx.db
    .insertInto('alerts')
    .values({ ...row, subjectKind: subject.kind, subjectId: subject.id })
    .onConflict((on) => on.column('key').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return false;
  const about = { kind: 'alert', id };
  tx.audit({ verb: 'ALERT_RAISED', act, subject: about, caseId, body: { kind, subject, says } });
  return true;
}

/** A signature that came within this time of its being asked for was hardly read (E.2-7). */
const atOnceMs = 60_000;

/** Tells of an approval that was given less than a minute after it was asked for. */
export async function alertApprovedAtOnce(
  tx: Tx,
  act: Act,
  vote: { voteId: string; caseId: string; stepId: string; decision: string; signedAt: string },
): Promise<void> {
  const step = await tx.db
    .selectFrom('approvalSteps')
    .select(['step', 'opensAt'])
    .where('id', '=', vote.stepId)
    .executeTakeFirst();
  if (!step || vote.decision !== 'approve') return;
  const after = Date.parse(vote.signedAt) - Date.parse(step.opensAt);
  if (after < 0 || after >= atOnceMs) return;
  await raiseAlert(tx, act, {
    kind: 'APPROVED_AT_ONCE',
    caseId: vote.caseId,
    subject: { kind: 'approval-step', id: vote.stepId },
    key: vote.voteId,
    says: `The step ${step.step} was approved ${Math.round(after / 1000)} s after it was asked for.`,
  });
}

/** Tells of each lot that names more accounts than the policy of the office allows without a second look (HR-24). */
export async function alertManyAccounts(
  tx: Tx,
  act: Act,
  { caseId, planId, lots, limit }: { caseId: string; planId: string; lots: readonly Lot[]; limit: number },
): Promise<void> {
  const facts = (await currentFacts(tx, caseId)).filter(({ fact }) => fact === 'identifiers');
  for (const { key, items, route } of lots) {
    const named = facts.filter(({ item }) => item !== null && items.includes(item));
    const count = named.reduce((sum, { value }) => sum + (Array.isArray(value) ? value.length : 0), 0);
    if (count <= limit) continue;
    await raiseAlert(tx, act, {
      kind: 'MANY_ACCOUNTS',
      caseId,
      subject: { kind: 'plan', id: planId },
      key: `${planId} ${key}`,
      says: `A request by ${route} names ${count} accounts; the policy number is ${limit}.`,
    });
  }
}

const all = (read: Bare) =>
  read.db
    .selectFrom('alerts')
    .innerJoin('cases', 'cases.id', 'alerts.caseId')
    .leftJoin('alertAcknowledgements as a', 'a.alertId', 'alerts.id')
    .select(['alerts.id', 'alerts.kind', 'cases.id as caseId', 'alerts.subjectKind', 'alerts.subjectId'])
    .select(['alerts.says', 'alerts.at', 'a.byPerson', 'a.at as acknowledgedAt', 'a.reason']);

/** Alerts in the cases the reader may see, newest first; `open`: only what nobody has acknowledged. */
export async function listAlerts(
  read: Bare,
  reader: Reader,
  { after, open, limit }: { after?: string; open: boolean; limit: number },
) {
  let select = all(read).where(visibleTo(reader));
  if (open) select = select.where('a.at', 'is', null);
  if (after !== undefined) select = select.where('alerts.id', '<', after);
  const rows = await select.orderBy('alerts.id', 'desc').limit(limit).execute();
  return notes(reader, rows, ({ caseId }) => caseId);
}

/** Takes note of an alert, with what came of it. Throws NOT_FOUND, and ROUTE_STATE where that was done before. */
export async function acknowledgeAlert(
  tx: Tx,
  act: PersonAct & { reason: string },
  reader: Reader,
  alertId: string,
): Promise<void> {
  if (!(await seesRow(tx, reader, 'alerts', alertId))) throw new RogatoryError('NOT_FOUND');
  const { reason, at, actor } = act;
  const added = await tx.db
    .insertInto('alertAcknowledgements')
    .values({ alertId, reason, byPerson: actor.personId, role: actor.role, at })
    .onConflict((on) => on.column('alertId').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n)
    throw new RogatoryError('ROUTE_STATE', { about: 'The alert was acknowledged before.' });
  tx.audit({ verb: 'ALERT_ACKNOWLEDGED', act, subject: { kind: 'alert', id: alertId } });
}
