import { routeById, type Store } from '../../../store/index.js';
import { promised, type Promised } from '../verdicts.js';
import type { Expected } from './lives.js';

type Read = Store['read'];

/** No clock was missed: every one that had to start did, once; every rung that came due was told; every end was seen. */
export async function clocksKept({
  store: { read },
  expected,
}: {
  store: Store;
  expected: readonly Expected[];
}): Promise<Promised[]> {
  return [await startedOnce(read, expected), ...(await toldInTime(read)), await turnedInTime(read, expected)];
}

async function startedOnce(read: Read, expected: readonly Expected[]): Promise<Promised> {
  const broken: string[] = [];
  let counted = 0;
  for (const { routeId } of expected) {
    const route = await routeById(read, routeId);
    const sent = await read.db
      .selectFrom('dispatches')
      .select('sentAt')
      .where('routeId', '=', routeId)
      .execute();
    const clocks = await read.db
      .selectFrom('clocks')
      .select(['termId', 'startedAt'])
      .where('routeId', '=', routeId)
      .where('event', '=', 'DISPATCHED')
      .execute();
    for (const { id } of route?.lot.terms.clocks.filter(({ starts }) => starts === 'DISPATCHED') ?? []) {
      counted += 1;
      const ours = clocks.filter(({ termId, startedAt }) => termId === id && startedAt === sent[0]?.sentAt);
      if (ours.length !== 1) broken.push(`${routeId}: ${ours.length} clocks ${id} from ${sent[0]?.sentAt}`);
    }
  }
  return promised('each clock of sending counts once, from the recorded instant', counted, broken);
}

/** Longer than any part was down. */
const graceMs = 60_000;

async function toldInTime(read: Read): Promise<Promised[]> {
  const clocks = await read.db
    .selectFrom('clocks')
    .select(['id', 'routeId', 'termId', 'rungs', 'stoppedAt', 'startedAt'])
    .execute();
  const told = await read.db.selectFrom('reminders').select(['routeId', 'key', 'at']).execute();
  const late: number[] = [];
  const missed: string[] = [];
  let counted = 0;
  let overtaken = 0;
  for (const { id, routeId, termId, rungs, stoppedAt, startedAt } of clocks) {
    for (const [index, { at }] of rungs.entries()) {
      const until = stoppedAt === null ? Date.now() - graceMs : Date.parse(stoppedAt);
      if (Date.parse(at) > until) continue;
      counted += 1;
      const [found, ...more] = told.filter(
        (one) => one.routeId === routeId && one.key === `${id}/${at}/${index}`,
      );
      if (more.length > 0)
        missed.push(`${routeId} ${termId}: rung ${index} was told ${more.length + 1} times`);
      if (found) late.push(Date.parse(found.at) - Math.max(Date.parse(at), Date.parse(startedAt)));
      else if (stoppedAt !== null) overtaken += 1;
      else missed.push(`${routeId} ${termId}: rung ${index} was due at ${at} and nobody was told`);
    }
  }
  const sentence = `each step of a ladder that came due was told once, ${lateness(late)}; overtaken by an answer: ${overtaken}`;
  return [promised(sentence, counted, missed)];
}

async function turnedInTime(read: Read, expected: readonly Expected[]): Promise<Promised> {
  const broken: string[] = [];
  const late: number[] = [];
  for (const { routeId, ends, byClockAt } of expected) {
    if (byClockAt === undefined) continue;
    const moves = await read.db
      .selectFrom('routeMoves')
      .select(['state', 'at'])
      .where('routeId', '=', routeId)
      .execute();
    const first = moves.find(({ state }) => state === ends);
    const after = Date.parse(first?.at ?? '') - byClockAt;
    if (first === undefined) broken.push(`${routeId}: not ${ends} at ${new Date(byClockAt).toISOString()}`);
    else if (after < 0) broken.push(`${routeId}: ${ends} ${-after} ms too early`);
    else late.push(after);
  }
  const sentence = `each period that ran out was seen to, never early, ${lateness(late)}`;
  return promised(sentence, late.length + broken.length, broken);
}

const lateness = (late: readonly number[]): string =>
  `at the latest after ${(Math.max(0, ...late) / 1000).toFixed(1)} s`;
