export type { AuditEntry, KeptEntry } from './entries.js';
export { hashOfEntry } from './entries.js';
export {
  auditOf,
  everyEntry,
  timelineOf,
  type AuditFilter,
  type AuditPage,
  type AuditQuery,
} from './read.js';
export { proveConsistency, proveInclusion, treeNow, type Consistency, type Inclusion } from './proofs.js';
export {
  checkpointsAfter,
  keepTimeStamp,
  latestCheckpoint,
  signCheckpoint,
  signersOfRecord,
  stampedUpTo,
  timeStampOf,
  timeStamps,
  type TimeStamp,
} from './checkpoints.js';
export {
  newSigningKey,
  readSigner,
  readVerifier,
  readNote,
  readCheckpoint,
  signNote,
  NoteError,
  type Signer,
} from './note.js';
export {
  checkAudit,
  verifyAudit,
  type AuditCheck,
  type CheckpointSource,
  type Finding,
  type Verdict,
} from './verify.js';
export { readCertificates, readTimeStamp, TimeStampError } from './time-stamp.js';
export { checkTimeStamps, type KeptStamp, type StampVerdict } from './verify-stamps.js';
export { csvRow, exportCsv, exportLines } from './export.js';
export { shown } from './shown.js';
export { verifyExport, type ExportVerdict } from './verify-export.js';
