import type { FactValue } from '../../../contracts/determination.js';
import { settleAddressee, type ProviderQuery } from './addressee.js';
import type { Registers } from './model.js';
import { pickEntity, type Pick } from './pick-entity.js';
import type { Provider } from './schema-providers.js';
import {
  confirmationOf,
  later,
  nothing,
  settle,
  toConfirm,
  trust,
  visible,
  type Asking,
  type DoubtReason,
  type Resolved,
} from './trust.js';

export type ProviderAnswer = Resolved & { provider: Provider; addressee: Pick };

/**
 * Provider facts of an item: the legal entity that answers for the place of the user and why, and what the provider
 * says it does (specification A.5, H.8). Undefined when no provider goes by the name: `provider.known` stays open.
 */
export function resolveProvider(registers: Registers, query: ProviderQuery): ProviderAnswer | undefined {
  const id = registers.providerByName.get(query.service.trim().toLowerCase());
  const [provider] = visible(
    [registers.providers.get(id ?? '')].filter((one) => one !== undefined),
    query,
    registers.compiledOn,
  );
  if (!provider) return undefined;
  const resolved = nothing();
  const addressee = pickEntity(registers, provider, query);
  const say = speaker(provider, query, resolved);
  settle(resolved, 'provider.known', true, [`providers/${provider.provider}`], provider.lastChecked);
  settleAddressee(registers, provider, addressee, query, resolved);
  settleTerms(provider, addressee, say);
  settleAge(provider, query, resolved);
  settle(
    resolved,
    'provider.channel',
    provider.channel.name,
    [`providers/${provider.provider}#channel`],
    provider.lastChecked,
  );
  return { ...resolved, provider, addressee };
}

/** The date of the text, so that its age opens question M14; not said where age is set aside. */
function settleAge(provider: Provider, query: ProviderQuery, resolved: Resolved): void {
  const ref = `providers/${provider.provider}`;
  const names = [...new Set(resolved.doubtful.map((doubt) => doubt.fact.replace('provider.', '')))].sort();
  settle(resolved, 'provider.doubtful', names, [ref], undefined);
  if (!provider.lastChecked || provider.training || query.checks === 'ASSUMED') return;
  const checked = later(provider.lastChecked, confirmationOf(ref, query)) ?? provider.lastChecked;
  settle(resolved, 'provider.lastChecked', checked, [ref], checked);
  settle(resolved, 'provider.toConfirm', toConfirm(resolved, query), [ref], undefined);
}

type Say = (fact: string, value: FactValue | undefined, part: string) => void;

/** Writes a fact if the entry is sure enough, else lists it. Training providers are invented and never stale. */
function speaker(provider: Provider, query: ProviderQuery, resolved: Resolved): Say {
  const asking: Asking = provider.training ? { ...query, checks: 'ASSUMED' } : query;
  return (fact, value, part) => {
    const ref = `providers/${provider.provider}#${part}`;
    const trusted = trust({ ref, entry: provider }, asking);
    if (value !== undefined && trusted.sure) return settle(resolved, fact, value, [ref], trusted.at);
    const why: DoubtReason = value === undefined || trusted.sure ? 'UNKNOWN' : trusted.why;
    const doubt = { fact, ref, why, lastChecked: provider.lastChecked ?? null, says: provider.source };
    resolved.doubtful.push(value === undefined ? doubt : { ...doubt, value });
  };
}

function settleTerms(provider: Provider, addressee: Pick, say: Say): void {
  const { terms } = provider;
  for (const [category, word] of Object.entries(terms.voluntary)) {
    say(`provider.voluntary.${category}`, word === 'unknown' ? undefined : word, 'voluntary');
  }
  const answers = Object.values(terms.voluntary).some((word) => word === 'YES' || word === 'CASE_BY_CASE');
  if (terms.requiresOrder || answers) say('provider.requiresOrder', terms.requiresOrder, 'requiresOrder');
  say('provider.preservation.accepts', yesNo(terms.preservation.accepts), 'preservation');
  if (terms.preservation.days) say('provider.preservation.days', terms.preservation.days, 'preservation');
  if (terms.preservation.renewals !== undefined) {
    say('provider.preservation.renewals', terms.preservation.renewals, 'preservation');
  }
  say('provider.edr.accepts', emergency(provider, addressee), 'edr');
  const practice = terms.userNotice.practice;
  // Specification A.5: the value UNKNOWN is assumed to mean ALWAYS, and rule M08 asks about it.
  say('provider.userNotice', practice === 'unknown' ? 'UNKNOWN' : practice, 'userNotice');
  if (terms.e2ee !== undefined) say('provider.e2ee', terms.e2ee, 'e2ee');
  for (const [category, days] of Object.entries(terms.retentionDays ?? {})) {
    say(`provider.retentionDays.${category}`, days, 'retentionDays');
  }
}

const yesNo = (word: 'yes' | 'no' | 'unknown'): boolean | undefined =>
  word === 'unknown' ? undefined : word === 'yes';

function emergency(provider: Provider, addressee: Pick): boolean | undefined {
  const { accepts, onlySeats } = provider.terms.edr;
  if (accepts !== 'yes' || !onlySeats) return yesNo(accepts);
  return addressee.found && onlySeats.includes(addressee.entity.seat ?? '');
}
