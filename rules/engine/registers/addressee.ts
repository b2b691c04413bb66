import { regimeCodes, unionsOf } from './law.js';
import type { Registers } from './model.js';
import type { Pick } from './pick-entity.js';
import type { Entity, Provider } from './schema-providers.js';
import { settle, type Asking, type DoubtReason, type Resolved } from './trust.js';

/** What the officer knows: the name of the service, and where its user is. */
export type ProviderQuery = Asking & {
  service: string;
  userPlace?: string;
  requestingState?: string;
  dataCategory?: string;
};

/**
 * The addressee is always said, so that the officer can correct it; one the text leaves open, or whose company is from
 * general knowledge, is listed as doubtful beside it and settles neither its correctness nor the State behind it.
 */
export function settleAddressee(
  registers: Registers,
  provider: Provider,
  addressee: Pick,
  query: ProviderQuery,
  resolved: Resolved,
): void {
  settleGroup(registers, provider, query, resolved);
  const ref = `providers/${provider.provider}#entities`;
  if (!addressee.found) {
    const doubt = {
      ref,
      why: 'UNCLEAR',
      lastChecked: provider.lastChecked ?? null,
      says: addressee.because,
    } as const;
    resolved.doubtful.push({ fact: 'provider.entity', ...doubt });
    settle(resolved, 'provider.name', provider.names[0] ?? provider.name, [ref], provider.lastChecked);
    return;
  }
  const { entity } = addressee;
  const place = `${ref}.${addressee.index}`;
  settle(resolved, 'provider.name', entity.name, [place], provider.lastChecked);
  settle(resolved, 'provider.entity', entity.name, [place], provider.lastChecked);
  const why: DoubtReason | undefined = addressee.unclear
    ? 'UNCLEAR'
    : entity.confidence
      ? 'LOW_CONFIDENCE'
      : undefined;
  const sure = why === undefined || (query.confirmations ?? []).some((one) => one.ref === place);
  const lastChecked = provider.lastChecked ?? null;
  if (!sure && why) {
    resolved.doubtful.push({
      fact: 'provider.entity',
      value: entity.name,
      ref: place,
      why,
      lastChecked,
      says: addressee.because,
    });
    return;
  }
  settle(resolved, 'provider.entityCorrect', true, [place], provider.lastChecked);
  settleSeat(registers, provider, entity, query, resolved, place);
}

function settleSeat(
  registers: Registers,
  provider: Provider,
  entity: Entity,
  query: ProviderQuery,
  resolved: Resolved,
  ref: string,
): void {
  const holder = provider.entities.find((one) =>
    one.holds?.some((category) => category === query.dataCategory),
  );
  const power = holder?.seat ?? entity.seat;
  if (entity.seat) {
    const seats = [...new Set([entity.seat, ...(holder?.seat ? [holder.seat] : [])])];
    settle(resolved, 'provider.establishedIn', seats, [ref], provider.lastChecked);
    const inEea = seats.every((seat) => unionsOf(registers, seat, query).includes('EEA'));
    settle(resolved, 'provider.onlyInEea', inEea, [ref], provider.lastChecked);
  }
  if (!power) {
    const doubt = {
      ref,
      why: 'UNKNOWN',
      lastChecked: provider.lastChecked ?? null,
      says: 'the operating company is not known',
    } as const;
    resolved.doubtful.push({ fact: 'controllerState', ...doubt });
    return;
  }
  settle(resolved, 'controllerState', power, [ref], provider.lastChecked);
  settle(
    resolved,
    'custodian.regimes',
    regimeCodes(registers, power, query),
    [`law/${power}`],
    provider.lastChecked,
  );
}

/** What holds for the group whoever is addressed: a company at home, an establishment in the Union. */
function settleGroup(
  registers: Registers,
  provider: Provider,
  query: ProviderQuery,
  resolved: Resolved,
): void {
  const ref = [`providers/${provider.provider}#entities`];
  settleHome(provider, query, resolved);
  const seats = provider.entities
    .filter((entity) => entity.answersFor !== undefined && entity.confidence === undefined)
    .flatMap((entity) => entity.seat ?? [])
    .filter((seat) => unionsOf(registers, seat, query).includes('EU_E_EVIDENCE'));
  const [representative] = seats;
  if (representative && new Set(seats).size === 1) {
    settle(resolved, 'provider.euRepresentative', representative, ref, provider.lastChecked);
  }
}

/** A company at home that is known from general knowledge only is a question, not a domestic route. */
function settleHome(provider: Provider, query: ProviderQuery, resolved: Resolved): void {
  const home = query.requestingState;
  if (!home) return;
  const fact = 'provider.domesticEntity';
  const index = provider.entities.findIndex((entity) => entity.domesticIn?.includes(home));
  const ref = `providers/${provider.provider}#entities${index < 0 ? '' : `.${index}`}`;
  const unsure = index >= 0 && provider.entities[index]?.confidence === 'low';
  if (!unsure || (query.confirmations ?? []).some((one) => one.ref === ref)) {
    settle(resolved, fact, index >= 0, [ref], provider.lastChecked);
    return;
  }
  const says = provider.entities[index]?.says ?? '';
  const lastChecked = provider.lastChecked ?? null;
  resolved.doubtful.push({ fact, value: true, ref, why: 'LOW_CONFIDENCE', lastChecked, says });
}
