import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { KeyRing, WrappedKey } from '../../contracts/keys.js';
import { newKey, openBytes, sealBytes } from '../../store/index.js';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;

const encoding = 'binary/encrypted';
const cipher = 'aes-256-gcm';
const [text, bytes] = [(words: string) => Buffer.from(words), (of: Uint8Array) => Buffer.from(of).toString()];

/** Names of the metadata of an encrypted payload; nothing else of it is readable. */
const named = {
  encoding: 'encoding',
  cipher: 'encryption-cipher',
  keyId: 'encryption-key-id',
  dataKey: 'encryption-data-key',
} as const;

type Held = WrappedKey & { key: Uint8Array; left: number };

// Far below what random nonces of one AES-GCM key allow (2^32, NIST SP 800-38D 8.3).
const payloadsPerKey = 2 ** 24;
const keptKeys = 1_000;

/**
 * AES-256-GCM for everything that the workflow engine keeps. Each process has a data key of its own; wrapped by the key
 * ring it travels with the payload, so that any process with the ring reads it, also after a rotation. The namespace is
 * bound in. A payload in clear text is passed through: what a stranger sends is refused by who handles it, not by a
 * workflow task that fails for ever. Throws KeyRingError, and for a payload that was changed.
 */
export function createPayloadCodec({ ring, namespace }: { ring: KeyRing; namespace: string }): PayloadCodec {
  const about = JSON.stringify(['payload', namespace]);
  const place = (keyId: string): string => `v1|${namespace}|${keyId}`;
  const unwrap = createUnwrap(ring, about);
  let own: Held | undefined;
  const ownKey = async (): Promise<Held> => {
    if (own === undefined || own.left < 1 || own.keyId !== (await ring.current())) {
      const key = newKey();
      own = { ...(await ring.wrap(key, about)), key, left: payloadsPerKey };
    }
    own.left -= 1;
    return own;
  };
  return {
    encode: (payloads) =>
      Promise.all(
        payloads.map(async (payload): Promise<Payload> => {
          const { keyId, bytes: wrapped, key } = await ownKey();
          return {
            metadata: {
              [named.encoding]: text(encoding),
              [named.cipher]: text(cipher),
              [named.keyId]: text(keyId),
              [named.dataKey]: wrapped,
            },
            data: sealBytes(key, place(keyId), PayloadMessage.encode(payload).finish()),
          };
        }),
      ),
    decode: (payloads) =>
      Promise.all(
        payloads.map(async (payload): Promise<Payload> => {
          const { metadata, data } = payload;
          const is = metadata?.[named.encoding];
          if (!is || bytes(is) !== encoding) return payload;
          const [keyId, wrapped] = [metadata?.[named.keyId], metadata?.[named.dataKey]];
          if (!keyId || !wrapped || !data)
            throw new Error('an encrypted payload without its key or its data');
          const key = await unwrap({ keyId: bytes(keyId), bytes: wrapped });
          return PayloadMessage.decode(openBytes(key, place(bytes(keyId)), data));
        }),
      ),
  };
}

/** Unwraps a data key once and keeps the newest of them. */
function createUnwrap(ring: KeyRing, about: string): (wrapped: WrappedKey) => Promise<Uint8Array> {
  const held = new Map<string, Uint8Array>();
  return async (wrapped) => {
    const name = `${wrapped.keyId} ${Buffer.from(wrapped.bytes).toString('base64')}`;
    const kept = held.get(name);
    if (kept) return kept;
    const key = await ring.unwrap(wrapped, about);
    held.set(name, key);
    const [oldest] = held.keys();
    if (held.size > keptKeys && oldest !== undefined) held.delete(oldest);
    return key;
  };
}
