import { createHash, randomBytes } from 'node:crypto';
import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs';
import { readTimeStamp, TimeStampError } from '../../store/index.js';

const sha256Id = '2.16.840.1.101.3.4.2.1';
const mostBytes = 256 * 1024;
const withinMs = 20_000;
/** PKIStatus: granted, or granted with changes. */
const granted = [0, 1];

/**
 * Asks a time-stamping authority (RFC 3161 over HTTP) about some bytes; only their SHA-256 goes there. The answer is held
 * against what was asked before it is believed. Resolves to the token; throws TimeStampError, or what the network says.
 */
export const createTimeStamping =
  (url: string) =>
  async (bytes: Uint8Array): Promise<Uint8Array> => {
    // The first bit unset: one spelling as a DER integer.
    const nonce = randomBytes(8);
    nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
    const token = tokenIn(await ask(url, request(bytes, nonce)));
    const said = await readTimeStamp(token, bytes);
    if (said.nonce !== nonce.toString('hex')) throw new TimeStampError('it answers another question');
    return token;
  };

function request(bytes: Uint8Array, nonce: Uint8Array): Uint8Array {
  const hashedMessage = new OctetString({ valueHex: createHash('sha256').update(bytes).digest() });
  const hashAlgorithm = new AlgorithmIdentifier({ algorithmId: sha256Id, algorithmParams: new Null() });
  const messageImprint = new MessageImprint({ hashAlgorithm, hashedMessage });
  const asked = new TimeStampReq({
    version: 1,
    messageImprint,
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  });
  return new Uint8Array(asked.toSchema().toBER());
}

async function ask(url: string, body: Uint8Array): Promise<Uint8Array> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: new Uint8Array(body),
    redirect: 'error',
    signal: AbortSignal.timeout(withinMs),
  });
  if (!answer.ok) throw new TimeStampError(`the authority answered ${answer.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const sent: AsyncIterable<Uint8Array> | null = answer.body;
  for await (const chunk of sent ?? []) {
    size += chunk.length;
    if (size > mostBytes) throw new TimeStampError('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tokenIn(answer: Uint8Array): Uint8Array {
  const { status, timeStampToken } = responseIn(answer);
  if (!granted.includes(status.status) || timeStampToken === undefined)
    throw new TimeStampError(`the authority refused with status ${status.status}`);
  return new Uint8Array(timeStampToken.toSchema().toBER());
}

function responseIn(answer: Uint8Array): TimeStampResp {
  try {
    return TimeStampResp.fromBER(answer);
  } catch {
    throw new TimeStampError('the answer is none of a time-stamping authority');
  }
}
