import type { Role } from '../contracts/codes.js';
import type { GenerationTables } from './schema-generation.js';
import type { SigningTables } from './schema-signing.js';
import type { Sealed } from './secrets/sealed.js';

export type HoldReleasesTable = {
  holdId: string;
  byPerson: string;
  role: Role;
  onBehalfOf: string | null;
  reason: Sealed<string>;
  at: string;
};
/** A family, a route with its variant, or `EVERYTHING`. The reason is no content of a case and stays readable. */
export type PausesTable = {
  id: string;
  channel: string;
  reason: string;
  byPerson: string;
  role: Role;
  at: string;
};
export type PauseEndsTable = { pauseId: string; reason: string; byPerson: string; role: Role; at: string };

export type HoldTables = SigningTables &
  GenerationTables & {
    holdReleases: HoldReleasesTable;
    pauses: PausesTable;
    pauseEnds: PauseEndsTable;
  };
