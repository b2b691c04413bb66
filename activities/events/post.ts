import { lookup } from 'node:dns';
import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { reaches, whyNotReached, type Reach } from '../../contracts/reach.js';

/** `why`: in words for the person who registered the address. */
export type Taken = { taken: true } | { taken: false; why: string };

const answerWithinMs = 10_000;

/**
 * Posts a body to an address that the reach allows: a name is held against it when it is resolved, and connected to at that
 * very address. No redirect is followed, and of the answer nothing but its status is read.
 */
export async function post(
  reach: Reach,
  url: string,
  { headers, body }: { headers: Readonly<Record<string, string>>; body: string },
): Promise<Taken> {
  const refused = whyNotReached(reach, url);
  if (refused !== null) return { taken: false, why: refused };
  const signal = AbortSignal.timeout(answerWithinMs);
  try {
    const status = await statusOf(new URL(url), body, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      agent: false,
      lookup: within(reach),
      signal,
    });
    return status >= 200 && status < 300 ? { taken: true } : { taken: false, why: `it answered ${status}` };
  } catch (error) {
    if (error instanceof OutOfReach) return { taken: false, why: error.message };
    return { taken: false, why: signal.aborted ? 'it did not answer in time' : 'it could not be reached' };
  }
}

const statusOf = (url: URL, body: string, options: RequestOptions): Promise<number> =>
  new Promise((resolve, reject) => {
    const heard = (answer: IncomingMessage): void => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    };
    const call = url.protocol === 'https:' ? overHttps(url, options, heard) : overHttp(url, options, heard);
    call.on('error', reject);
    call.end(body);
  });

class OutOfReach extends Error {
  override readonly name = 'OutOfReach';
}

/** Resolves a name and refuses it whole where one of its addresses is out of reach. */
const within =
  (reach: Reach): LookupFunction =>
  (name, options, answer) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || first === undefined) return answer(error ?? new OutOfReach('its name leads nowhere'), '');
      if (!found.every(({ address }) => reaches(reach, address)))
        return answer(new OutOfReach('its name leads to an address that is not open to web-hooks here'), '');
      return options.all === true ? answer(null, found) : answer(null, first.address, first.family);
    });
  };
