/**
 * Why a reply does not go on to its route by itself: the route is over, the same content came before, or the same outcome came
 * before under the same reference. No zod here: workflows and the store read the words.
 */
export const asideReasons = ['LATE', 'SAME_CONTENT', 'SAME_REFERENCE'] as const;
export type AsideWhy = (typeof asideReasons)[number];

/** What a supervisor decides on it. */
export const asideChoices = ['REOPEN', 'REJECT', 'SAME', 'OTHER'] as const;
export type AsideChoice = (typeof asideChoices)[number];

/** What each kind asks. The same content is the same reply: nothing is asked. */
export const choicesFor: Readonly<Record<AsideWhy, readonly AsideChoice[]>> = {
  LATE: ['REOPEN', 'REJECT', 'SAME'],
  SAME_CONTENT: [],
  SAME_REFERENCE: ['SAME', 'OTHER'],
};
