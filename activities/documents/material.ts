import type { Role } from '../../contracts/codes.js';
import type { Lot } from '../../contracts/determination.js';
import type { StoredValue } from '../../contracts/facts.js';
import type { MissingPart } from '../../contracts/gaps.js';

/** Values by fact id; a fact that is not there is unknown. */
export type Known = Readonly<Record<string, StoredValue>>;

/** A decision that is in force, second signature included. */
export type Recorded = {
  fact: string;
  item: string | null;
  value: StoredValue;
  documentRef: string;
  /** `YYYY-MM-DD`. */
  decidedOn: string;
  role: Role;
};

/** Another request of the same case that concerns one of the same items. */
export type RelatedRequest = { number: string; family: string; route: string; addressee: string };

/** Everything a draft is copied from, read in one transaction. Nothing else reaches a letter. */
export type DraftMaterial = {
  reference: string;
  routeId: string;
  lot: Lot;
  drafter: { name: string; role: Role } | null;
  facts: Known;
  /** Items of the lot only, in the order of the case. */
  items: readonly { id: string; facts: Known }[];
  decisions: readonly Recorded[];
  related: readonly RelatedRequest[];
  /** What this request, or the one it takes over from, got an answer in part for and still lacks. */
  gaps: readonly MissingPart[];
  /** IANA zone in which the letter is dated. */
  zone: string;
  /** Instant of drafting, ISO 8601 in UTC. */
  at: string;
};

/** Number of a request: the case's reference and the end of the route's id. It stays over all versions of the draft. */
export const requestNumber = (reference: string, routeId: string): string =>
  `${reference}/${routeId.slice(-6)}`;
