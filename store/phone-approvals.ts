import { RogatoryError } from '../contracts/errors.js';
import type { Act, PersonAct } from './actor.js';
import { recordIncident } from './incidents.js';
import type { RelayRow } from './relay.js';
import { issueTicket } from './tickets.js';
import type { Reading, Tx } from './tx.js';

/** Within what time the signer stands behind the approval in person (C.3). */
const confirmHours = 2;

/**
 * Makes the ordinary ticket of an approval that came by phone: the signer's, with every rule of a signature; who entered it and
 * over which line stands beside it. The code is used up. Throws APPROVAL_*.
 */
export async function approveByPhone(
  tx: Tx,
  act: PersonAct,
  { codeId, line, expiresAt }: { codeId: string; line: string; expiresAt: string },
): Promise<{ ticketId: string; relay: RelayRow }> {
  const code = await tx.db
    .selectFrom('phoneCodes')
    .selectAll()
    .where('id', '=', codeId)
    .forUpdate()
    .executeTakeFirst();
  if (!code || code.usedAt !== null) throw new RogatoryError('APPROVAL_PHONE_CODE');
  if (code.personId === act.actor.personId) throw new RogatoryError('APPROVAL_PHONE_CODE');
  await tx.db.updateTable('phoneCodes').set({ usedAt: act.at }).where('id', '=', codeId).execute();
  const { stepId, digest, caseId, personId, role, onBehalfOf, factor } = code;
  const signer: PersonAct = {
    actor: {
      ...{ kind: 'person', personId, role },
      ...(onBehalfOf === null ? {} : { onBehalfOf }),
      ...(factor === null ? {} : { factor }),
    },
    at: act.at,
  };
  const issued = await issueTicket(tx, signer, { stepId, decision: 'approve', digest, expiresAt });
  const { ticketId } = issued;
  const { routeId } = await tx.db
    .selectFrom('tickets')
    .select('routeId')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
  const row = { ticketId, caseId, routeId, codeId, signer: personId, enteredBy: act.actor.personId };
  const secrets = await tx.secrets.of(caseId);
  await tx.db
    .insertInto('phoneApprovals')
    .values({ ...row, ...secrets.seal('phoneApprovals', ticketId, { line }), at: act.at })
    .execute();
  const subject = { kind: 'ticket', id: ticketId };
  tx.audit({
    verb: 'APPROVED_BY_PHONE',
    act,
    subject,
    caseId,
    newDigest: digest,
    body: { signer: personId, codeId },
  });
  return issued;
}

/** The signer stands behind what was approved by phone. Throws ROLE_MAY_NOT, ROUTE_STATE. */
export async function confirmPhoneApproval(
  tx: Tx,
  act: PersonAct,
  { stepId }: { stepId: string },
): Promise<{ ticketId: string }> {
  const found = await tx.db
    .selectFrom('phoneApprovals as p')
    .innerJoin('tickets as t', 't.id', 'p.ticketId')
    .select(['p.ticketId', 'p.caseId', 'p.signer', 't.digest'])
    .where('t.stepId', '=', stepId)
    .orderBy('p.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!found) throw new RogatoryError('ROUTE_STATE', { about: 'It was not approved by phone.' });
  const { ticketId, caseId, signer, digest } = found;
  if (signer !== act.actor.personId)
    throw new RogatoryError('ROLE_MAY_NOT', { about: 'the person who approved it by phone' });
  const added = await tx.db
    .insertInto('phoneConfirmations')
    .values({ ticketId, byPerson: signer, at: act.at })
    .onConflict((on) => on.column('ticketId').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n)
    throw new RogatoryError('ROUTE_STATE', { about: 'It was confirmed before.' });
  const subject = { kind: 'ticket', id: ticketId };
  tx.audit({ verb: 'PHONE_APPROVAL_CONFIRMED', act, subject, caseId, newDigest: digest });
  return { ticketId };
}

/** Opens an incident for every approval by phone that its signer has not stood behind in time; once each. */
export async function reportUnconfirmed(tx: Tx, act: Act): Promise<number> {
  const before = new Date(Date.parse(act.at) - confirmHours * 3_600_000).toISOString();
  const rows = await tx.db
    .selectFrom('phoneApprovals as p')
    .leftJoin('phoneConfirmations as c', 'c.ticketId', 'p.ticketId')
    .select(['p.ticketId', 'p.routeId'])
    .where('c.ticketId', 'is', null)
    .where('p.at', '<=', before)
    .orderBy('p.at')
    .execute();
  let opened = 0;
  for (const { ticketId, routeId } of rows) {
    const says = `An approval by phone was not confirmed by its signer within ${confirmHours} hours.`;
    const incident = { routeId, key: `PHONE_UNCONFIRMED/${ticketId}`, code: 'PHONE_UNCONFIRMED', says };
    if ((await recordIncident(tx, act, incident)).first) opened += 1;
  }
  return opened;
}

/** Approvals of a route that came by phone, with who entered them and whether their signer confirmed. */
export async function phoneApprovalsOf(read: Reading, routeId: string) {
  const rows = await read.db
    .selectFrom('phoneApprovals as p')
    .leftJoin('phoneConfirmations as c', 'c.ticketId', 'p.ticketId')
    .select(['p.ticketId', 'p.caseId', 'p.signer', 'p.enteredBy', 'p.line', 'p.at', 'c.at as confirmedAt'])
    .where('p.routeId', '=', routeId)
    .orderBy('p.at')
    .execute();
  return Promise.all(
    rows.map(async ({ caseId, ...row }) =>
      (await read.secrets.of(caseId)).open('phoneApprovals', row.ticketId, row),
    ),
  );
}
