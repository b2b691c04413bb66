import type { Role } from '../contracts/codes.js';
import type { GapEnd, Lacking } from '../contracts/gaps.js';
import type { Sealed } from './secrets/sealed.js';

/** What a part of an answer did not bring. */
export type GapsTable = {
  id: string;
  caseId: string;
  routeId: string;
  replyId: string;
  item: string;
  lacks: Sealed<Lacking>;
  at: string;
};
/** How a person closed it; `otherRouteId` of ELSEWHERE only. */
export type GapEndsTable = {
  gapId: string;
  how: GapEnd;
  otherRouteId: string | null;
  reason: Sealed<string>;
  byPerson: string;
  role: Role;
  onBehalfOf: string | null;
  at: string;
};

export type GapTables = { gaps: GapsTable; gapEnds: GapEndsTable };
