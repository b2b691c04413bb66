import type { Role } from '../contracts/codes.js';
import type { Sealed } from './secrets/sealed.js';

/** A request that was sent outside Rogatory: why it comes late, and the digest of its scan. Who entered it stands at its dispatch. */
export type InFlightTable = {
  routeId: string;
  caseId: string;
  dispatchId: string;
  scanSha256: string;
  reason: Sealed<string>;
  /** Who approved it outside, when and by which means, as it was told; `null` where nobody was asked by phone. */
  approval: Sealed<ToldApproval> | null;
  at: string;
};
export type ToldApproval = { byPerson: string; at: string; number: string };
export type InFlightSecondsTable = {
  routeId: string;
  byPerson: string;
  role: Role;
  onBehalfOf: string | null;
  at: string;
};

export type InFlightTables = { inFlight: InFlightTable; inFlightSeconds: InFlightSecondsTable };
