import { describe, expect, it } from 'vitest';
import {
  checkpointText,
  newSigningKey,
  readCheckpoint,
  readNote,
  readSigner,
  readVerifier,
  signedBy,
  signNote,
} from '../../store/audit/note.js';

/** Example of the reference implementation of signed notes (golang.org/x/mod/sumdb/note). */
const known = {
  key: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  verifier: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  note:
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

describe('a signed note', () => {
  it('is what the reference implementation makes of the same key and text', () => {
    const signer = readSigner(known.key);
    expect(signer.text).toBe(known.verifier);
    expect(signNote(readNote(known.note).text, [signer])).toBe(known.note);
    expect(signedBy(readNote(known.note), readVerifier(known.verifier))).toBe('good');
  });

  it('does not survive the change of any one byte', () => {
    const signer = readSigner(newSigningKey('rogatory.test/1'));
    const root = 'ab'.repeat(32);
    const bytes = Buffer.from(
      signNote(
        checkpointText({ origin: signer.name, size: 7, root, at: '2026-11-24T09:00:00.000Z', why: 'ASKED' }),
        [signer],
      ),
    );
    const survives = (changed: Buffer): boolean => {
      try {
        return signedBy(readNote(changed.toString('utf8')), signer) === 'good';
      } catch {
        return false;
      }
    };
    expect(survives(bytes)).toBe(true);
    for (const at of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(survives(changed), `byte ${at}`).toBe(false);
    }
  });

  it('with a checkpoint reads back as origin, size and root, and nothing else is a checkpoint', () => {
    const checkpoint = {
      origin: 'rogatory.test/1',
      size: 12,
      root: 'cd'.repeat(32),
      at: '2026-11-24T09:00:00.000Z',
      why: 'HOURLY',
    };
    expect(readCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint);
    for (const text of [
      '',
      'o\n012\nAAAA\n',
      'o\n-1\nAAAA\n',
      'o\n1\nAAAA\n',
      `${checkpointText(checkpoint)}more\n`,
    ])
      expect(() => readCheckpoint(text), text).toThrow('no ');
  });

  it('knows no key whose hash is not of this key', () => {
    expect(() => readVerifier(known.verifier.replace('c74f20a3', 'c74f20a4'))).toThrow('not of this key');
    expect(() => readSigner(known.key.replace('PeterNeumann', 'SomebodyElse'))).toThrow('not of this key');
  });
});
