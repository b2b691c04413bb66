import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { problemSchema } from '../api/problem.js';
import { settingsOfProcess } from '../config/env.js';
import { readRunFile } from './embedded/run-file.js';
import { InputError, placeOf } from './input.js';

/** How a person is named on the command line: in training by id, elsewhere by address and a file that holds a token. */
export type AsPerson = { as?: string; url?: string; tokenFile?: string };

type Person = { url: string; token: string };
type Asked = { path: string; body?: object };

/**
 * Asks the API in the name of one person; with a `body` it is a change. What takes two persons takes two tokens here too: the
 * command line has no power of its own. Throws InputError with what a refusal says, each fault a line.
 */
export async function askAs<T>(who: AsPerson, { path, body }: Asked, view: z.ZodType<T>): Promise<T> {
  const { url, token } = personOf(who);
  const headers = { authorization: `Bearer ${token}` };
  const change = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const answer = await reach(
    `${url}/v1${path}`,
    body === undefined
      ? { headers }
      : { method: 'POST', headers: { ...headers, ...change }, body: JSON.stringify(body) },
  );
  const read: unknown = await answer.json().catch(() => null);
  if (answer.ok) return view.parse(read);
  const problem = problemSchema.safeParse(read).data;
  if (problem === undefined)
    throw new InputError([`NO_ANSWER  ${url} answered ${answer.status}, and is perhaps not Rogatory.`]);
  const { code, detail, errors = [] } = problem;
  throw new InputError([`${code}  ${detail}`, ...errors.map((fault) => fault.detail)]);
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (cause) {
    throw new InputError([`NO_ANSWER  ${url} cannot be reached: ${String(cause)}`]);
  }
}

function personOf({ as, url, tokenFile }: AsPerson): Person {
  if (url !== undefined && tokenFile !== undefined)
    return { url: url.replace(/\/$/, ''), token: readFileSync(placeOf(tokenFile), 'utf8').trim() };
  if (as === undefined)
    throw new InputError([
      'USAGE  Say who you are: --url ADDRESS --token-file FILE, or in training --as PERSON.',
    ]);
  const run = readRunFile(settingsOfProcess().place.dataDir);
  if (run === undefined)
    throw new InputError(['NOT_RUNNING  No training system runs on this data folder; start it: npm start.']);
  const person = run.tokens.find(({ id }) => id === as);
  if (person === undefined)
    throw new InputError([
      `NOTHING_SUCH  There is no "${as}" in training. There are: ${run.tokens.map(({ id }) => id).join(', ')}.`,
    ]);
  return { url: run.address, token: person.token };
}
