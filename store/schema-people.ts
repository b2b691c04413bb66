import type { ColumnType, Generated } from 'kysely';
import type { WaitKind, WaitWhy } from '../contracts/access.js';
import type { Role } from '../contracts/codes.js';

type Json<T> = ColumnType<T, string, string>;

export type UnitsTable = {
  id: string;
  label: string;
  state: string;
  /** Since when it takes nobody in; its cases stay. */
  closedAt: ColumnType<string | null, string | null | undefined>;
};
export type PersonsTable = {
  id: string;
  unitId: string;
  label: string;
  active: Generated<boolean>;
  leftAt: string | null;
};
export type PersonRolesTable = { personId: string; role: Role };
export type AccessTokensTable = { tokenSha256: string; personId: string; expiresAt: string | null };

export type ServiceAccountsTable = {
  id: string;
  unitId: string;
  label: string;
  actions: string[];
  active: Generated<boolean>;
};
export type IdentitiesTable = {
  issuer: string;
  subject: string;
  personId: string | null;
  serviceId: string | null;
  linkedAt: string;
};

/** What is to become true of a person; what is absent stays. A new person needs unit, label and roles. */
export type PersonChange = {
  unitId?: string | undefined;
  label?: string | undefined;
  roles?: readonly Role[] | undefined;
  identity?: { issuer: string; subject: string } | undefined;
};
export type PersonChangesTable = {
  id: string;
  personId: string;
  change: Json<PersonChange>;
  reason: string;
  proposedBy: string;
  proposedAt: string;
  state: Generated<'PROPOSED' | 'CONFIRMED' | 'REFUSED'>;
  settledBy: string | null;
  settledAt: string | null;
};

/** What is to become of a unit; what is absent stays. A new one needs label and State. */
export type UnitChange = {
  label?: string | undefined;
  state?: string | undefined;
  closed?: boolean | undefined;
};
/** What is to become of a machine; what is absent stays. A new one needs all but `closed`. */
export type MachineChange = {
  unitId?: string | undefined;
  label?: string | undefined;
  actions?: readonly string[] | undefined;
  identity?: { issuer: string; subject: string } | undefined;
  closed?: boolean | undefined;
};
export type OfficeChangesTable = {
  id: string;
  kind: 'unit' | 'machine';
  subjectId: string;
  /** Of a unit or of a machine, by `kind`. */
  change: Json<UnitChange & MachineChange>;
  reason: string;
  proposedBy: string;
  proposedAt: string;
  state: Generated<'PROPOSED' | 'CONFIRMED' | 'REFUSED'>;
  settledBy: string | null;
  settledAt: string | null;
};

/** Something registered for a time; `endedAt` cuts it short. */
type ForATime = {
  id: string;
  fromAt: string;
  untilAt: string;
  registeredBy: string;
  registeredAt: string;
  endedAt: string | null;
};
export type DelegationsTable = ForATime & {
  fromPerson: string;
  toPerson: string;
  role: Role;
  /** Only for these cases; `null` for all. */
  cases: string[] | null;
  reason: string;
};
export type AbsencesTable = ForATime & { personId: string };
export type DutyShiftsTable = ForATime & { unitId: string; role: Role; zone: string; personId: string };

export type SessionsTable = {
  id: string;
  secretSha256: string;
  personId: string;
  issuer: string;
  subject: string;
  /** The claim that shows a second factor, or `null`. */
  factor: string | null;
  startedAt: string;
  seenAt: string;
  endsAt: string;
  endedAt: string | null;
  endedBy: string | null;
  endedWhy: string | null;
};
export type SignInsTable = {
  secretSha256: string;
  state: string;
  nonce: string;
  verifier: string;
  secondFactor: boolean;
  returnTo: string;
  expiresAt: string;
};
export type WaitNoticesTable = {
  id: string;
  unitId: string;
  kind: WaitKind;
  subjectId: string;
  caseId: string;
  ownerId: string | null;
  why: WaitWhy;
  openedAt: string;
  closedAt: string | null;
};

export type PeopleTables = {
  units: UnitsTable;
  persons: PersonsTable;
  personRoles: PersonRolesTable;
  accessTokens: AccessTokensTable;
  serviceAccounts: ServiceAccountsTable;
  identities: IdentitiesTable;
  personChanges: PersonChangesTable;
  officeChanges: OfficeChangesTable;
  delegations: DelegationsTable;
  absences: AbsencesTable;
  dutyShifts: DutyShiftsTable;
  sessions: SessionsTable;
  signIns: SignInsTable;
  waitNotices: WaitNoticesTable;
};
