import { does } from '../row.js';
import { textSigned } from '../steps/approval.js';
import { checks } from '../steps/checks.js';
import { describe, draft, missingFields, returned } from '../steps/draft.js';
import { dispatch, handOver } from '../steps/hand-over.js';

/** Rows from the first draft to the last signature (specification C.2): the same for every route. */
export const untilSigned = <const S extends string, const R extends string = 'CLOSED'>(
  signed: S,
  rejected: R | 'CLOSED' = 'CLOSED',
) => ({
  draft: does(['DRAFT'], draft, { DRAFTED: 'checks', FIELDS_MISSING: 'fieldsMissing' }),
  fieldsMissing: does(['FIELDS_MISSING'], missingFields, { REVISED: 'draft' }),
  checks: does(['CHECKS'], checks, { CLEAR: 'approval', CASE_CHANGED: 'draft' }),
  approval: does(['APPROVAL'], textSigned, {
    APPROVED: signed,
    RETURNED: 'returned',
    REJECTED: rejected,
    APPROVAL_EXPIRED: 'draft',
    CASE_CHANGED: 'draft',
  }),
  returned: does(['RETURNED'], returned, { REVISED: 'draft' }),
});

/** The same for what is signed without a form: the part of the case that it rests on. Nothing can be missing of it. */
export const untilSignedWithoutForm = <const S extends string, const R extends string = 'CLOSED'>(
  signed: S,
  rejected: R | 'CLOSED' = 'CLOSED',
) => {
  const { checks, approval, returned } = untilSigned(signed, rejected);
  return { draft: does(['DRAFT'], describe, { DRAFTED: 'checks' }), checks, approval, returned };
};

/** Rows from the hand-over to the recorded dispatch. */
export const leaving = {
  handOver: does(['APPROVED'], handOver, {
    HANDED_OVER: 'sending',
    APPROVALS_GONE: 'draft',
    HAND_OVER_REFUSED: 'checks',
  }),
  sending: does(['HANDED_OVER'], dispatch, { SENT: 'waiting' }),
};

/** Rows of every route that sends a request, until it has left. */
export const untilSent = { ...untilSigned('handOver'), ...leaving };
export const untilSentWithoutForm = { ...untilSignedWithoutForm('handOver'), ...leaving };

/** The same where a request that is asked for anew and rejected may still owe the review of the one before. */
export const untilSentAndReviewed = { ...untilSigned('handOver', 'recorded'), ...leaving };
export const untilSentAndReviewedWithoutForm = {
  ...untilSignedWithoutForm('handOver', 'recorded'),
  ...leaving,
};
