import { asks, does, follows, rests } from '../row.js';
import { renewal } from '../steps/guards.js';

const lapsed = {
  code: 'PRESERVATION_EXPIRED',
  says: 'The preservation ended before another step had taken over. Who, why, was data lost?',
} as const;

/** Rows of every route that keeps data preserved (C.6, C.7, C.11, C.13), after the first confirmation. */
export const keeping = {
  clarification: asks(['CLARIFICATION'], 'answer to the clarification', {
    CLARIFIED: 'back',
    OVERDUE: 'decision',
    LAPSED: 'lapsed',
  }),
  preserved: rests(['PRESERVED'], 'the step that follows', {
    SERVED: 'superseded',
    RENEW: 'renewal',
    RELEASE: 'released',
    LAPSED: 'lapsed',
  }),
  renewal: does([], renewal, { RENEW: 'renewing', NOT_RENEWABLE: 'decision' }),
  renewing: asks(['RENEWAL_ASKED'], 'confirmation of the renewal', { SILENT: 'decision', LAPSED: 'lapsed' }),
  superseded: rests(['SUPERSEDED'], 'data of the step that took over', {
    RECEIVED: 'CLOSED',
    RENEW: 'renewal',
    RELEASE: 'released',
    LAPSED: 'lapsed',
  }),
  released: follows(['RELEASED'], 'letter that releases the preservation', { LETTER_SENT: 'CLOSED' }),
  lapsed: asks(['LAPSED'], 'decision, the same day', { CONVERT: 'CONVERTED', CLOSE: 'EXPIRED' }, lapsed),
} as const;
