import { endStates, type RouteState } from '../contracts/codes.js';
import type { CaseRoute, WaitingRoute } from '../contracts/workflow-inputs.js';
import { isDue } from './instants.js';

/** `met`: start. `given up`: start, and tell a person why it did not wait longer. `waits`: not yet. */
export type Readiness = { kind: 'met' } | { kind: 'given-up'; says: string } | { kind: 'waits' };

/** Whether a lot may start: every route it comes after has reached its state, has ended otherwise, or took too long. */
export function readiness(waiting: WaitingRoute, routes: readonly CaseRoute[]): Readiness {
  const open = waiting.lot.after.flatMap(({ route, waitsFor }) =>
    earlier(waiting, routes, route)
      .filter((other) => !other.reached.some((state) => state === waitsFor))
      .map((other) => ({ route, waitsFor, ended: endStates.includes(other.state) })),
  );
  if (open.length === 0) return { kind: 'met' };
  if (open.every((one) => one.ended)) return givenUp(open, 'ended without it');
  if (waiting.startBy !== null && isDue(waiting.startBy)) return givenUp(open, 'took too long');
  return { kind: 'waits' };
}

/** A report moves a route only forward: an old one changes nothing. */
export function reported(known: CaseRoute, seq: number, state: RouteState): CaseRoute {
  const reached = known.reached.includes(state) ? known.reached : [...known.reached, state];
  return seq > known.seq ? { ...known, seq, state, reached } : { ...known, reached };
}

const earlier = (waiting: WaitingRoute, routes: readonly CaseRoute[], route: string): readonly CaseRoute[] =>
  routes.filter(
    (other) => other.route === route && other.items.some((item) => waiting.lot.items.includes(item)),
  );

const givenUp = (open: readonly { route: string; waitsFor: string }[], why: string): Readiness => ({
  kind: 'given-up',
  says: `Started without waiting longer: ${open.map((one) => `${one.route} (${one.waitsFor}) ${why}`).join('; ')}.`,
});
