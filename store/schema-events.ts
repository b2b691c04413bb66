import type { Generated } from 'kysely';
import type { Role } from '../contracts/codes.js';
import type { Sealed } from './secrets/sealed.js';

export type WebhooksTable = {
  id: string;
  unitId: string;
  url: Sealed<string>;
  /** As standardwebhooks reads it, `whsec_...`; gone when it ended. */
  secret: Sealed<string> | null;
  registeredBy: string;
  role: Role;
  registeredAt: string;
  toldUpTo: string;
  tryAt: string;
  attempts: Generated<number>;
  failingSince: string | null;
  lastFailure: string | null;
  reportedAt: string | null;
  endedAt: string | null;
};

export type EventTables = { webhooks: WebhooksTable };
