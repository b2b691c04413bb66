import type { Role } from '../contracts/codes.js';
import type { AsideChoice, AsideWhy } from '../contracts/set-aside.js';
import type { Sealed } from './secrets/sealed.js';

/** A reply that does not go on to its route by itself. `sameAs`: the one that it seems to be. */
export type RepliesSetAsideTable = {
  replyId: string;
  caseId: string;
  routeId: string;
  why: AsideWhy;
  sameAs: string | null;
  at: string;
};
/** What a person decided on it; `routeSeq` is where the route stood then. */
export type SetAsideDecisionsTable = {
  replyId: string;
  choice: AsideChoice;
  reason: Sealed<string>;
  routeSeq: number;
  byPerson: string;
  role: Role;
  onBehalfOf: string | null;
  at: string;
};

export type SetAsideTables = {
  repliesSetAside: RepliesSetAsideTable;
  setAsideDecisions: SetAsideDecisionsTable;
};
