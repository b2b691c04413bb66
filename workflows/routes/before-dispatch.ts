import { next } from '../route.js';
import type { RouteRun } from '../run.js';
import { approval } from '../steps/approval.js';
import { checks } from '../steps/checks.js';
import { draft, missingFields, returned } from '../steps/draft.js';
import { dispatch, handOver } from '../steps/hand-over.js';

/** Rows from the first draft to the last signature (specification C.2): the same for every route. */
export const untilSigned = <const S extends string>(signed: S) => ({
  draft: async (r: RouteRun) => next(await draft(r), { complete: 'checks', missing: 'fieldsMissing' }),
  fieldsMissing: async (r: RouteRun) => always(await missingFields(r), 'draft'),
  checks: async (r: RouteRun) => next(await checks(r), { clear: 'approval', changed: 'draft' }),
  approval: async (r: RouteRun) =>
    next(await approval(r), {
      approved: signed,
      returned: 'returned',
      rejected: 'CLOSED',
      expired: 'draft',
      changed: 'draft',
    }),
  returned: async (r: RouteRun) => always(await returned(r), 'draft'),
});

/** Rows from the first draft to the recorded dispatch: the same for every route that sends a request. */
export const untilDispatched = {
  ...untilSigned('handOver'),
  handOver: async (r: RouteRun) =>
    next(await handOver(r), { handedOver: 'sending', approvalsGone: 'draft', refused: 'checks' }),
  sending: async (r: RouteRun) => always(await dispatch(r), 'waiting'),
};

/** The next state of a row that has one way out. */
export function always<const S extends string>(_done: void, state: S): S {
  return state;
}
