import { z } from 'zod';
import { isIdentifiers, sameness } from '../rules/engine/index.js';
import { keepIdentifiers } from '../store/index.js';
import type { AnswerToRecord, PersonAct, Tx } from '../store/index.js';

/** An identifier that another case has too. Which case is not said: need to know stays. */
export const askedElsewhere = z
  .array(
    z.object({
      item: z.string().nullable(),
      position: z.int().describe('Place in the list of identifiers that was recorded, from 0.'),
      says: z.string(),
    }),
  )
  .readonly();

const says =
  'The same identifier was already recorded in another case. Before you ask for it again, speak to your supervisor, who can find out whose case it is.';

/** Keeps the identifiers among these answers in the blind index, and answers those that another case has too. */
export async function noteIdentifiers(
  tx: Tx,
  act: PersonAct,
  caseId: string,
  answers: readonly AnswerToRecord[],
): Promise<z.infer<typeof askedElsewhere>> {
  const met: { item: string | null; position: number; says: string }[] = [];
  for (const { item, known, value } of answers.filter(({ fact }) => fact === 'identifiers')) {
    const same = known && isIdentifiers(value) ? value.map(sameness) : [];
    const found = await keepIdentifiers(tx, act, { caseId, item, same });
    found.forEach((elsewhere, position) => elsewhere && met.push({ item, position, says }));
  }
  return met;
}
