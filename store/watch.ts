import type { AuditEntry } from './audit/entries.js';

/** Who sees each transaction: it runs inside `transaction`, and what it added to the record is told once it is committed. */
export type StoreWatch = {
  transaction<T>(work: () => Promise<T>): Promise<T>;
  recorded(entries: readonly AuditEntry[]): void;
};

export const unwatched: StoreWatch = { transaction: (work) => work(), recorded: () => undefined };
