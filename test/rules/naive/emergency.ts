import { firstRung } from './channels.js';
import { askFiu } from './identification.js';
import { lacksAuthorisation, offer, planned, shut, type Case, type View } from './view.js';

/** E11, E12: what the threat alone says. */
export function threatOfCase(c: Case): void {
  const { toLife, dataCanAvert, criticalInfrastructure } = c.facts.threat;
  if (criticalInfrastructure && toLife === 'NONE') c.ledger.fire('E11');
  if (toLife === 'POTENTIAL') c.ledger.fire('E12');
  if (toLife === 'IMMINENT' && !dataCanAvert) {
    c.ledger.fire('E12');
    c.ledger.ask('M11', 'NEXUS_DATA_TO_THREAT');
  }
}

/** E01 to E10 for one item outside the EU regime. */
export function emergencyRoutes(c: Case, view: View): void {
  hotline(c, view);
  if (!c.emergency) {
    shut(view, 'EDR', ...whyNoEmergency(c));
    return;
  }
  if (view.known) atCustodian(c, view);
  else unknownCustodian(c, view);
  afterwards(c, view);
}

export function whyNoEmergency(c: Case): string[] {
  const { toLife, dataCanAvert } = c.facts.threat;
  const imminent = toLife === 'IMMINENT' && dataCanAvert;
  const speech = c.facts.offence.speechBased ? ['SPEECH_OFFENCE'] : [];
  return imminent ? speech : ['NO_IMMINENT_THREAT', ...speech];
}

/** E10. */
function hotline(c: Case, view: View): void {
  if (!c.facts.threat.childAtRisk || !view.relation?.channels.hotline) return;
  c.ledger.fire('E10');
  const basis = ['US-18USC-2258A'];
  offer(c, view, { order: 22, route: 'P2P:HOTLINE', measure: 'NOTIFY', addressee: 'HOTLINE', basis });
}

/** E02. The open sources of it are those of I01, I02 and I06. */
function unknownCustodian(c: Case, view: View): void {
  c.ledger.fire('E02');
  shut(view, 'EDR', 'PROVIDER_UNKNOWN');
  const rung = firstRung(c, view);
  const addressee = view.state ?? '?';
  const step = { order: 20, measure: 'IDENTIFY', addressee };
  if (rung) offer(c, view, { ...step, route: rung.route, basis: [rung.basis] });
  if (view.financial) askFiu(c, view, 'IDENTIFY');
}

/** E01, E03, E04, E06. */
function atCustodian(c: Case, view: View): void {
  const { item } = view;
  const throughState = item.dataCategory === 'CONTENT' && view.usLaw;
  if (throughState) {
    c.ledger.fire('E06');
    shut(view, 'EDR', 'CATEGORY_NOT_AVAILABLE');
  }
  if (!item.provider.edr.accepts) {
    c.ledger.fire('E04');
    shut(view, 'EDR', 'PROVIDER_REFUSES');
  }
  if (item.provider.edr.accepts && !throughState) {
    const basis = ['PROVIDER-POLICY', ...(view.usLaw ? ['US-SCA-2702c4'] : [])];
    const measure = 'EMERGENCY_DISCLOSE';
    view.edr = offer(c, view, { order: 10, route: 'EDR', measure, addressee: view.name, basis });
    if (view.edr) c.ledger.fire('E01');
  }
  const rung = firstRung(c, view);
  if (view.state === null || rung === null) return;
  const ownPower = throughState || !item.provider.edr.accepts;
  const basis = [rung.basis, ...(throughState ? ['US-SCA-2702b8'] : [])];
  const measure = ownPower ? 'EMERGENCY_DISCLOSE' : 'SUPPORT';
  if (offer(c, view, { order: 20, route: rung.route, measure, addressee: view.state, basis }))
    c.ledger.fire('E03');
}

/** E07 to E09, E16. */
function afterwards(c: Case, view: View): void {
  if (view.edr) {
    c.ledger.guard('E07', 'MINIMAL_CATEGORIES');
    c.ledger.fire('E08');
    if (lacksAuthorisation(c, view)) c.ledger.fire('E16');
  }
  if (view.edr || planned(c, view, 'P2P', 'EMERGENCY_DISCLOSE')) c.ledger.guard('E09', 'EX_POST_REVIEW');
}
