import type { AuditVerb } from '../contracts/codes.js';
import { RogatoryError } from '../contracts/errors.js';
import type { ReleaseFigures, ReleaseState, ReleaseStep } from '../contracts/release.js';
import { byWhom, sameName, type PersonAct } from './actor.js';
import { releaseText } from './release-note.js';
import {
  firstDayOf,
  lockReleases,
  newestRelease,
  notOver,
  releaseById,
  type ReleaseRecord,
} from './releases.js';
import type { Tx } from './tx.js';

type StepAct = PersonAct & { reason: string };
type Of = { releaseId: string };

/** What may come next; a release goes by no other way. */
const next: Record<ReleaseState, readonly ReleaseStep[]> = {
  DRAFT: ['CHECKED', 'WITHDRAWN'],
  CHECKED: ['CHECKED', 'APPROVED', 'WITHDRAWN'],
  APPROVED: ['PUBLISHED', 'WITHDRAWN'],
  PUBLISHED: ['ROLLBACK_ASKED'],
  ROLLBACK_ASKED: ['ROLLED_BACK', 'ROLLBACK_REFUSED'],
  ROLLED_BACK: [],
  WITHDRAWN: [],
};
const stepOf = {
  RELEASE_CHECKED: 'CHECKED',
  RELEASE_APPROVED: 'APPROVED',
  RELEASE_PUBLISHED: 'PUBLISHED',
  RELEASE_WITHDRAWN: 'WITHDRAWN',
  RELEASE_ROLLBACK_ASKED: 'ROLLBACK_ASKED',
  RELEASE_ROLLBACK_REFUSED: 'ROLLBACK_REFUSED',
  RELEASE_ROLLED_BACK: 'ROLLED_BACK',
} as const satisfies Partial<Record<AuditVerb, ReleaseStep>>;
const stands: Record<ReleaseState, string> = {
  DRAFT: 'a draft that was not checked yet',
  CHECKED: 'checked, and not approved by a second adviser yet',
  APPROVED: 'approved, and not published yet',
  PUBLISHED: 'published',
  ROLLBACK_ASKED: 'published, and somebody has asked to take it back',
  ROLLED_BACK: 'taken back',
  WITHDRAWN: 'given up',
};

/** Records what the check found. Throws RELEASE_STATE, as every step does that is not the next one. */
export const recordCheck = (tx: Tx, act: StepAct, { releaseId, figures }: Of & { figures: ReleaseFigures }) =>
  step(tx, act, { releaseId, verb: 'RELEASE_CHECKED', figures: JSON.stringify(figures) });

/** A second adviser approves. Throws RELEASE_SELF for who proposed it, or stands in for him or her. */
export const approveRelease = (tx: Tx, act: StepAct, { releaseId }: Of) =>
  step(tx, act, { releaseId, verb: 'RELEASE_APPROVED' }, (release) => notOneself(act, release));

/** Gives a release up before it is published. */
export const withdrawRelease = (tx: Tx, act: StepAct, { releaseId }: Of) =>
  step(tx, act, { releaseId, verb: 'RELEASE_WITHDRAWN' });

/**
 * Publishes an approved release, from a day on, with its signed note. Throws RELEASE_STALE where other rules were published
 * since it was proposed, and RELEASE_DATE_PAST for a day that is over, or earlier than was approved.
 */
export async function publishRelease(
  tx: Tx,
  act: StepAct,
  { releaseId, effectFrom, sign }: Of & { effectFrom?: string | undefined; sign: (text: string) => string },
): Promise<ReleaseRecord> {
  const release = await nextOf(tx, releaseId, 'PUBLISHED');
  const newest = await newestRelease(tx);
  if (release.baseId !== (newest?.id ?? null)) {
    const base = release.baseId === null ? null : await releaseById(tx, release.baseId);
    throw new RogatoryError('RELEASE_STALE', { about: base?.title ?? 'the files of the installation' });
  }
  const day = effectFrom ?? release.effectFrom;
  notOver(day, act.at, [release.effectFrom, newest ? firstDayOf(newest) : ''].sort().at(-1));
  const note = sign(releaseText(release, { effectFrom: day, at: act.at }));
  return step(tx, act, { releaseId, verb: 'RELEASE_PUBLISHED', effectFrom: day, note });
}

/** Asks to take back the release that was published last. Throws RELEASE_STATE for one that others were built on. */
export const askRollback = (tx: Tx, act: StepAct, { releaseId }: Of) =>
  step(tx, act, { releaseId, verb: 'RELEASE_ROLLBACK_ASKED' }, async () => {
    const newest = await newestRelease(tx);
    if (newest !== null && newest.id !== releaseId)
      throw new RogatoryError('RELEASE_STATE', {
        about: `the ground of another that was published since: take "${newest.title}" back first`,
      });
  });

/** A second person takes a release back, or lets it stay. Throws RELEASE_SELF for who asked to take it back. */
export const settleRollback = (
  tx: Tx,
  act: StepAct,
  { releaseId, verb }: Of & { verb: 'RELEASE_ROLLED_BACK' | 'RELEASE_ROLLBACK_REFUSED' },
) =>
  step(tx, act, { releaseId, verb }, ({ steps }) => {
    const asked = steps.findLast(({ step: one }) => one === 'ROLLBACK_ASKED');
    if (asked && verb === 'RELEASE_ROLLED_BACK') notOneself(act, asked);
  });

function notOneself(act: PersonAct, row: { byPerson: string; onBehalfOf: string | null }): void {
  if (sameName(act, row)) throw new RogatoryError('RELEASE_SELF');
}

/** Throws NOT_FOUND, and RELEASE_STATE where this is not a next step. Other steps wait until the commit. */
async function nextOf(tx: Tx, releaseId: string, to: ReleaseStep): Promise<ReleaseRecord> {
  await lockReleases(tx);
  const release = await releaseById(tx, releaseId);
  if (release === null) throw new RogatoryError('NOT_FOUND', { internal: `release ${releaseId}` });
  if (!next[release.state].includes(to))
    throw new RogatoryError('RELEASE_STATE', { about: stands[release.state] });
  return release;
}

type Written = Of & {
  verb: keyof typeof stepOf;
  effectFrom?: string | null;
  note?: string | null;
  figures?: string | null;
};

async function step(
  tx: Tx,
  act: StepAct,
  { releaseId, verb, effectFrom = null, note = null, figures = null }: Written,
  refuse: (release: ReleaseRecord) => void | Promise<void> = () => undefined,
): Promise<ReleaseRecord> {
  const release = await nextOf(tx, releaseId, stepOf[verb]);
  await refuse(release);
  const { reason, at } = act;
  const seq = release.steps.length + 1;
  const row = { releaseId, seq, step: stepOf[verb], reason, effectFrom, figures, note, ...byWhom(act), at };
  await tx.db.insertInto('releaseSteps').values(row).execute();
  const { contentDigest } = release;
  const subject = { kind: 'release', id: releaseId };
  const body = effectFrom === null ? {} : { effectFrom };
  tx.audit({ verb, act, subject, newDigest: contentDigest, body });
  return (await releaseById(tx, releaseId)) ?? release;
}
