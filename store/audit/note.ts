import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto';

/**
 * Signed notes with Ed25519 (C2SP signed-note), and the checkpoint that such a note carries (C2SP tlog-checkpoint): lines
 * with origin, size, root, and time and occasion, an empty line, one line for each signature.
 */

/** Public half of a key: `name+hash+base64(0x01 || public key)`. */
export type Verifier = {
  readonly name: string;
  readonly keyId: string;
  readonly publicKey: Buffer;
  readonly text: string;
};
export type Signer = Verifier & { readonly sign: (text: string) => Buffer };
export type Signature = { readonly name: string; readonly keyId: string; readonly signature: Buffer };
export type Note = { readonly text: string; readonly signatures: readonly Signature[] };
/** `at` is when this system says it signed, `why` the occasion: an extension line, signed like the rest. */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly at: string;
  readonly why: string;
};

/** Text that is no note, no key or no checkpoint. */
export class NoteError extends Error {
  readonly code = 'NOTE_INVALID';
}

const algorithm = Buffer.from([1]);
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex'); // PKCS #8 of Ed25519, RFC 8410
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex'); // SubjectPublicKeyInfo of Ed25519, RFC 8410
const namePattern = /^[^\s+]{1,100}$/u;

/** A new key in the form it is kept in a file: `PRIVATE+KEY+name+hash+base64(0x01 || seed)`. */
export function newSigningKey(name: string): string {
  const seed = randomBytes(32);
  const { keyId } = signerOf(name, seed);
  return `PRIVATE+KEY+${name}+${keyId}+${Buffer.concat([algorithm, seed]).toString('base64')}`;
}

/** @throws NoteError for text that is no key, or whose hash is not of its key */
export function readSigner(text: string): Signer {
  const [, name, keyId, base64] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim()) ?? [];
  const signer = signerOf(checkedName(name), keyBytes(base64));
  if (signer.keyId !== keyId) throw new NoteError('the hash of the signing key is not of this key');
  return signer;
}

/** @throws NoteError for text that is no public key, or whose hash is not of its key */
export function readVerifier(text: string): Verifier {
  const [, name, keyId, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim()) ?? [];
  const verifier = verifierOf(checkedName(name), keyBytes(base64));
  if (verifier.keyId !== keyId) throw new NoteError('the hash of the public key is not of this key');
  return verifier;
}

function signerOf(name: string, seed: Buffer): Signer {
  const key = createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const verifier = verifierOf(name, spki.subarray(publicPrefix.length));
  return { ...verifier, sign: (text) => sign(null, Buffer.from(text, 'utf8'), key) };
}

function verifierOf(name: string, publicKey: Buffer): Verifier {
  const typed = Buffer.concat([algorithm, publicKey]);
  const hash = createHash('sha256').update(`${name}\n`).update(typed).digest();
  const keyId = hash.subarray(0, 4).toString('hex');
  return { name, keyId, publicKey, text: `${name}+${keyId}+${typed.toString('base64')}` };
}

function checkedName(name: string | undefined): string {
  if (name === undefined || !namePattern.test(name)) throw new NoteError('no key of a signed note');
  return name;
}

function keyBytes(base64: string | undefined): Buffer {
  const bytes = strictBase64(base64 ?? '');
  if (bytes.length !== 33 || bytes[0] !== 1) throw new NoteError('no Ed25519 key of a signed note');
  return bytes.subarray(1);
}

/** Only the one spelling: a changed letter is never read as the same bytes. */
function strictBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new NoteError('no base64 in its one spelling');
  return bytes;
}

/** Signs a text, which ends with a line break, with every key given. */
export function signNote(text: string, signers: readonly Signer[]): string {
  const lines = signers.map((signer) => {
    const bytes = Buffer.concat([Buffer.from(signer.keyId, 'hex'), signer.sign(text)]);
    return `\u2014 ${signer.name} ${bytes.toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** Text and signatures, not yet verified. @throws NoteError */
export function readNote(note: string): Note {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw new NoteError('no signed note');
  const lines = note.slice(end + 2, -1).split('\n');
  return { text: note.slice(0, end + 1), signatures: lines.map(readSignature) };
}

function readSignature(line: string): Signature {
  const [, name, base64] = /^\u2014 (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = strictBase64(base64 ?? '');
  if (name === undefined || bytes.length !== 68) throw new NoteError('no signature of a signed note');
  return { name, keyId: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) };
}

/** Whether the note carries a signature of this key, and whether it is good; `absent` where there is none. */
export function signedBy(note: Note, { name, keyId, publicKey }: Verifier): 'good' | 'bad' | 'absent' {
  const found = note.signatures.filter((one) => one.name === name && one.keyId === keyId);
  if (found.length === 0) return 'absent';
  const key = createPublicKey({ key: Buffer.concat([publicPrefix, publicKey]), format: 'der', type: 'spki' });
  const text = Buffer.from(note.text, 'utf8');
  return found.every(({ signature }) => verify(null, text, key, signature)) ? 'good' : 'bad';
}

export const checkpointText = ({ origin, size, root, at, why }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\nat ${at} ${why}\n`;

/** @throws NoteError */
export function readCheckpoint(text: string): Checkpoint {
  const [, origin, size, base64, at, why] =
    /^([^\n]+)\n(0|[1-9]\d{0,14})\n([^\n]+)\nat (\S+) ([A-Z_]+)\n$/.exec(text) ?? [];
  const root = strictBase64(base64 ?? '');
  if (origin === undefined || at === undefined || why === undefined || root.length !== 32)
    throw new NoteError('no checkpoint');
  return { origin, size: Number(size), root: root.toString('hex'), at, why };
}
