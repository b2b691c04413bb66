import type { StepView } from '../../../contracts/route-view.js';
import type { ApprovalTerm, ClockTerm } from '../../../contracts/terms.js';

/** Signatures as an officer weighs them, without their reminders. */
export const approvalsShown = (approvals: readonly ApprovalTerm[]): StepView['approvals'] =>
  approvals.map(({ order, step, roles, within }) => ({ order, step, roles, within }));

/** The clock that dispatch starts, else the first of the route. */
export function firstClockOf(clocks: readonly ClockTerm[]): StepView['firstClock'] {
  const clock = clocks.find(({ starts }) => starts === 'DISPATCHED') ?? clocks[0];
  if (clock === undefined) return null;
  const { id, title, starts, length, nature, reference } = clock;
  return { id, title, starts, length, nature, reference };
}
