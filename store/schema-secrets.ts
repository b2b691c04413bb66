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
export type BlindIdentifiersTable = { caseId: string; mac: Uint8Array };

export type SecretsTables = { dataKeys: DataKeysTable; blindIdentifiers: BlindIdentifiersTable };
