import type { ColumnType } from 'kysely';
import type { Role } from '../contracts/codes.js';
import type { ReleaseFigures, ReleaseStep } from '../contracts/release.js';

type ByWhom = { byPerson: string; role: Role; onBehalfOf: string | null; at: string };

/** Append-only; `content` is the packed folder of rules, kept as text so that it hashes for ever to its digest. */
export type ReleaseContentsTable = { digest: string; content: string };

export type ReleasesTable = ByWhom & {
  id: string;
  title: string;
  reason: string;
  /** First day of force as proposed, YYYY-MM-DD. */
  effectFrom: string;
  contentDigest: string;
  ruleSetDigest: string;
  registersDigest: string;
  /** The release in whose place it was proposed; `null`: the files of the installation. */
  baseId: string | null;
};

export type ReleaseStepsTable = ByWhom & {
  releaseId: string;
  seq: number;
  step: ReleaseStep;
  reason: string;
  /** First day of force as published. */
  effectFrom: string | null;
  figures: ColumnType<ReleaseFigures | null, string | null, never>;
  /** Signed note of a publication. */
  note: string | null;
};

export type ReleaseTables = {
  releaseContents: ReleaseContentsTable;
  releases: ReleasesTable;
  releaseSteps: ReleaseStepsTable;
};
