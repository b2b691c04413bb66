import type { Role } from '../contracts/codes.js';

export type GenerationsTable = { number: number; raisedAt: string; confirmedAt: string | null };
export type HeldStartsTable = {
  id: string;
  inStore: number | null;
  inEngine: number | null;
  foundAt: string;
};
/** The reason is no content of a case and stays readable. */
export type HeldStartReleasesTable = {
  heldStartId: string;
  reason: string;
  byPerson: string;
  role: Role;
  at: string;
};

export type GenerationTables = {
  generations: GenerationsTable;
  heldStarts: HeldStartsTable;
  heldStartReleases: HeldStartReleasesTable;
};
