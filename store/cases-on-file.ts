import type { Frame } from '../contracts/determination.js';
import type { Reader } from './actor.js';
import { visibleTo } from './reader.js';
import type { Bare, Reading } from './tx.js';

/** A case with the facts on which it was determined last; `null` where nothing was determined yet. */
export type CaseOnFile = {
  id: string;
  reference: string;
  state: 'OPEN' | 'CLOSED';
  unitId: string;
  frame: Frame | null;
};

/**
 * Cases that the reader may see, some at a time, oldest first, without those that were erased; all of the house without a
 * reader, for whoever holds the store itself.
 */
export async function* casesOnFile(
  read: Reading,
  reader: Reader | null,
  size = 500,
): AsyncGenerator<readonly CaseOnFile[]> {
  for (let after = ''; ;) {
    const some = await nextCases(read, reader, { after, size });
    const last = some.at(-1);
    if (last === undefined) return;
    yield some;
    after = last.id;
  }
}

async function nextCases(
  read: Reading,
  reader: Reader | null,
  { after, size }: { after: string; size: number },
): Promise<CaseOnFile[]> {
  let select = read.db
    .selectFrom('cases')
    .select(['cases.id', 'reference', 'state', 'unitId'])
    .where('cases.state', '!=', 'ERASED')
    .where('cases.id', '>', after);
  if (reader !== null) select = select.where(visibleTo(reader));
  const rows = await select.orderBy('cases.id').limit(size).execute();
  const frames = await latestFrames(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, reference, state, unitId }) => ({
    id,
    reference,
    unitId,
    state: state === 'OPEN' ? 'OPEN' : 'CLOSED',
    frame: frames.get(id) ?? null,
  }));
}

async function latestFrames(read: Reading, caseIds: readonly string[]): Promise<ReadonlyMap<string, Frame>> {
  if (caseIds.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('determinations')
    .distinctOn('caseId')
    .select(['id', 'caseId', 'frame'])
    .where('caseId', 'in', caseIds)
    .orderBy('caseId')
    .orderBy('id', 'desc')
    .execute();
  const secrets = await read.secrets.ofMany(caseIds);
  return new Map(
    rows.flatMap(({ id, caseId, frame }): [string, Frame][] => {
      const opened = secrets.get(caseId)?.open('determinations', id, { frame });
      return opened === undefined ? [] : [[caseId, opened.frame]];
    }),
  );
}

/** Every fact that some case has an answer to, erased cases left out. */
export async function answeredFacts({ db }: Bare): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('factVersions')
    .innerJoin('cases', 'cases.id', 'factVersions.caseId')
    .select('fact')
    .distinct()
    .where('cases.state', '!=', 'ERASED')
    .where('known', '=', true)
    .execute();
  return new Set(rows.map(({ fact }) => fact));
}
