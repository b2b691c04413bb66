import { NoteError, readNote, readVerifier, signedBy } from './audit/note.js';
import type { ReleaseRecord } from './releases.js';

/**
 * What is signed when a release is published: which folder, rule set and registers, from which day, and when. One line each,
 * in the form of a signed note (C2SP signed-note).
 */
export const releaseText = (
  { id, contentDigest, ruleSetDigest, registersDigest }: ReleaseRecord,
  { effectFrom, at }: { effectFrom: string; at: string },
): string =>
  [
    `rogatory release ${id}`,
    `folder ${contentDigest}`,
    `rule set ${ruleSetDigest}`,
    `registers ${registersDigest}`,
    `in force from ${effectFrom}`,
    `at ${at}`,
    '',
  ].join('\n');

/** Why the note of a published release counts for nothing, or `null` where it is good by one of the keys given. */
export function noteFault(release: ReleaseRecord, keys: readonly string[]): string | null {
  const published = release.steps.find(({ step }) => step === 'PUBLISHED');
  if (!published?.note || published.effectFrom === null) return 'it carries no signed note';
  const { effectFrom, at } = published;
  try {
    const note = readNote(published.note);
    if (note.text !== releaseText(release, { effectFrom, at })) return 'it is not what was signed';
    const judged = keys.map((key) => signedBy(note, readVerifier(key)));
    if (judged.includes('bad')) return 'its signature was changed';
    return judged.includes('good') ? null : 'it is signed with a key that is not known here';
  } catch (error) {
    if (error instanceof NoteError) return error.message;
    throw error;
  }
}
