import type { ReplyOutcome, RouteState } from '../contracts/codes.js';
import type { RouteEvent } from '../contracts/route-events.js';
import type { RouteRun } from './run.js';
import { awaited } from './steps/awaited.js';
import type { Incident, Row, Target } from './table.js';

type Step<O extends RouteEvent> = (run: RouteRun, row: Row<string>) => Promise<O>;
type Offered = Exclude<RouteEvent, ReplyOutcome>;
type WaysOf<S extends string> = Readonly<Partial<Record<Offered, Target<S>>>>;

/** Does one thing of our own; every event it may come to is named. */
export const does = <O extends RouteEvent, const S extends string>(
  shows: readonly RouteState[],
  step: Step<O>,
  ways: Readonly<Record<O, Target<S>>>,
): Row<S> => ({ shows, waitsFor: 'our own work', ways, rests: false, replies: 'none', step });

const waits =
  (kind: Pick<Row<string>, 'rests' | 'replies'>) =>
  <const S extends string>(
    shows: readonly RouteState[],
    waitsFor: string,
    ways: WaysOf<S>,
    incident?: Incident,
  ): Row<S> => ({ shows, waitsFor, ways, ...kind, ...(incident && { incident }), step: awaited });

/** Waits in a place of its own; the events it awaits are its ways, and every reply leads on. */
export const rests = waits({ rests: true, replies: 'lead' });

/** Asks something on the way and may go back; every reply leads on. */
export const asks = waits({ rests: false, replies: 'lead' });

/** Waits for what has to follow. A reply is put to the file and changes nothing. */
export const follows = waits({ rests: false, replies: 'note' });
