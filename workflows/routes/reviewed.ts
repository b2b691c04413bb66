import { asks, follows } from '../row.js';

const overdue = {
  code: 'EX_POST_OVERDUE',
  says: 'The review after an emergency is overdue; head of office and overseer are told.',
} as const;
const notValidated = {
  code: 'NOT_VALIDATED',
  says: 'The review did not validate the emergency request: delete the data or restrict their use, and inform.',
} as const;

/** Rows of the review by persons not involved (C.10, C.13). Overdue is a hard stop: the route stays open. */
export const reviewed = {
  exPost: follows(['EX_POST'], 'review by persons not involved', {
    VALIDATED: 'asMeant',
    NOT_VALIDATED: 'notValidated',
    OVERDUE: 'overdueReview',
  }),
  overdueReview: follows(
    ['REVIEW_OVERDUE'],
    'review by persons not involved',
    { VALIDATED: 'asMeant', NOT_VALIDATED: 'notValidated' },
    overdue,
  ),
  notValidated: follows(
    ['NOT_VALIDATED'],
    'data deleted or restricted, provider and persons informed',
    { MEASURES_TAKEN: 'asMeant' },
    notValidated,
  ),
} as const;

/** Rows after an answer where the end first asks whether a review is owed. */
export const recordedAfterwards = {
  intake: follows(['INTAKE'], 'receipt by custodian and witness', { RECEIVED: 'recorded' }),
  gaps: asks(['PARTIAL'], 'decision on the gap', {
    FOLLOW_UP: 'back',
    CONVERT: 'recorded',
    CLOSE: 'recorded',
  }),
} as const;
