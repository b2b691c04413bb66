import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Selectable } from 'kysely';
import { RogatoryError } from '../contracts/errors.js';
import type { PersonAct } from './actor.js';
import { stepById } from './approvals.js';
import { sha256 } from './canonical.js';
import { newId } from './ids.js';
import { lockRoute } from './routes.js';
import type { PhoneCodesTable } from './schema-phone.js';
import { whyNotSign } from './signing.js';
import type { Bare, Tx } from './tx.js';

/** Lifetime of a code, and how many wrong ones lock it (C.3). */
const codeMinutes = 15;
const wrongToLock = 5;
const digits = 9;

export type PhoneCode = { code: string; shortDigest: string; expiresAt: string };

/** Short form of a digest, to be read over the phone and compared: the first sixteen digits in groups of four. */
export const shortDigest = (digest: string): string => (digest.slice(0, 16).match(/.{4}/g) ?? []).join(' ');

/**
 * Issues a code to a signer for exactly one step and one digest of an emergency. Every rule of a signature is asked now and
 * again when the ticket is written. An earlier code of the signer for the step no longer counts. Throws APPROVAL_*.
 */
export async function issuePhoneCode(
  tx: Tx,
  act: PersonAct,
  { stepId, digest }: { stepId: string; digest: string },
): Promise<PhoneCode> {
  const route = await lockRoute(tx, (await stepById(tx, stepId)).routeId);
  if (route.lot.terms.urgency !== 'EMERGENCY') throw new RogatoryError('APPROVAL_PHONE_EMERGENCY');
  const { personId, role, onBehalfOf = null, factor = null } = act.actor;
  const signing = { personId, role, onBehalfOf, digest, at: act.at };
  const refusal = await whyNotSign(tx, await stepById(tx, stepId), route, signing);
  if (refusal) throw new RogatoryError(refusal.code, { about: refusal.about });
  await tx.db
    .updateTable('phoneCodes')
    .set({ expiresAt: act.at })
    .where('stepId', '=', stepId)
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .execute();
  const id = newId();
  const code = String(randomInt(10 ** digits)).padStart(digits, '0');
  const salt = randomBytes(16).toString('hex');
  const expiresAt = new Date(Date.parse(act.at) + codeMinutes * 60_000).toISOString();
  const { caseId } = route;
  const bound = { id, caseId, stepId, digest, personId, role, onBehalfOf, factor };
  await tx.db
    .insertInto('phoneCodes')
    .values({
      ...bound,
      salt,
      codeHash: hashOf(salt, bound, code),
      issuedAt: act.at,
      expiresAt,
      usedAt: null,
    })
    .execute();
  const subject = { kind: 'approval-step', id: stepId };
  tx.audit({
    verb: 'PHONE_CODE_ISSUED',
    act,
    subject,
    caseId,
    newDigest: digest,
    body: { codeId: id, expiresAt },
  });
  return { code, shortDigest: shortDigest(digest), expiresAt };
}

const hashOf = (salt: string, { stepId, digest }: { stepId: string; digest: string }, code: string): string =>
  sha256([salt, stepId, digest, code].join(' '));

/**
 * The code that a step waits for, if this is it. A wrong one is counted, and the fifth locks the code: to be called in a
 * transaction of its own, so that the count stays. Throws nothing: `null` for any code that does not count.
 */
export async function tryPhoneCode(
  tx: Tx,
  act: PersonAct,
  { stepId, digest, code }: { stepId: string; digest: string; code: string },
): Promise<string | null> {
  const rows = await openCodes(tx, stepId, digest, act.at);
  const said = code.replaceAll(/\D/g, '');
  const found = rows.find((row) => same(row.codeHash, hashOf(row.salt, row, said)));
  if (found) return found.id;
  for (const { id, caseId } of rows) {
    await tx.db
      .updateTable('phoneCodes')
      .set((is) => ({ wrong: is('wrong', '+', 1) }))
      .where('id', '=', id)
      .execute();
    const subject = { kind: 'approval-step', id: stepId };
    tx.audit({
      verb: 'APPROVAL_REFUSED',
      act,
      subject,
      caseId,
      reason: 'PHONE_CODE_WRONG',
      body: { codeId: id },
    });
  }
  return null;
}

const openCodes = (
  { db }: Bare,
  stepId: string,
  digest: string,
  at: string,
): Promise<Selectable<PhoneCodesTable>[]> =>
  db
    .selectFrom('phoneCodes')
    .selectAll()
    .where('stepId', '=', stepId)
    .where('digest', '=', digest)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .where('wrong', '<', wrongToLock)
    .orderBy('id')
    .forUpdate()
    .execute();

const same = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other));
