import { PGlite, types } from '@electric-sql/pglite';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { readColumn } from './columns.js';
import { refuseInside } from './inside.js';

type Command = PostgresQueryResult<unknown>['command'];

/** Where PGlite keeps its data: a folder, or memory, which may begin as the content of `baked`, a dump of another. */
export type PglitePlace = { dataDir: string } | { memory: true; baked?: Blob };

/** PGlite with the parsers of columns.ts. */
export const openPglite = (place: PglitePlace): Promise<PGlite> =>
  PGlite.create({
    ...('dataDir' in place ? { dataDir: place.dataDir } : place.baked && { loadDataDir: place.baked }),
    parsers: { ...readColumn, [types.BYTEA]: bytesIn },
    serializers: { [types.BYTEA]: hexOf },
  });

// PGlite's own conversions build one text for each byte, and take longer over a sealed determination than the engine does.
const hexOf = (bytes: unknown): string => {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('A column of bytes takes bytes.');
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
};

const bytesIn = (hex: string): Buffer => Buffer.from(hex.slice(2), 'hex');

/** One engine, one session: whoever asks for the connection waits until the one before has released it. */
function createQueue(): () => Promise<() => void> {
  let tail: Promise<void> = Promise.resolve();
  return async () => {
    const before = tail;
    let release: () => void = () => undefined;
    tail = new Promise<void>((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  };
}

function commandOf(text: string): Command {
  const word = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase();
  return word === 'UPDATE' || word === 'DELETE' || word === 'INSERT' || word === 'MERGE' ? word : 'SELECT';
}

/** Without parameters several statements may stand in one text (migrations). */
async function run<R>(
  db: PGlite,
  text: string,
  parameters: readonly unknown[],
): Promise<PostgresQueryResult<R>> {
  if (parameters.length > 0) {
    const { rows, affectedRows } = await db.query<R>(text, [...parameters]);
    return { command: commandOf(text), rowCount: affectedRows ?? rows.length, rows };
  }
  const last = /;\s*\S/.test(text) ? (await db.exec(text)).at(-1) : undefined;
  const { rows, affectedRows } = last
    ? { rows: [], affectedRows: last.affectedRows }
    : await db.query<R>(text);
  return { command: commandOf(text), rowCount: affectedRows ?? rows.length, rows };
}

function createClient(db: PGlite, release: () => void): PostgresPoolClient {
  function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(
    text: string | PostgresCursor<R>,
    parameters?: readonly unknown[],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new Error('PGlite has no cursors.');
    return run<R>(db, text, parameters ?? []);
  }
  return { query, release };
}

/** The pool that Kysely's PostgreSQL dialect asks for, over one PGlite. */
export function pglitePool(db: PGlite): PostgresPool {
  const queue = createQueue();
  return {
    async connect() {
      refuseInside();
      return createClient(db, await queue());
    },
    end: () => db.close(),
  };
}
