import type { KeptCheckpoint } from '../../contracts/audit-record.js';
import {
  NoteError,
  readCheckpoint,
  readNote,
  readVerifier,
  signedBy,
  type Checkpoint,
  type Note,
  type Verifier,
} from './note.js';

/** What a signed note turned out to be: good, or why it counts for nothing. */
export type Judged = { checkpoint: Checkpoint } | { fault: 'CHANGED' | 'OTHER_KEY'; says: string };

/**
 * Which keys are believed. Begins with the keys that a person names, or, where none is named, with those of the first
 * checkpoint; a later key is believed once a checkpoint carries its signature beside one that is believed already.
 */
export function createTrust(named: readonly string[]): {
  judge(kept: KeptCheckpoint): Judged;
  keys(): readonly string[];
} {
  const trusted = new Map(named.map((text) => [text, readVerifier(text)]));

  function good(note: Note, keys: readonly Verifier[]): Judged {
    const believed = [...trusted.values()].map((key) => signedBy(note, key));
    if (believed.includes('bad')) return { fault: 'CHANGED', says: 'its text or its signature was changed' };
    if (!believed.includes('good')) return { fault: 'OTHER_KEY', says: 'it is signed with another key' };
    for (const key of keys) if (signedBy(note, key) === 'good') trusted.set(key.text, key);
    return { checkpoint: readCheckpoint(note.text) };
  }

  return {
    judge(kept) {
      try {
        const note = readNote(kept.note);
        const keys = kept.keys.map(readVerifier);
        if (trusted.size === 0) for (const key of keys) trusted.set(key.text, key);
        const judged = good(note, keys);
        return 'checkpoint' in judged && !saysTheSame(judged.checkpoint, kept)
          ? { fault: 'CHANGED', says: 'size, time or occasion beside it are not those that were signed' }
          : judged;
      } catch (error) {
        if (!(error instanceof NoteError)) throw error;
        return { fault: 'CHANGED', says: error.message };
      }
    },
    keys: () => [...trusted.keys()],
  };
}

const saysTheSame = ({ size, at, why }: Checkpoint, kept: KeptCheckpoint): boolean =>
  size === kept.size && at === kept.madeAt && why === kept.why;
