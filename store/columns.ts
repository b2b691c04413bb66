/** Type numbers of PostgreSQL whose values are read alike on both engines. */
const oid = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const;

const asText = (value: string): string => value;
const asInstant = (value: string): string => new Date(value).toISOString();

/** bigint, date and numeric stay text; instants become ISO 8601 in UTC. */
export const readColumn: Record<number, (value: string) => string> = {
  [oid.int8]: asText,
  [oid.date]: asText,
  [oid.numeric]: asText,
  [oid.timestamptz]: asInstant,
};
