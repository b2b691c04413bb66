import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RogatoryError } from '../contracts/errors.js';
import type { App } from './deps.js';
import type { Door } from './door.js';

/** Query of every list: keyset cursor, at most 100 rows. */
export const page = z.strictObject({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A list answers its rows and the cursor of the next page, `null` on the last. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row).readonly(), next: z.string().nullable() });

/** Lists of this instance sign their cursors. */
export function signCursors(app: App, { cursorKey }: Door): void {
  app.decorate('sealCursor', (text: string) =>
    createHmac('sha256', cursorKey).update(text).digest('base64url'),
  );
}

/**
 * Cursor after the last row shown, `null` after the last page. It is signed together with whose list it is: address,
 * filters and person. Taken to another list, another filter or another person it is none.
 */
export const writeCursor = (request: FastifyRequest, key: string | null): string | null =>
  key === null ? null : `${Buffer.from(key).toString('base64url')}.${sealOf(request, key)}`;

/** Key of the last row seen, or `null` at the start. Throws CURSOR_INVALID for anything this list did not write. */
export function readCursor(request: FastifyRequest): string | null {
  const cursor = cursorIn(request);
  if (cursor === undefined) return null;
  const [encoded = '', seal = ''] = cursor.split('.');
  const key = Buffer.from(encoded, 'base64url').toString('utf8');
  if (key === '' || !same(seal, sealOf(request, key))) throw new RogatoryError('CURSOR_INVALID');
  return key;
}

function sealOf(request: FastifyRequest, key: string): string {
  const { routeOptions, params, query, person, server } = request;
  const filters = Object.entries({ ...(params ?? {}), ...(query ?? {}) })
    .filter(([name]) => name !== 'cursor' && name !== 'limit')
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return server.sealCursor(JSON.stringify([routeOptions.url, person?.id, filters, key]));
}

const withCursor = z.looseObject({ cursor: z.string().optional() });
const cursorIn = ({ query }: FastifyRequest): string | undefined => withCursor.parse(query).cursor;

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

type AtInstant = { at: string; id: string };
const instantKey = z.tuple([z.iso.datetime(), z.string()]);

/** Cursor of a list that is ordered by an instant, then by id. */
export const writeInstantCursor = (request: FastifyRequest, last: AtInstant | undefined): string | null =>
  writeCursor(request, last ? `${last.at} ${last.id}` : null);

/** Throws CURSOR_INVALID for anything this list did not write. */
export function readInstantCursor(request: FastifyRequest): AtInstant | null {
  const key = readCursor(request);
  if (key === null) return null;
  const [at, id] = instantKey.parse(key.split(' '));
  return { at, id };
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Seal over a text with the key of this instance's cursors. */
    sealCursor(text: string): string;
  }
}
