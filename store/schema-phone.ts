import type { Generated } from 'kysely';
import type { Role } from '../contracts/codes.js';
import type { Sealed } from './secrets/sealed.js';

export type PhoneCodesTable = {
  id: string;
  caseId: string;
  stepId: string;
  digest: string;
  personId: string;
  role: Role;
  onBehalfOf: string | null;
  factor: string | null;
  salt: string;
  codeHash: string;
  issuedAt: string;
  expiresAt: string;
  /** How many wrong codes were entered against it. */
  wrong: Generated<number>;
  usedAt: string | null;
};
export type PhoneApprovalsTable = {
  ticketId: string;
  caseId: string;
  routeId: string;
  codeId: string;
  signer: string;
  enteredBy: string;
  line: Sealed<string>;
  at: string;
};
export type PhoneConfirmationsTable = { ticketId: string; byPerson: string; at: string };

export type PhoneTables = {
  phoneCodes: PhoneCodesTable;
  phoneApprovals: PhoneApprovalsTable;
  phoneConfirmations: PhoneConfirmationsTable;
};
