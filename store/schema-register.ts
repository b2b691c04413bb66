import type { Role } from '../contracts/codes.js';
import type { ProposalChoice } from '../contracts/register-proposals.js';

/** What a legal adviser decided on observations of an addressee, by a route; about no case, so nothing of it is sealed. */
export type RegisterDecisionsTable = {
  id: string;
  addressee: string;
  route: string;
  upTo: string;
  choice: ProposalChoice;
  line: string;
  reason: string;
  byPerson: string;
  role: Role;
  onBehalfOf: string | null;
  at: string;
};
export type RegisterTables = { registerDecisions: RegisterDecisionsTable };
