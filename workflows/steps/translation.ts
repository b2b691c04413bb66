import type { Mail } from '../../contracts/workflow-inputs.js';
import { isDone, isRevision, type MailOf } from '../mailbox.js';
import type { RouteRun } from '../run.js';
import { caseChanged } from './approval.js';
import { expired } from './approval-round.js';

/**
 * Waits for the translation and the sign-off of its second reader. Where the page has them done beside the signatures it may
 * be there already. A change of the text voids the translation with the signatures.
 */
export async function translation(
  run: RouteRun,
): Promise<'TRANSLATED' | 'CASE_CHANGED' | 'APPROVAL_EXPIRED'> {
  const { carry } = run;
  while (!carry.translated) {
    const mail = await run.stand({
      state: 'TRANSLATION',
      waitsFor: 'translation and sign-off of the second reader',
      reason: carry.reason,
      wants: isTranslationOrRevision,
      until: () => carry.round?.expiresAt ?? null,
    });
    if (mail === null || typeof mail === 'string') return expired(run);
    if (mail.kind === 'done') carry.translated = true;
    else if (carry.round && (await caseChanged(run, carry.round)) === 'CASE_CHANGED') return 'CASE_CHANGED';
  }
  carry.reason = 'translated';
  return 'TRANSLATED';
}

const isTranslationOrRevision = (mail: Mail): mail is MailOf<'done' | 'revision'> =>
  isDone('translation-lodged')(mail) || isRevision(mail);
