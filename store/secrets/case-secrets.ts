import { RogatoryError } from '../../contracts/errors.js';
import { deriveKey, NotOpened, openBytes, sealBytes } from './aead.js';
import { sealedColumns, type PlainColumns, type SealedColumns, type SealedTable } from './columns.js';
import { jsonOpened, jsonToSeal } from './json.js';
import type { Opened } from './sealed.js';

type Some<Columns, Chosen> = Pick<Columns, keyof Columns & keyof Chosen>;

/** What can be done with the key of one case; the key itself is not given out. */
export type CaseSecrets = {
  /** Seals columns of a row, each to its place: table, column, row, case. `null` stays `null`. */
  seal<Table extends SealedTable, Given extends Partial<PlainColumns<Table>>>(
    table: Table,
    row: string,
    given: Given,
  ): Some<SealedColumns<Table>, Given>;
  /** Opens every sealed column that `row` has. Throws RECORD_DAMAGED for bytes that were changed or stood elsewhere. */
  open<Row extends object>(table: SealedTable, id: string, row: Row): Opened<Row>;
  sealFile(file: string, bytes: Uint8Array): Buffer;
  openFile(file: string, bytes: Uint8Array): Buffer;
  /** Key of one stream of bytes, for instance an upload; `salt` is new for every stream. */
  streamKey(stream: string, salt: Uint8Array): Uint8Array;
};

/** The secrets of a case under its data key. */
export function caseSecrets(caseId: string, key: Uint8Array): CaseSecrets {
  const place = (...names: string[]): string => JSON.stringify(['case', caseId, ...names]);
  return {
    seal(table, row, given) {
      const sealed = Object.entries(given).map(([column, value]) => [
        column,
        value === null || value === undefined
          ? null
          : sealBytes(key, place(table, column, row), jsonToSeal(value)),
      ]);
      // The bytes take the type of what they hold; only `open` at the same place gives it back.
      return Object.fromEntries(sealed) as Some<SealedColumns<typeof table>, typeof given>;
    },
    open(table, id, row) {
      const opened = Object.entries(row).map(([column, value]: [string, unknown]) => [
        column,
        value !== null && Object.hasOwn(sealedColumns[table], column)
          ? jsonOpened(opening(key, place(table, column, id), value))
          : value,
      ]);
      // Authenticated bytes hold what `seal` was given, which has the column's type.
      return Object.fromEntries(opened) as Opened<typeof row>;
    },
    sealFile: (file, bytes) => sealBytes(key, place('file', file), bytes),
    openFile: (file, bytes) => opening(key, place('file', file), bytes),
    streamKey: (stream, salt) => deriveKey(key, place('stream', stream), salt),
  };
}

function opening(key: Uint8Array, place: string, bytes: unknown): Buffer {
  try {
    if (!(bytes instanceof Uint8Array)) throw new NotOpened();
    return openBytes(key, place, bytes);
  } catch (error) {
    if (error instanceof NotOpened) throw damaged(place, error);
    throw error;
  }
}

/** What is stored at a place does not open; the place is for the log. */
export const damaged = (place: string, cause: unknown): RogatoryError =>
  new RogatoryError('RECORD_DAMAGED', { internal: place, cause });
