import { firstRung } from './channels.js';
import { askFiu } from './identification.js';
import { barsOn, bothParty, offer, planned, shut, volatile, type Case, type View } from './view.js';

/** S01, S07, S12: is a new preservation needed, or an old one to be prolonged? */
export function secure(c: Case, view: View): void {
  const { preservation, dataCategory, volatility } = view.item;
  const lapsing = preservation.active && (preservation.daysLeft ?? 0) <= 30;
  const own = preservation.basis === 'PROVIDER' || preservation.basis === 'ART29';
  const preserved = preservation.active && (own || !lapsing);
  const atRisk = volatility !== 'LOW' || view.edr;
  view.preserve = !preserved && dataCategory !== 'DOMAIN_REGISTRATION' && atRisk;
  if (preservation.active && preservation.basis === 'US-18USC-2258A') c.ledger.fire('S12');
  if (preserved) ['PROV_PRES', 'ART29'].forEach((family) => shut(view, family, 'ALREADY_PRESERVED'));
  if (!atRisk) ['PROV_PRES', 'ART29'].forEach((family) => shut(view, family, 'LOW_VOLATILITY'));
  if (!view.item.provider.preservation.accepts) shut(view, 'PROV_PRES', 'PROVIDER_REFUSES');
  if (!view.item.provider.trusted) shut(view, 'PROV_PRES', 'TIP_OFF_RISK');
  const treaty = treatyRoute(c, view);
  if (view.preserve) newPreservation(c, view, treaty);
  if (lapsing && own) prolong(c, view);
  if (view.left && view.financial && askFiu(c, view, 'TRACE_OR_POSTPONE')) c.ledger.fire('S15');
}

type Treaty = { route: string; basis: string[] };

/** S02, S09, S11, S14, G03, I05: the treaty route that is available for the item, or null. */
function treatyRoute(c: Case, view: View): Treaty | null {
  const budapest = bothParty(view, 'BUDAPEST');
  const uncc = bothParty(view, 'UNCC') && !budapest;
  if (!budapest && view.state !== null) notParties(c, view);
  if (view.state === null || view.securedOnly) return null;
  if (budapest && !view.intendsMla) {
    shut(view, 'ART29', 'NO_INTENT_MLA');
    if (view.preserve) c.ledger.fire('S11');
  }
  const tooEarly = c.stage === 'PRE_CASE_CHECK' && !certified(c, view);
  if (tooEarly) shut(view, 'ART29', 'STAGE_TOO_EARLY');
  if (!(budapest || uncc) || !view.intendsMla || tooEarly) return null;
  const thirdState = view.item.thirdStateOf ? 'ART29:THIRD_STATE' : 'ART29';
  const treaty = budapest
    ? { route: thirdState, basis: ['BUDAPEST-29', 'BUDAPEST-35'] }
    : { route: 'UNCC:ART42', basis: ['UNCC-42'] };
  const bars = barsOn(view, treaty.route, 'PRESERVE');
  shut(view, 'ART29', ...bars.map((each) => each.code));
  if (bars.length === 0 && view.preserve) c.ledger.fire(budapest ? 'S02' : 'S14');
  return bars.length === 0 ? treaty : null;
}

/** G03: only with the advisor's certificate and the prosecutor's statement. */
const certified = (c: Case, view: View): boolean =>
  c.facts.clearance?.preCaseIsInvestigation === true && view.item.intendMla === true;

function notParties(c: Case, view: View): void {
  const requesting = c.facts.requestingPartyTo.includes('BUDAPEST');
  const requested = view.relation?.requestedPartyTo.includes('BUDAPEST') ?? false;
  if (view.preserve && view.left) c.ledger.fire('S09');
  shut(view, 'ART29', whoIsNoParty(requesting, requested));
}

export function whoIsNoParty(requesting: boolean, requested: boolean): string {
  if (requesting && requested) return 'NOT_IN_FORCE';
  if (requesting) return 'NOT_PARTY_REQUESTED';
  return requested ? 'NOT_PARTY_REQUESTING' : 'NOT_PARTY_BOTH';
}

/** S01 with S03 to S06, S08, I05. */
function newPreservation(c: Case, view: View, treaty: Treaty | null): void {
  const { provider, dataCategory, thirdStateOf } = view.item;
  c.ledger.fire('S01');
  const byProvider = provider.preservation.accepts && provider.trusted;
  const both = volatile(view) || dataCategory === 'TRAFFIC';
  const step = { measure: 'PRESERVE', addressee: view.state ?? '?' };
  if (byProvider) c.ledger.fire('S03');
  if (treaty) c.ledger.fire(thirdStateOf ? 'I05' : 'S04');
  const treatyToo = treaty !== null && (both || !byProvider || Boolean(thirdStateOf));
  if (treatyToo) offer(c, view, { ...step, order: 31, route: treaty.route, basis: treaty.basis });
  const refusal = treatyToo && expectRefusal(c, view);
  if (byProvider && (both || !thirdStateOf || treaty === null || refusal)) byProviderItself(c, view);
  const lastResort = volatile(view) || !view.direct;
  if (treaty === null && !byProvider && lastResort && !c.emergency) byPolice(c, view, null);
}

/** S08. */
function expectRefusal(c: Case, view: View): boolean {
  const conduct = view.state === null ? 'UNKNOWN' : (c.facts.dualCriminality[view.state] ?? 'UNKNOWN');
  const reserved = view.relation?.dcReservation29_4 === true && planned(c, view, 'ART29');
  const refusal = reserved && !c.facts.offence.budapestArt2to11 && conduct !== 'MET';
  if (refusal) c.ledger.guard('S08', 'EXPECT_REFUSAL_29_4');
  return refusal;
}

function byProviderItself(c: Case, view: View): void {
  const basis = ['PROVIDER-POLICY'];
  offer(c, view, { order: 30, route: 'PROV_PRES', measure: 'PRESERVE', addressee: view.name, basis });
}

/** S05, S06 and the end of S07: police preservation by the ladder; financial items have their own channel. */
function byPolice(c: Case, view: View, because: string | null): void {
  if (view.state === null || (view.financial && !c.emergency)) return;
  const rung = firstRung(c, view);
  const rule = because ?? (rung?.network ? 'S05' : 'S06');
  if (rung === null) {
    c.ledger.block(rule, 'CHANNEL_CLOSED', 'P2P');
    shut(view, 'P2P', 'CHANNEL_CLOSED');
    return;
  }
  const step = { order: 32, route: rung.route, measure: 'PRESERVE', addressee: view.state };
  if (offer(c, view, { ...step, basis: [rung.basis] })) c.ledger.fire(rule);
}

/** S07. */
function prolong(c: Case, view: View): void {
  const { basis, renewalsLeft } = view.item.preservation;
  const provider = basis === 'PROVIDER';
  c.ledger.fire('S07');
  if ((renewalsLeft ?? 0) <= 0) {
    c.ledger.block('S07', 'PRESERVATION_NOT_RENEWABLE', provider ? 'PROV_PRES' : 'ART29');
    byPolice(c, view, 'S07');
  } else if (provider) {
    const renewal = { order: 30, route: 'PROV_PRES:RENEW', measure: 'RENEW', addressee: view.name };
    offer(c, view, { ...renewal, basis: ['PROVIDER-POLICY'] });
  } else if (view.state !== null) {
    const extension = { order: 31, route: 'ART29:EXTEND', measure: 'EXTEND', addressee: view.state };
    offer(c, view, { ...extension, basis: ['BUDAPEST-29(7)'] });
  }
}
