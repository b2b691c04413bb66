import { sql } from 'kysely';
import type { Role } from '../contracts/codes.js';
import type { ErrorCode } from '../contracts/errors.js';
import { openRound, type StepInRound } from './approvals.js';
import { openConflict } from './conflicts.js';
import { newestDocument } from './documents.js';
import { holdsRole } from './people/index.js';
import type { RouteRecord } from './routes.js';
import type { Tx } from './tx.js';

/** Why a person may not sign a step: a code of the registry, and what its text is about. */
export type Refusal = { code: ErrorCode; about: string };
type Signing = { personId: string; role: Role; onBehalfOf: string | null; digest: string; at: string };

const namesOf = ({ personId, onBehalfOf }: Signing): readonly string[] =>
  onBehalfOf === null ? [personId] : [personId, onBehalfOf];

/** Every rule of a signature, asked when the ticket is written and again when it is redeemed. */
export async function whyNotSign(
  tx: Tx,
  step: StepInRound,
  route: RouteRecord,
  signing: Signing,
): Promise<Refusal | null> {
  if (step.roundState !== 'OPEN' || step.state !== 'OPEN') {
    return { code: 'APPROVAL_STEP_CLOSED', about: `the step is ${step.state}, its round ${step.roundState}` };
  }
  if (step.digest !== signing.digest || step.sliceDigest !== route.sliceDigest) {
    const newest = await newestDocument(tx, route.id);
    return { code: 'APPROVAL_DIGEST_STALE', about: String(newest?.version ?? 1) };
  }
  const names = namesOf(signing);
  if (names.some((name) => route.drafters.includes(name)))
    return { code: 'APPROVAL_SELF_DECISION', about: '' };
  for (const name of names)
    if (await openConflict(tx, step.caseId, name)) return { code: 'CONFLICT_OF_INTEREST', about: '' };
  const holds = await holdsRole(tx, { ...signing, caseId: route.caseId }, signing.at);
  if (!holds || !step.roles.includes(signing.role))
    return { code: 'APPROVAL_ROLE', about: step.roles.join(', ') };
  if (await haveVoted(tx, step.roundId, names)) return { code: 'APPROVAL_TWICE', about: '' };
  if (await waitsForEarlier(tx, step)) {
    return { code: 'APPROVAL_STEP_CLOSED', about: 'an earlier signature is missing' };
  }
  return null;
}

/** Nobody's name stands under a request twice, by whichever hand. */
async function haveVoted(tx: Tx, roundId: string, names: readonly string[]): Promise<boolean> {
  const vote = await tx.db
    .selectFrom('votes')
    .select('id')
    .where('roundId', '=', roundId)
    .where((is) => is.or([is('personId', 'in', names), is('onBehalfOf', 'in', names)]))
    .executeTakeFirst();
  return vote !== undefined;
}

async function waitsForEarlier(tx: Tx, step: StepInRound): Promise<boolean> {
  const earlier = await tx.db
    .selectFrom('approvalSteps')
    .select('id')
    .where('roundId', '=', step.roundId)
    .where('state', '=', 'OPEN')
    .where('position', '<', step.position)
    .executeTakeFirst();
  return earlier !== undefined;
}

/** Whether the signatures given before have run out meanwhile. */
export async function earlierExpired(tx: Tx, roundId: string, at: string): Promise<boolean> {
  const until = await approvedUntil(tx, roundId);
  return until !== null && Date.parse(until) <= Date.parse(at);
}

/** Until when the signatures of a round hold, counted from the last one given. */
export async function approvedUntil(tx: Tx, roundId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('votes')
    .select('validUntil')
    .where('roundId', '=', roundId)
    .where('decision', '=', 'approve')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.validUntil ?? null;
}

// A signature of a person who turned out to have a conflict does not carry a request out of the house.
const withoutConflict = sql<boolean>`not exists (select 1 from conflicts k
  join approval_rounds r on r.case_id = k.case_id
  where r.id = votes.round_id and k.person_id = votes.person_id
    and not exists (select 1 from conflict_ends e where e.conflict_id = k.id))`;

export type SignedRound = { complete: boolean; validUntil: string | null; sliceDigest: string };

/** How far the open round of exactly this digest is signed, by the steps that the lot asks for. */
export async function signedRound(
  tx: Tx,
  { routeId, digest, required }: { routeId: string; digest: string; required: readonly string[] },
): Promise<SignedRound | null> {
  const round = await openRound(tx, routeId);
  if (!round || round.digest !== digest) return null;
  const rows = await tx.db
    .selectFrom('votes')
    .innerJoin('approvalSteps as s', 's.id', 'votes.stepId')
    .select('s.step')
    .where('votes.roundId', '=', round.id)
    .where('votes.digest', '=', digest)
    .where('votes.decision', '=', 'approve')
    .where(withoutConflict)
    .execute();
  const signed = new Set(rows.map((row) => row.step));
  const complete = required.length > 0 && required.every((step) => signed.has(step));
  return { complete, validUntil: await approvedUntil(tx, round.id), sliceDigest: round.sliceDigest };
}
