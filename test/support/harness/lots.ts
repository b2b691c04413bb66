import type { RouteFamily, RouteState } from '../../../contracts/codes.js';
import type { Lot } from '../../../contracts/determination.js';
import type { ApprovalTerm, ClockTerm, Period, RouteTerms, Rung } from '../../../contracts/plan.js';
import type { RouteInput } from '../../../contracts/workflow-inputs.js';

export const days = (amount: number): Period => ({ amount, unit: 'day' });
export const hours = (amount: number): Period => ({ amount, unit: 'hour' });
export const minutes = (amount: number): Period => ({ amount, unit: 'minute' });
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const rung = (after: Period, tell: Rung['tell'] = 'CASE_OFFICER', what: Rung['what'] = 'remind'): Rung => ({
  after,
  tell,
  what,
});

export const supervisorSigns: ApprovalTerm = {
  step: 'supervisor',
  order: 1,
  roles: ['SUPERVISOR'],
  within: hours(4),
  ladder: [
    rung(hours(2), 'SUPERVISOR'),
    rung(hours(4), 'SUPERVISOR', 'escalate'),
    rung(hours(6), 'HEAD_OF_OFFICE', 'escalate'),
  ],
};

export const prosecutorSigns: ApprovalTerm = {
  ...supervisorSigns,
  step: 'prosecutor',
  order: 2,
  roles: ['PROSECUTOR'],
};

const clock = (id: string, starts: RouteState, length: Period, more: Partial<ClockTerm> = {}): ClockTerm => ({
  id,
  title: id,
  starts,
  length,
  nature: 'office',
  reference: 'for tests',
  ladder: [],
  ...more,
});

const answerLadder = [rung(days(7)), rung(days(14)), rung(days(21))];
const acknowledgement = clock('acknowledgement', 'DISPATCHED', days(3), {
  until: ['ACKNOWLEDGED', 'PRESERVED', 'INTAKE', 'DECISION_DUE'],
});
const answer = clock('answer', 'DISPATCHED', days(30), { ladder: answerLadder });
const clarifying = clock('clarification', 'CLARIFICATION', days(2));
const preservation = clock('preservation', 'PRESERVED', days(90), {
  nature: 'provider',
  ladder: [30, 14, 7, 3, 1].map((left) => rung(days(-left))),
});

const clocksOf: Partial<Record<RouteFamily, readonly ClockTerm[]>> = {
  PROV_PRES: [
    clock('acknowledgement', 'DISPATCHED', days(3), { ladder: [rung(days(1)), rung(days(2))] }),
    clock('confirmation', 'ACKNOWLEDGED', days(5)),
    clarifying,
    preservation,
  ],
  ART29: [
    clock('acknowledgement', 'DISPATCHED', days(3)),
    clock('confirmation', 'ACKNOWLEDGED', days(3)),
    clock('order', 'IN_EXECUTION', days(3)),
    clarifying,
    { ...preservation, length: days(60), nature: 'law' },
  ],
  P2P: [acknowledgement, answer, clarifying, preservation],
  EDR: [
    clock('answer', 'DISPATCHED', minutes(60), {
      ladder: [15, 30, 60].map((after) => rung(minutes(after), 'DUTY_OFFICER', 'call')),
    }),
    clarifying,
    clock('review', 'EX_POST', hours(72), { nature: 'law' }),
    clock('overdue', 'REVIEW_OVERDUE', days(7)),
  ],
  MLA: [
    acknowledgement,
    clock('status', 'IN_EXECUTION', days(60)),
    clock('answer', 'DISPATCHED', days(365), {
      ladder: [rung(days(180), 'CENTRAL_AUTHORITY', 'escalate')],
      until: ['INTAKE', 'DECISION_DUE'],
    }),
    clarifying,
  ],
  DOMESTIC: [clock('domestic', 'WAITING_DOMESTIC', days(10))],
};

const formless: readonly RouteFamily[] = ['OSINT', 'CONSENT', 'DOMESTIC', 'EPOC', 'EPOC_PR'];

/** Terms as a plan would carry them; figures are for tests, not for law. */
export const termsOf = (family: RouteFamily, more: Partial<RouteTerms> = {}): RouteTerms => ({
  lifeCycle: family,
  forms: formless.includes(family) ? [] : ['D-01'],
  urgency: 'ROUTINE',
  approvals: [supervisorSigns],
  approvalValidFor: days(10),
  clocks: clocksOf[family] ?? [acknowledgement, answer, clarifying],
  events: [],
  decisions: [],
  renewals: null,
  ...more,
});

export const aLot = (family: RouteFamily, more: Partial<Lot> = {}): Lot => ({
  order: 1,
  route: family,
  measure: 'PRESERVE',
  addressee: 'provider-x',
  items: ['item-1'],
  basis: [],
  key: `lot of ${family}`,
  family,
  categories: ['CONTENT'],
  dispatchBlockers: [],
  after: [],
  safeguards: [],
  duties: [],
  terms: termsOf(family),
  ...more,
});

export const routeInput = (lot: Lot, routeId: string): RouteInput => ({
  inputVersion: 1,
  caseId: 'case-1',
  routeId,
  planId: 'plan-1',
  lot,
  startsIn: lot.inFlight ? 'waiting' : 'draft',
});
