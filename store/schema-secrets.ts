import type { ColumnType } from 'kysely';
import type { ErasureGround, Role, RouteState } from '../contracts/codes.js';

/** Of one case; or of the house: to compare identifiers, to keep answers that belong to no case. */
export type DataKeyPurpose = 'CASE' | 'BLIND_INDEX' | 'ANSWERS';
export type DataKeysTable = {
  id: string;
  purpose: DataKeyPurpose;
  caseId: string | null;
  /** Key of the ring that wrapped it. */
  kekId: string | null;
  wrapped: Uint8Array | null;
  madeAt: string;
  destroyedAt: string | null;
  /** Of the wrapped bytes, once they are gone. */
  wrappedSha256: string | null;
};
export type BlindIdentifiersTable = { caseId: string; item: string; mac: Uint8Array };

export type ErasuresTable = {
  id: string;
  caseId: string;
  ground: ErasureGround;
  endedOn: string;
  /** In clear text: it stays (specification E.2-6). */
  reason: string;
  byPerson: string;
  role: Role;
  at: string;
};
export type ErasureProof = {
  dataKeyId: string;
  /** Key of the ring that had wrapped it. */
  ringKeyId: string;
  /** Of the wrapped key that was destroyed. */
  wrappedSha256: string;
  left: {
    determinations: readonly { id: string; digest: string; ruleSetDigest: string; asOf: string }[];
    documents: readonly { id: string; routeId: string; version: number; digest: string }[];
    routes: readonly { id: string; route: string; state: RouteState }[];
    packets: readonly { id: string; routeId: string; digest: string; packetSha256: string | null }[];
    evidence: readonly {
      id: string;
      routeId: string;
      path: string;
      sha256: string | null;
      size: string | null;
    }[];
  };
};
export type ErasureSecondsTable = {
  erasureId: string;
  byPerson: string;
  role: Role;
  at: string;
  proof: ColumnType<ErasureProof, string, never>;
  proofDigest: string;
};

export type SecretsTables = {
  dataKeys: DataKeysTable;
  blindIdentifiers: BlindIdentifiersTable;
  erasures: ErasuresTable;
  erasureSeconds: ErasureSecondsTable;
};
