import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { RogatoryError } from '../contracts/errors.js';
import type { ReleaseState, ReleaseStep } from '../contracts/release.js';
import { byWhom, type PersonAct } from './actor.js';
import { sha256 } from './canonical.js';
import { newId } from './ids.js';
import { keepRuleSet } from './rule-sets.js';
import type { ReleasesTable, ReleaseStepsTable } from './schema-releases.js';
import type { Bare, Tx } from './tx.js';

export type ReleaseStepRecord = Omit<Selectable<ReleaseStepsTable>, 'releaseId' | 'seq'>;
export type ReleaseRecord = Selectable<ReleasesTable> & {
  state: ReleaseState;
  steps: readonly ReleaseStepRecord[];
};
export type ReleaseToPropose = {
  title: string;
  /** First day of force, YYYY-MM-DD. */
  effectFrom: string;
  /** The packed folder of rules. */
  content: string;
  ruleSet: { digest: string; content: string };
  registersDigest: string;
};

// Any number that no other lock of the store has: releases follow each other one at a time.
const releaseLock = 7_302_128;

/** Holds every other step of any release back until the commit. */
export const lockReleases = async ({ db }: Pick<Tx, 'db'>): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${releaseLock})`.execute(db);
};

/**
 * Keeps what a legal adviser proposes, in the place of the rules that are published now. Throws RELEASE_DATE_PAST for a first
 * day that is over.
 */
export async function proposeRelease(
  tx: Tx,
  act: PersonAct & { reason: string },
  { title, effectFrom, content, ruleSet, registersDigest }: ReleaseToPropose,
): Promise<ReleaseRecord> {
  notOver(effectFrom, act.at);
  await lockReleases(tx);
  await keepRuleSet(tx, act, ruleSet);
  const contentDigest = sha256(content);
  await tx.db
    .insertInto('releaseContents')
    .values({ digest: contentDigest, content })
    .onConflict((on) => on.column('digest').doNothing())
    .execute();
  const baseId = (await newestRelease(tx))?.id ?? null;
  const { reason, at } = act;
  const digests = { contentDigest, ruleSetDigest: ruleSet.digest, registersDigest };
  const row = { id: newId(), title, reason, effectFrom, ...digests, baseId, ...byWhom(act), at };
  await tx.db.insertInto('releases').values(row).execute();
  const subject = { kind: 'release', id: row.id };
  const body = { effectFrom, baseId, ruleSetDigest: ruleSet.digest, registersDigest };
  tx.audit({ verb: 'RELEASE_PROPOSED', act, subject, newDigest: contentDigest, body });
  return { ...row, state: 'DRAFT', steps: [] };
}

/** Throws RELEASE_DATE_PAST for a day before the one of the instant. */
export function notOver(effectFrom: string, at: string, earliest = ''): void {
  const from = [at.slice(0, 10), earliest].sort().at(-1) ?? earliest;
  if (effectFrom < from) throw new RogatoryError('RELEASE_DATE_PAST', { about: from });
}

export async function releaseById(read: Bare, id: string): Promise<ReleaseRecord | null> {
  return (await releasesBy(read, { ids: [id] }))[0] ?? null;
}

/** Releases, newest first. */
export const listReleases = (
  read: Bare,
  { after, limit }: { after?: string; limit: number },
): Promise<ReleaseRecord[]> => releasesBy(read, { limit, ...(after !== undefined && { after }) });

/** The packed folder of rules that was proposed under a digest. Throws where none was. */
export async function releaseContent({ db }: Bare, digest: string): Promise<string> {
  const found = db.selectFrom('releaseContents').select('content').where('digest', '=', digest);
  return (await found.executeTakeFirstOrThrow()).content;
}

/** The release that was published last and not taken back; `null`: the files of the installation are the rules. */
export async function newestRelease(read: Bare): Promise<ReleaseRecord | null> {
  const published = await publishedReleases(read);
  return published.find(({ id }) => published.every(({ baseId }) => baseId !== id)) ?? null;
}

/** The release in force on a day, YYYY-MM-DD: the one published last whose first day has come; `null`: the files. */
export async function releaseOn(read: Bare, day: string): Promise<ReleaseRecord | null> {
  const published = await publishedReleases(read);
  const newest = published.find(({ id }) => published.every(({ baseId }) => baseId !== id));
  for (let release = newest; release !== undefined;) {
    if (firstDayOf(release) <= day) return release;
    const { baseId } = release;
    release = published.find(({ id }) => id === baseId);
  }
  return null;
}

/** First day of force: as published, else as proposed. */
export const firstDayOf = ({ steps, effectFrom }: ReleaseRecord): string =>
  steps.find(({ step }) => step === 'PUBLISHED')?.effectFrom ?? effectFrom;

async function publishedReleases(read: Bare): Promise<ReleaseRecord[]> {
  const steps = read.db.selectFrom('releaseSteps').select('releaseId').where('step', '=', 'PUBLISHED');
  const ids = (await steps.execute()).map(({ releaseId }) => releaseId);
  if (ids.length === 0) return [];
  const all = await releasesBy(read, { ids });
  return all.filter(({ state }) => state === 'PUBLISHED' || state === 'ROLLBACK_ASKED');
}

async function releasesBy(
  { db }: Bare,
  { ids, after, limit }: { ids?: readonly string[]; after?: string; limit?: number },
): Promise<ReleaseRecord[]> {
  let select = db.selectFrom('releases').selectAll().orderBy('id', 'desc');
  if (ids !== undefined) select = select.where('id', 'in', ids);
  if (after !== undefined) select = select.where('id', '<', after);
  if (limit !== undefined) select = select.limit(limit);
  const rows = await select.execute();
  if (rows.length === 0) return [];
  const steps = await db
    .selectFrom('releaseSteps')
    .selectAll()
    .where(
      'releaseId',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('seq')
    .execute();
  return rows.map((row) => {
    const own = steps.filter(({ releaseId }) => releaseId === row.id);
    return {
      ...row,
      state: stateAfter(own.at(-1)?.step),
      steps: own.map(({ releaseId: _of, seq: _at, ...step }) => step),
    };
  });
}

const stateAfter = (step: ReleaseStep | undefined): ReleaseState =>
  step === undefined ? 'DRAFT' : step === 'ROLLBACK_REFUSED' ? 'PUBLISHED' : step;
