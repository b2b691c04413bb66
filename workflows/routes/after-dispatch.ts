import { asks, follows } from '../row.js';

/** Where replies lead unless the route says otherwise (C.9, C.15); those not named ask for a decision. */
export const onReply = {
  ACKNOWLEDGED: 'back',
  PRESERVED: 'back',
  ANSWERED: 'intake',
  PARTIAL: 'part',
  CLARIFICATION: 'clarification',
  REFUSED: 'decision',
} as const;

/** Rows after the wait that most routes share; each route sets its own where its section of C says otherwise. */
export const afterwards = {
  clarification: asks(['CLARIFICATION'], 'answer to the clarification', {
    CLARIFIED: 'back',
    OVERDUE: 'decision',
  }),
  intake: follows(['INTAKE'], 'receipt by custodian and witness', { RECEIVED: 'CLOSED' }),
  part: follows(['INTAKE'], 'receipt by custodian and witness', { RECEIVED: 'gaps' }),
  gaps: asks(['PARTIAL'], 'decision on the gap', {
    FOLLOW_UP: 'back',
    CONVERT: 'CONVERTED',
    CLOSE: 'CLOSED',
  }),
  decision: asks(['DECISION_DUE'], 'decision', {
    WAIT_ON: 'back',
    AGAIN: 'draft',
    CONVERT: 'CONVERTED',
    CLOSE: 'CLOSED',
  }),
  withdrawn: follows(['WITHDRAWING'], 'letter that withdraws the request', { LETTER_SENT: 'asMeant' }),
} as const;
