import { officers, onlookers, supervisors } from './circles.js';
import { grant } from './grant.js';
import type { Grant } from './grant.js';

/** Lines of the matrix about answers that come back, and what they lack. */
export const answerLines: readonly Grant[] = [
  grant(
    'reply.record',
    [...officers, 'CHANNEL_UNIT', 'CONTACT_24_7', 'CENTRAL_AUTHORITY'],
    'Who is written to enters the answer.',
    ['NEED_TO_KNOW'],
  ),
  grant('reply.decide', supervisors, 'A supervisor opens a closed route again, or leaves it closed (C.16).', [
    'NEED_TO_KNOW',
  ]),
  grant(
    'gap.close',
    [...officers, ...supervisors, 'CENTRAL_AUTHORITY'],
    'Who follows the request says what became of a gap; to do without takes a supervisor (P10).',
    ['NEED_TO_KNOW', 'NAMED_ROLE'],
  ),
  grant(
    'register.readProposals',
    ['LEGAL_ADVISOR', ...onlookers],
    'What requests taught is for those who own the registers; no case is in it (C.15).',
  ),
  grant('register.decideProposal', ['LEGAL_ADVISOR'], 'Legal advisers own the registers (C.1).'),
];
