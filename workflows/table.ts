import type { ReplyOutcome, RouteState } from '../contracts/codes.js';
import type { RouteEvent } from '../contracts/route-events.js';
import type { RouteRun } from './run.js';

/** States in which a route is over. */
export type End = 'CLOSED' | 'WITHDRAWN' | 'EXPIRED' | 'CONVERTED' | 'CANCELLED_BEFORE_DISPATCH';

/**
 * Where an event leads: a row, an end, `back` to the row where the route rested before it was asked something, or `asMeant`:
 * the end that was decided on (closed, converted or withdrawn) before a letter or a review had to come first.
 */
export type Target<S extends string> = S | End | 'back' | 'asMeant';
export type Ways<S extends string> = Readonly<Partial<Record<RouteEvent, Target<S>>>>;

/** One row of a table: the states it shows (acknowledgements move it along them), what it does or awaits, and its ways out. */
export type Row<S extends string> = {
  shows: readonly RouteState[];
  waitsFor: string;
  ways: Ways<S>;
  /** A place of its own, which detours come back to. */
  rests: boolean;
  /** Replies lead on, or are only linked, or cannot come yet. */
  replies: 'lead' | 'note' | 'none';
  /** Opened when the row is entered. */
  incident?: Incident;
  step: (run: RouteRun, row: Row<string>) => Promise<RouteEvent>;
};
export type Incident = { code: string; says: string };

/** Where replies lead from every row that takes them; one that is not named asks for a decision. */
export type Replies<S extends string> = Readonly<Partial<Record<ReplyOutcome, Target<S>>>>;
