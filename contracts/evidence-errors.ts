/** Part of the registry in errors.ts: files that come in, and that are taken out again. */
export const evidenceErrors = {
  EVIDENCE_DIGEST_MISSING: {
    status: 400,
    title: 'Content-Digest is missing',
    says: 'Send Content-Digest: sha-256=:<base64>: of the whole file.',
  },
  EVIDENCE_DIGEST_MISMATCH: {
    status: 422,
    title: 'The file is not the one that was announced',
    says: 'Both digests are kept; ask the sender to deliver again.',
  },
  EVIDENCE_CUT: {
    status: 400,
    title: 'The upload stopped before its end',
    says: 'Nothing was kept; send the file again.',
  },
  EVIDENCE_SAME_PERSON: {
    status: 403,
    title: 'Two persons receive evidence',
    says: 'The witness is another person than the custodian.',
  },
  EVIDENCE_NOT_RECEIVED: {
    status: 409,
    title: 'Two persons have not received this file',
    says: 'It opens once custodian and witness have signed its receipt: POST /v1/evidence/{id}/receipt. One that was cut, or is not the announced one, is never received.',
  },
} as const;
