import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointFile, createCheckpointFile } from '../../activities/audit/checkpoint-file.js';
import { createTimeStamping } from '../../activities/audit/time-stamping.js';
import { createNotary, type Notary, type NotaryDeps } from '../../activities/audit/notary.js';
import type { AppDeps } from '../../api/deps.js';
import { SettingsError, type Settings } from '../../config/env.js';
import type { Logger } from '../../config/logger.js';
import { newId, newSigningKey, NoteError, readSigner, signNote, type Signer } from '../../store/index.js';

/** Signs a text as the record is signed: what the rules in force are is said with the same keys. */
export function releaseNotary(settings: Settings): AppDeps['notary'] {
  const folder = join(settings.place.dataDir, 'audit');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const signers = signersIn(keysOf(settings, join(folder, 'signing.key')));
  return { sign: (text) => signNote(text, signers), keys: signers.map(({ text }) => text) };
}

type Wiring = Pick<NotaryDeps, 'store' | 'clock'> & { settings: Settings; folder: string; logger: Logger };

/**
 * Who signs the audit: with the keys of the configuration, or, in training, with one made once in the data folder.
 * @throws SettingsError at a site without a key, and for a key that is none
 */
export function openNotary({ store, clock, settings, folder, logger }: Wiring): Notary {
  const dir = settings.audit.checkpointsDir ?? folder;
  return createNotary({
    store,
    clock,
    signers: signersIn(keysOf(settings, join(folder, 'signing.key'))),
    file: createCheckpointFile(join(dir, checkpointFile)),
    stamp: settings.audit.tsaUrl === undefined ? undefined : createTimeStamping(settings.audit.tsaUrl),
    onFailure: (err) =>
      logger.warn({ err }, 'no checkpoint after a signature; the next hour makes up for it'),
  });
}

function keysOf({ audit, place }: Settings, file: string): string {
  if (audit.signingKey !== undefined) return audit.signingKey.reveal();
  if (place.mode === 'embedded') return keyInFile(file);
  throw new SettingsError('✖ AUDIT_SIGNING_KEY missing: rogatory audit key NAME prints one');
}

/** The key of a data folder, made once; only its owner reads it. */
function keyInFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const key = newSigningKey(`training.rogatory/${newId().toLowerCase()}`);
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  }
}

/** All under one name: it is the origin of the record. */
function signersIn(text: string): NotaryDeps['signers'] {
  const [first, ...others] = text.trim().split(/\s+/).map(signerIn);
  if (first === undefined || others.some(({ name }) => name !== first.name))
    throw new SettingsError('✖ AUDIT_SIGNING_KEY holds keys of more than one name');
  return [first, ...others];
}

function signerIn(text: string): Signer {
  try {
    return readSigner(text);
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    throw new SettingsError(`✖ AUDIT_SIGNING_KEY or the key in the data folder: ${error.message}`);
  }
}
