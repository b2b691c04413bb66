import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { RunFile } from '../../cli/embedded/run-file.js';

/** What a request came back with; `body` is decoded JSON. */
export type Answer = { status: number; body: unknown; etag: string };

/** A person of the training office at the HTTP API: nothing is done past it. */
export type Person = {
  id: string;
  get(path: string): Promise<Answer>;
  /** POST with an Idempotency-Key of its own; `etag` is sent as If-Match. Any status is returned. */
  attempt(path: string, body?: unknown, etag?: string): Promise<Answer>;
  /** As `attempt`, and anything but success ends the story with the problem's own words. */
  post(path: string, body?: unknown, etag?: string): Promise<Answer>;
  upload(path: string, fileName: string, bytes: Buffer): Promise<Answer>;
};

export class StoryError extends Error {}

const problem = z.object({
  code: z.string().optional(),
  title: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.unknown()).optional(),
});

/** Signs people in with the tokens of a running installation. */
export function office({ address, tokens }: Pick<RunFile, 'address' | 'tokens'>): (id: string) => Person {
  return (id) => {
    const token = tokens.find((one) => one.id === id)?.token;
    if (token === undefined) throw new StoryError(`Nobody called ${id} works here.`);
    return personAt(address, id, async () => ({ authorization: `Bearer ${token}` }));
  };
}

/** A person at an API; `identity` are the header lines that show who it is. */
export function personAt(
  address: string,
  id: string,
  identity: () => Promise<Readonly<Record<string, string>>>,
): Person {
  const send = async (
    method: string,
    path: string,
    more: { headers?: Record<string, string>; body?: string | Buffer },
  ): Promise<Answer> => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { ...(await identity()), ...more.headers },
      ...(more.body === undefined ? {} : { body: new Uint8Array(Buffer.from(more.body)) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? null : JSON.parse(text),
      etag: response.headers.get('etag') ?? '',
    };
  };
  const attempt: Person['attempt'] = (path, body, etag) =>
    send('POST', path, {
      headers: {
        'idempotency-key': randomUUID(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(etag === undefined ? {} : { 'if-match': etag }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    id,
    get: async (path) => succeeded(`GET ${path}`, await send('GET', path, {})),
    attempt,
    post: async (path, body, etag) => succeeded(`POST ${path}`, await attempt(path, body, etag)),
    upload: async (path, fileName, bytes) =>
      succeeded(
        `POST ${path}`,
        await send('POST', path, {
          headers: {
            'idempotency-key': randomUUID(),
            'content-type': 'application/octet-stream',
            'content-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
            'x-file-name': encodeURIComponent(fileName),
          },
          body: bytes,
        }),
      ),
  };
}

function succeeded(what: string, answer: Answer): Answer {
  if (answer.status < 400) return answer;
  const read = problem.safeParse(answer.body);
  const says = read.success
    ? `${read.data.title}. ${read.data.detail ?? ''} ${JSON.stringify(read.data.errors ?? [])}`
    : JSON.stringify(answer.body);
  throw new StoryError(`${what} was answered ${answer.status}: ${says}`);
}

/** A member of a decoded answer, by path; the story ends where it is not there. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    const found: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined;
    if (found === undefined)
      throw new StoryError(`the answer has no ${path.join('.')}: ${JSON.stringify(value).slice(0, 400)}`);
    return found;
  }, value);
}

export const text = (value: unknown, ...path: readonly (string | number)[]): string =>
  String(at(value, ...path));

export const list = (value: unknown, ...path: readonly (string | number)[]): readonly unknown[] => {
  const found = at(value, ...path);
  if (!Array.isArray(found)) throw new StoryError(`${path.join('.')} is no list`);
  return found;
};

/** Asks again until the answer is there, for at most `seconds`; people wait for a workflow to move on in the same way. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, seconds = 60): Promise<T> {
  const last = Date.now() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > last) throw new StoryError(`${what} did not happen within ${seconds} seconds`);
    await pause(100);
  }
}
