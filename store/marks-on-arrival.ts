import type { DataCategory } from '../contracts/codes.js';
import type { PersonAct } from './actor.js';
import { markSensitive } from './marks.js';
import { tellAtOnce } from './notices.js';
import type { RouteRecord } from './routes.js';
import type { Tx } from './tx.js';

const contents: readonly DataCategory[] = ['CONTENT', 'REALTIME_CONTENT'];

/**
 * Marks a file that begins to arrive, before anybody can read it: content as such; what may be privileged for the filter
 * person, who is told (C.14-7); what comes after an emergency has ended as sealed, and the legal adviser is told to put it to
 * the review (rule E13).
 */
export async function markOnArrival(
  tx: Tx,
  act: PersonAct,
  route: RouteRecord,
  evidenceId: string,
): Promise<void> {
  const { caseId, lot } = route;
  if (lot.categories.some((category) => contents.includes(category))) {
    const why = { ...act, reason: 'Content was asked for.' };
    await markSensitive(tx, why, { caseId, evidenceId, kind: 'CONTENT' });
  }
  if (needsFilter(route)) await keepForFilter(tx, act, route, evidenceId);
  if (await emergencyEnded(tx, route)) await sealLate(tx, act, route, evidenceId);
}

/** The plan asks for the filter person (G12, H03). What is public is captured by the team itself. */
const needsFilter = ({ family, lot }: RouteRecord): boolean =>
  family !== 'OSINT' && lot.safeguards.includes('FILTER_PROTOCOL');

async function keepForFilter(tx: Tx, act: PersonAct, route: RouteRecord, evidenceId: string): Promise<void> {
  const { caseId } = route;
  const says =
    'A privilege may be concerned: the filter person reads first and sets apart what is privileged.';
  await markSensitive(tx, { ...act, reason: says }, { caseId, evidenceId, kind: 'PRIVILEGED' });
  const key = `privileged/${evidenceId}`;
  const climbTo = ['LEGAL_ADVISOR', 'OVERSEER'] as const;
  await tellAtOnce(tx, act, route, { key, tell: 'FILTER_PERSON', says, climbTo });
}

async function emergencyEnded(tx: Tx, { id, family }: RouteRecord): Promise<boolean> {
  if (family !== 'EDR') return false;
  const ended = await tx.db
    .selectFrom('routeMoves')
    .select('seq')
    .where('routeId', '=', id)
    .where('state', '=', 'ENDED')
    .limit(1)
    .executeTakeFirst();
  return ended !== undefined;
}

async function sealLate(tx: Tx, act: PersonAct, route: RouteRecord, evidenceId: string): Promise<void> {
  const { caseId } = route;
  const says = 'Data came after the emergency had ended: they are sealed, and the review decides.';
  await markSensitive(tx, { ...act, reason: says }, { caseId, evidenceId, kind: 'SEALED' });
  const key = `late/${evidenceId}`;
  const climbTo = ['HEAD_OF_OFFICE', 'OVERSEER'] as const;
  await tellAtOnce(tx, act, route, { key, tell: 'LEGAL_ADVISOR', says, climbTo, urgency: 'EMERGENCY' });
}
