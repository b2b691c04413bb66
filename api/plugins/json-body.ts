import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RogatoryError } from '../../contracts/errors.js';
import type { Fault } from '../../contracts/errors.js';
import { pointerOf } from '../problem.js';

export const bodyLimitBytes = 1024 * 1024;
export const depthLimit = 32;
/** Values and keys of one body: far beyond the largest case, far below what would hold the process up. */
export const valuesLimit = 50_000;

/** Reads application/json: strict UTF-8, no prototype keys, no NUL or broken surrogates, bounded depth and number of values. */
export function readJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, bytes: Buffer) => {
      const text = decode(bytes);
      if (text === null) throw new RogatoryError('BODY_NOT_JSON', { about: 'a byte that is not UTF-8' });
      const body = parse(text);
      const faults = faultsIn(body);
      if (faults) throw faults;
      return body;
    },
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RogatoryError('BODY_NOT_JSON', { about: placeOf(cause, text), cause });
  }
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where the parser stopped; its own text repeats the body and is not shown. */
function placeOf(cause: unknown, text: string): string {
  const says = cause instanceof Error ? cause.message : '';
  if (text.trim() === '') return 'an empty body';
  const position = /position (\d+)/.exec(says)?.[1];
  const stopped = position === undefined ? firstNoToken(text) : Number(position);
  if (says.includes('end of JSON') || Number(position) === text.length)
    return 'its end, which came too early';
  if (stopped === text.length) return `an unexpected ${/token '(.)'/su.exec(says)?.[1] ?? 'word'}`;
  const before = text.slice(0, stopped).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

// V8 names no position for a word that is no token: the tokens before it are counted off.
const token =
  /\s*(?:[{}[\],:]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)\s*/uy;

function firstNoToken(text: string): number {
  token.lastIndex = 0;
  let end = 0;
  while (end < text.length && token.test(text)) end = token.lastIndex;
  return end;
}

type Place = { value: unknown; path: readonly (string | number)[] };

/** Walks without recursion: a megabyte of brackets must not reach anything that recurses. */
function faultsIn(body: unknown): RogatoryError | null {
  const faults: Fault[] = [];
  const open: Place[] = [{ value: body, path: [] }];
  let seen = 0;
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    seen += 1;
    if (seen > valuesLimit) return new RogatoryError('BODY_TOO_MANY_VALUES', { about: String(valuesLimit) });
    const { value, path } = place;
    if (path.length > depthLimit) return new RogatoryError('BODY_TOO_DEEP', { about: String(depthLimit) });
    if (typeof value === 'string' && unstorable.test(value))
      faults.push({ pointer: pointerOf(path), detail: 'Text holds a NUL or half of a character.' });
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, part] of Object.entries(value)) {
      const detail = keyFault(key);
      if (detail !== null) faults.push({ pointer: pointerOf([...path, key]), detail });
      open.push({ value: part, path: [...path, key] });
    }
  }
  return faults.length > 0 ? new RogatoryError('BODY_INVALID', { faults: faults.slice(0, 50) }) : null;
}

function keyFault(key: string): string | null {
  if (['__proto__', 'constructor', 'prototype'].includes(key)) return 'This field is not known here.';
  return unstorable.test(key) ? 'A key holds a NUL or half of a character.' : null;
}

// NUL, which PostgreSQL keeps in no text, and half of a surrogate pair, which is no UTF-8.
const unstorable = /\u0000|\p{Surrogate}/u;
