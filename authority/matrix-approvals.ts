import { caseTeam, officers, onlookers, signers } from './circles.js';
import { grant } from './grant.js';
import type { Grant } from './grant.js';

/** Lines of the matrix about what waits to be signed, and about the document that is signed (C.3). */
export const approvalLines: readonly Grant[] = [
  grant('approval.list', signers, 'An inbox holds only what one could sign now.'),
  grant('approval.decide', signers, 'Four eyes: the drafter never signs (C.3, HR-07).', [
    'NEED_TO_KNOW',
    'NAMED_ROLE',
    'NOT_DRAFTER',
  ]),
  grant('approval.enterByPhone', officers, 'The officer on the line enters the code of the signer (C.3).', [
    'NEED_TO_KNOW',
  ]),
  grant('approval.confirmPhone', signers, 'Who approved by phone stands behind it in person (C.3).', [
    'NEED_TO_KNOW',
  ]),
  grant('document.read', caseTeam, 'Who works on a request, or signs it, reads it.', ['NEED_TO_KNOW']),
  grant('document.read', onlookers, 'Oversight and audit read without asking the unit.', ['NEED_TO_KNOW']),
];
