import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * What is registered for a time holds from its first instant up to, and without, its last; what was ended holds no longer.
 * As a condition on the columns of the table it stands in.
 */
export const inForce = (at: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(from_at <= ${at}::timestamptz and ${at}::timestamptz < until_at
    and (ended_at is null or ended_at > ${at}::timestamptz))`;

/** Holds at some instant of a span. */
export const overlaps = (fromAt: string, untilAt: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(from_at < ${untilAt}::timestamptz and ${fromAt}::timestamptz < least(until_at, ended_at))`;

/** Holds now or will. */
export const notOver = (at: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${at}::timestamptz < least(until_at, ended_at))`;
