import { grant } from './grant.js';
import type { Grant } from './grant.js';

/** Lines about the rules themselves: who reads them, and who may put others in force (never one person alone). */
export const rulesLines: readonly Grant[] = [
  grant('rules.read', 'EVERYBODY', 'The rules are no secret of anybody’s.'),
  grant('rules.draft', ['LEGAL_ADVISOR'], 'Legal advisers own the pages.'),
  grant('rules.approve', ['LEGAL_ADVISOR'], 'Other rules take a second legal adviser.', ['NOT_ONESELF']),
  grant('rules.publish', ['LEGAL_ADVISOR'], 'What two advisers stand behind is published by one.'),
  grant(
    'rules.takeBack',
    ['LEGAL_ADVISOR', 'HEAD_OF_OFFICE'],
    'Rules that do harm are taken back at once, and by two persons; the head of office is one who can be reached.',
    ['NOT_ONESELF'],
  ),
];
