import type { ColumnType } from 'kysely';
import type { Role } from '../contracts/codes.js';
import type { AlertKind, RefusedLine, SensitiveKind } from '../contracts/access.js';

/** A row that a person wrote with a reason. */
type WithReason = { reason: string; byPerson: string; role: Role; at: string };

export type ConflictsTable = WithReason & { id: string; caseId: string; personId: string };
export type ConflictEndsTable = WithReason & { conflictId: string };
export type SensitiveMarksTable = WithReason & {
  id: string;
  caseId: string;
  evidenceId: string | null;
  kind: SensitiveKind;
};
export type SensitiveMarkEndsTable = WithReason & { markId: string };

export type RefusalsTable = {
  id: string;
  personId: string;
  at: string;
  method: string;
  address: string;
  action: string;
  code: string;
  lines: ColumnType<readonly RefusedLine[], string, never>;
};
export type ReadsTable = {
  id: string;
  personId: string;
  at: string;
  action: string;
  address: string;
  thing: string | null;
  caseIds: string[];
  reason: string | null;
};
export type AlertsTable = {
  id: string;
  key: string;
  kind: AlertKind;
  caseId: string | null;
  subjectKind: string;
  subjectId: string;
  says: string;
  at: string;
};
export type AlertAcknowledgementsTable = WithReason & { alertId: string };

export type AccessTables = {
  conflicts: ConflictsTable;
  conflictEnds: ConflictEndsTable;
  sensitiveMarks: SensitiveMarksTable;
  sensitiveMarkEnds: SensitiveMarkEndsTable;
  refusals: RefusalsTable;
  reads: ReadsTable;
  alerts: AlertsTable;
  alertAcknowledgements: AlertAcknowledgementsTable;
};
