import { chmod, chown, link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { KeyRingError, type KeyRing } from '../../contracts/keys.js';
import { digestOf } from '../canonical.js';
import { newId } from '../ids.js';
import { keyBytes, newKey } from './aead.js';
import { ringOver, type RingKeys } from './ring.js';

const base64Key = z
  .base64()
  .refine((text) => Buffer.from(text, 'base64').length === keyBytes, `is ${keyBytes} bytes in base64`);
const entry = z.strictObject({ id: z.string().min(1).max(60), madeAt: z.iso.datetime(), key: base64Key });
const fileShape = z.strictObject({
  format: z.literal(1),
  current: z.string(),
  keys: z.array(entry).min(1),
  /** SHA-256 over the rest: a file that was copied half is noticed. It protects against accidents, not against people. */
  check: z.string(),
});
type RingFile = z.infer<typeof fileShape>;
type Ring = Omit<RingFile, 'check'>;

const missing = (path: string): KeyRingError =>
  new KeyRingError(
    'KEY_RING_MISSING',
    `There is no key ring at ${path}. Put it back from your copy: without it nothing that is stored can be read. Only an empty store begins with a new ring.`,
  );
const broken = (path: string, why: string): KeyRingError =>
  new KeyRingError('KEY_RING_BROKEN', `The key ring at ${path} is not whole: ${why}. Copy it again.`);

const exists = (path: string): KeyRingError =>
  new KeyRingError(
    'KEY_RING_EXISTS',
    `There is a file at ${path}. It is not written over: what it opens could be read by nobody again.`,
  );

const refuseMissing =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    throw error.code === 'ENOENT' ? missing(path) : error;
  };

/** Reads a key ring file. Throws KeyRingError: KEY_RING_MISSING, KEY_RING_BROKEN. */
export async function readRing(path: string): Promise<Ring> {
  const text = await readFile(path, 'utf8').catch(refuseMissing(path));
  const read = fileShape.safeParse(jsonIn(text, path));
  if (!read.success) throw broken(path, z.prettifyError(read.error).replaceAll('\n', ' '));
  const { check, ...ring } = read.data;
  if (check !== digestOf(ring)) throw broken(path, 'its check does not fit its keys');
  if (!ring.keys.some(({ id }) => id === ring.current))
    throw broken(path, `its current key ${ring.current} is not in it`);
  return ring;
}

function jsonIn(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw broken(path, 'it is no JSON, or ends too early');
  }
}

/**
 * Writes the whole file beside the old one and puts it in its place. A new ring is readable by its owner only; a changed
 * one by whom it was readable before, or the processes that run would lose it.
 */
async function writeRing(path: string, ring: Ring, { replace }: { replace: boolean }): Promise<void> {
  const beside = `${path}.${newId()}`;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify({ ...ring, check: digestOf(ring) }, null, 1)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await (replace ? sameReaders(path, beside) : chmod(beside, 0o600));
    await (replace ? rename(beside, path) : link(beside, path));
    const folder = await open(dirname(path), 'r');
    await folder.sync().finally(() => folder.close());
  } finally {
    await rm(beside, { force: true });
  }
}

async function sameReaders(path: string, beside: string): Promise<void> {
  const [before, now] = [await stat(path), await stat(beside)];
  if (before.uid !== now.uid || before.gid !== now.gid) await chown(beside, before.uid, before.gid);
  await chmod(beside, before.mode & 0o777);
}

const freshKey = (at: string): Ring['keys'][number] => ({
  id: newId(),
  madeAt: at,
  key: Buffer.from(newKey()).toString('base64'),
});

/** Makes a ring with one key. Never over one that exists: KEY_RING_EXISTS. */
export async function makeRing(path: string, at: string): Promise<void> {
  const key = freshKey(at);
  const ring: Ring = { format: 1, current: key.id, keys: [key] };
  await writeRing(path, ring, { replace: false }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? exists(path) : error;
  });
}

/** Adds a key; with `use` it wraps from now on, else it only lies ready so that every machine can be given it first. */
export async function addKey(path: string, at: string, { use }: { use: boolean }): Promise<string> {
  const key = freshKey(at);
  await changeRing(path, (ring) => ({
    ...ring,
    current: use ? key.id : ring.current,
    keys: [...ring.keys, key],
  }));
  return key.id;
}

/** Makes the newest key the one that wraps. */
export async function useNewest(path: string): Promise<string> {
  const { current } = await changeRing(path, (ring) => ({
    ...ring,
    current: ring.keys.at(-1)?.id ?? ring.current,
  }));
  return current;
}

/** Takes an old key out. What is still wrapped by it can then be read by nobody; the caller has looked. */
export async function dropKey(path: string, keyId: string): Promise<void> {
  await changeRing(path, (ring) => {
    if (ring.current === keyId)
      throw new KeyRingError('KEY_WRONG', `${keyId} is the key in use. Rotate first.`);
    if (!ring.keys.some(({ id }) => id === keyId))
      throw new KeyRingError('KEY_MISSING', `${path} has no key ${keyId}.`);
    return { ...ring, keys: ring.keys.filter(({ id }) => id !== keyId) };
  });
}

/** Reads, changes and replaces the ring with nobody else at it: two at once could each lose the other's key. */
async function changeRing(path: string, change: (ring: Ring) => Ring): Promise<Ring> {
  const lock = `${path}.lock`;
  const held = await open(lock, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? beingChanged(path, lock) : error;
  });
  try {
    const ring = change(await readRing(path));
    await writeRing(path, ring, { replace: true });
    return ring;
  } finally {
    await held.close();
    await rm(lock, { force: true });
  }
}

const beingChanged = (path: string, lock: string): KeyRingError =>
  new KeyRingError(
    'KEY_RING_BUSY',
    `Somebody is changing ${path}. If nobody is, an earlier change was cut: remove ${lock} and look at keys status.`,
  );

/**
 * The ring of a file. It is read again when the file is another one, and when a key is met that it did not have: a
 * rotation reaches a running process without a restart. Throws KeyRingError.
 */
export async function openRingFile(path: string): Promise<KeyRing> {
  let held = await heldIn(path);
  return ringOver(async (wanted) => {
    const known = wanted === undefined ? held.version === (await versionOf(path)) : held.keys.has(wanted);
    if (!known) held = await heldIn(path);
    return held;
  }, path);
}

async function heldIn(path: string): Promise<RingKeys & { version: string }> {
  const version = await versionOf(path);
  return { ...keysOf(await readRing(path)), version };
}

/** A ring is never written over but put in the place of the old one: another file, another version. */
async function versionOf(path: string): Promise<string> {
  const { ino, mtimeMs, size } = await stat(path).catch(refuseMissing(path));
  return `${ino} ${mtimeMs} ${size}`;
}

const keysOf = ({ current, keys }: Ring): RingKeys => ({
  current,
  keys: new Map(keys.map(({ id, key }) => [id, Buffer.from(key, 'base64')])),
});
