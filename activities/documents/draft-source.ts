import type { Role, RouteState } from '../../contracts/codes.js';
import type { Frame, Lot } from '../../contracts/determination.js';
import type { FactVersion, StoredValue } from '../../contracts/facts.js';
import type { MissingPart } from '../../contracts/gaps.js';
import {
  caseById,
  currentFacts,
  decisionsOfCase,
  determinationById,
  gapsThatStand,
  personById,
  planById,
  routeById,
  routesOfCase,
  type Decision,
  type Reading,
  type RouteRecord,
} from '../../store/index.js';
import {
  requestNumber,
  type DraftMaterial,
  type Known,
  type Recorded,
  type RelatedRequest,
} from './material.js';

const gone: readonly RouteState[] = ['CANCELLED_BEFORE_DISPATCH', 'WITHDRAWN', 'EXPIRED'];
const drafting: readonly Role[] = ['CASE_OFFICER', 'DUTY_OFFICER', 'CONTACT_24_7', 'PROSECUTOR'];

export type DraftInput = { caseId: string; routeId: string; planId: string };
export type DraftSource = { material: DraftMaterial; sliceDigest: string };

/**
 * Reads what a draft of the route is copied from: register facts as frozen into the plan's determination, over them the
 * newest answers of persons. An answer "not known" takes a value away again.
 */
export async function readDraftSource(
  read: Reading,
  { caseId, routeId, planId }: DraftInput,
  place: { zoneOf: (state: string) => string; at: string },
): Promise<DraftSource> {
  const found = await caseById(read, caseId);
  const route = await routeById(read, routeId);
  if (route === null || route.caseId !== caseId) throw new Error(`The case has no route ${routeId}.`);
  const plan = await planById(read, planId);
  const lot = plan?.lots.find((one) => one.key === route.lotKey) ?? route.lot;
  const frame = plan === null ? null : ((await determinationById(read, plan.determinationId))?.frame ?? null);
  const versions = await currentFacts(read, caseId);
  const decisions = await decisionsOfCase(read, caseId);
  const material: DraftMaterial = {
    reference: found.reference,
    routeId,
    lot,
    drafter: await drafterOf(read, route),
    facts: { requestingState: found.requestingState, ...layered(frame?.case ?? {}, versions, null) },
    items: lot.items.map((id) => ({ id, facts: layered(itemFrame(frame, id), versions, id) })),
    decisions: decisions.filter((one) => one.effective && isCurrent(one, versions)).map(recorded),
    related: relatedTo(route, lot, await routesOfCase(read, caseId), found.reference),
    gaps: await gapsFor(read, routeId, lot),
    zone: place.zoneOf(found.requestingState),
    at: place.at,
  };
  return { material, sliceDigest: route.sliceDigest };
}

const itemFrame = (frame: Frame | null, id: string): Frame['case'] =>
  frame?.items.find((item) => item.id === id)?.facts ?? {};

function layered(base: Known, versions: readonly FactVersion[], item: string | null): Known {
  const facts = new Map<string, StoredValue>(Object.entries(base));
  for (const version of versions.filter((one) => one.item === item)) {
    if (version.known) facts.set(version.fact, version.value);
    else facts.delete(version.fact);
  }
  return Object.fromEntries(facts);
}

/** A decision counts as long as the fact it wrote is the newest one. */
const isCurrent = (decision: Decision, versions: readonly FactVersion[]): boolean =>
  versions.some((version) => version.decisionId === decision.id);

const recorded = ({ fact, item, value, documentRef, decidedOn, role }: Decision): Recorded => ({
  fact,
  item,
  value,
  documentRef,
  decidedOn,
  role,
});

async function drafterOf(read: Reading, route: RouteRecord): Promise<DraftMaterial['drafter']> {
  const [id] = route.drafters;
  const person = id === undefined ? null : await personById(read, id);
  if (person === null) return null;
  const role = drafting.find((one) => person.roles.includes(one)) ?? person.roles[0];
  return role === undefined ? null : { name: person.label, role };
}

/** Gaps that stand on the route itself and on the one it takes over from, for its own items. */
async function gapsFor(read: Reading, routeId: string, { items, ancestor }: Lot): Promise<MissingPart[]> {
  const ids = ancestor === undefined ? [routeId] : [routeId, ancestor.routeId];
  const gaps = (await Promise.all(ids.map((id) => gapsThatStand(read, id)))).flat();
  return gaps.filter(({ item }) => items.includes(item)).map(({ item, lacks }) => ({ item, lacks }));
}

function relatedTo(
  route: RouteRecord,
  lot: Lot,
  all: readonly RouteRecord[],
  reference: string,
): RelatedRequest[] {
  return all
    .filter((other) => other.id !== route.id && !gone.includes(other.state))
    .filter((other) => other.items.some((item) => lot.items.includes(item)))
    .map((other) => ({
      number: requestNumber(reference, other.id),
      family: other.family,
      route: other.route,
      addressee: other.addressee,
    }));
}
