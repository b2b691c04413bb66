import { z } from 'zod';
import { RogatoryError } from '../contracts/errors.js';

/** Query of every list: keyset cursor, at most 100 rows. */
export const page = z.strictObject({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A list answers its rows and the cursor of the next page, `null` on the last. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row).readonly(), next: z.string().nullable() });

/** A cursor names the list it belongs to, so that one list's cursor is refused by another. It grants nothing: filters are in the query. */
export const writeCursor = (list: string, key: string | null): string | null =>
  key === null ? null : Buffer.from(JSON.stringify([list, key])).toString('base64url');

/** Key of the last row seen, or `null` at the start. Throws CURSOR_INVALID for anything this list did not write. */
export function readCursor(list: string, cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const read = cursorShape.safeParse(decoded(cursor));
  if (!read.success || read.data[0] !== list) throw new RogatoryError('CURSOR_INVALID');
  return read.data[1];
}

type AtInstant = { at: string; id: string };
const instantKey = z.tuple([z.iso.datetime(), z.string()]);

/** Cursor of a list that is ordered by an instant, then by id. */
export const writeInstantCursor = (list: string, last: AtInstant | undefined): string | null =>
  writeCursor(list, last ? `${last.at} ${last.id}` : null);

/** Throws CURSOR_INVALID for anything this list did not write. */
export function readInstantCursor(list: string, cursor: string | undefined): AtInstant | null {
  const key = readCursor(list, cursor);
  if (key === null) return null;
  const read = instantKey.safeParse(key.split(' '));
  if (!read.success) throw new RogatoryError('CURSOR_INVALID');
  return { at: read.data[0], id: read.data[1] };
}

const cursorShape = z.tuple([z.string(), z.string().min(1).max(120)]);

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
