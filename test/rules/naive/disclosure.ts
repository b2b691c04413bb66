import { inEea } from './channels.js';
import { shutByGate } from './gates.js';
import { barsOn, below, offer, planned, shut, type Case, type View } from './view.js';

const stayOut = ['NO_CRIMINAL_MATTER', 'STAGE_TOO_EARLY', 'BLOCKING_STATUTE', 'TIP_OFF_RISK', 'TIME_BARRED'];

/** P01 to P03, P05, P06, I03: would the provider answer, and may it be asked? */
export function directDisclosure(c: Case, view: View): void {
  const { dataCategory, provider } = view.item;
  const eeaOnly = provider.establishedIn.length > 0 && provider.establishedIn.every(inEea);
  const strict = eeaOnly && !inEea(c.facts.requestingState);
  if (strict) c.ledger.fire('P05');
  const says = provider.voluntary[dataCategory] ?? 'NO';
  const willing = says === 'YES' || (says === 'CASE_BY_CASE' && !strict);
  view.answers = !neverDisclosed(dataCategory) && willing;
  view.direct =
    view.answers && !barsOn(view, 'PROV_DISC', 'DISCLOSE').some((bar) => stayOut.includes(bar.code));
  if (view.direct && dataCategory === 'SUBSCRIBER') c.ledger.fire('P01');
  if (view.direct && ['ACCESS_LOG', 'TRAFFIC', 'FINANCIAL_KYC'].includes(dataCategory)) c.ledger.fire('P02');
  if (!view.direct) c.ledger.fire('P08');
  if (neverDisclosed(dataCategory) && dataCategory !== 'ASSET') c.ledger.fire('P03');
  shut(
    view,
    dataCategory === 'CONTENT' ? 'PROV_DISC(content)' : 'PROV_DISC',
    ...(neverDisclosed(dataCategory) ? ['CATEGORY_NOT_AVAILABLE'] : view.answers ? [] : ['PROVIDER_REFUSES']),
  );
  if (!provider.entityCorrect && !shutByGate(view) && !view.realTime)
    c.ledger.block('P06', 'ENTITY_MISMATCH', 'PROVIDER_ROUTES');
}

function neverDisclosed(category: string): boolean {
  return ['CONTENT', 'LOCATION', 'REALTIME_TRAFFIC', 'REALTIME_CONTENT', 'ASSET'].includes(category);
}

/** P01, P02, I03, P04, P07, G22: the direct request itself. An emergency disclosure takes its place (E01). */
export function askProvider(c: Case, view: View): void {
  const { dataCategory, provider } = view.item;
  if (dataCategory !== 'CONTENT')
    shut(view, 'PROV_DISC', ...barsOn(view, 'PROV_DISC', 'DISCLOSE').map((bar) => bar.code));
  if (!view.direct || view.edr) return;
  const records = ['SUBSCRIBER', 'ACCESS_LOG', 'TRAFFIC'].includes(dataCategory);
  const basis = ['PROVIDER-POLICY', ...(view.usLaw && records ? ['US-SCA-2702c6'] : [])];
  const step = { order: 40, route: 'PROV_DISC', measure: 'DISCLOSE', addressee: view.name, basis };
  if (!offer(c, view, step)) return;
  const { obtained, formalChannelNeeded } = c.facts.authorisation;
  if (provider.requiresOrder !== 'NONE') c.ledger.fire('P04');
  if (below(obtained, provider.requiresOrder)) c.ledger.block('P04', 'AUTHORISATION_MISSING', 'PROV_DISC');
  if (c.wantsEvidence && formalChannelNeeded) c.ledger.fire('P07');
  userNotice(c, view);
}

/** G22 and M08, where `PROV_DISC` is planned. */
function userNotice(c: Case, view: View): void {
  const { userNotice: notice } = view.item.provider;
  const quiet = c.facts.authorisation.nonDisclosureOrder || c.facts.clearance?.noNoticeAgreed;
  if (!c.facts.proceedings.confidentialityRequired || quiet || notice === 'NEVER') return;
  c.ledger.block('G22', 'NOTICE_RISK', 'PROV_DISC');
  if (notice === 'UNKNOWN') c.ledger.ask('M08', 'USER_NOTICE_DECISION');
}

/** G17: stands only for a planned route. */
export function authorisationMissing(c: Case, view: View, lacking: boolean): void {
  if (!lacking) return;
  for (const family of ['MLA', 'PROV_DISC', 'EPOC', 'ART30'])
    if (planned(c, view, family)) c.ledger.block('G17', 'AUTHORISATION_MISSING', family);
  const policeIdentify = c.ledger.entries.some(
    ({ item, entry }) =>
      item === view.item.id &&
      entry.route.startsWith('P2P:') &&
      entry.route !== 'P2P:FIU' &&
      entry.measure === 'IDENTIFY',
  );
  if (policeIdentify && !c.emergency) c.ledger.block('G17', 'AUTHORISATION_MISSING', 'P2P');
}
