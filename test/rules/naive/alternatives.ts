import type { ScenarioItem } from './dialect.js';
import { bothParty, offer, shut, volatile, type Case, type View } from './view.js';

function consentHolds({ consent }: ScenarioItem): boolean {
  const free = !consent.inCustody || consent.counselPresent;
  return consent.voluntary && consent.lawfulAuthority && consent.capacity && free;
}

/** B.4: the first of L01, L02, L04, L05, L06, L08 that holds settles the item; L03 stands beside any. */
export function settle(c: Case, view: View): void {
  const { item } = view;
  if (item.consent.given && !consentHolds(item)) {
    c.ledger.fire('L03');
    shut(view, 'CONSENT', 'CONSENT_INVALID');
  }
  view.settledBy = settlingRule(view);
  view.left = view.settledBy === null;
  if (view.settledBy === null) return;
  c.ledger.fire(view.settledBy);
  const kept = ['L02', 'L04', 'L05'].includes(view.settledBy);
  view.securedOnly = kept && volatile(view) && view.known;
  writeSettled(c, view, view.settledBy);
}

function settlingRule(view: View): string | null {
  const { item } = view;
  const orderable = ['SUBSCRIBER', 'ACCESS_LOG', 'FINANCIAL_KYC'].includes(item.dataCategory);
  if (item.publiclyAvailable) return 'L01';
  if (item.consent.given && consentHolds(item)) return 'L02';
  if (item.heldDomestically) return 'L04';
  if (view.known && item.provider.domesticEntity && orderable) return 'L05';
  if (item.goal === 'IDENTIFY' && item.dataCategory === 'CONTENT') return 'L06';
  if (item.provider.e2ee && item.dataCategory === 'CONTENT') return 'L08';
  return null;
}

function writeSettled(c: Case, view: View, rule: string): void {
  const atHome = { order: 7, route: 'DOMESTIC', measure: 'PRODUCE', basis: ['DOMESTIC-LAW'] };
  if (rule === 'L01')
    offer(c, view, {
      order: 5,
      route: 'OSINT',
      measure: 'CAPTURE',
      addressee: '-',
      basis: ['PUBLIC-SOURCE'],
    });
  if (rule === 'L02') {
    const basis = bothParty(view, 'BUDAPEST') ? 'BUDAPEST-32b' : 'DOMESTIC-LAW-CONSENT';
    offer(c, view, { order: 6, route: 'CONSENT', measure: 'HAND_OVER', addressee: '-', basis: [basis] });
  }
  if (rule === 'L04') offer(c, view, { ...atHome, addressee: '-' });
  if (rule === 'L05') offer(c, view, { ...atHome, addressee: view.name });
  if (rule === 'L06') c.ledger.block('L06', 'DISPROPORTIONATE', 'CONTENT');
  if (rule === 'L08') c.ledger.block('L08', 'DATA_NOT_HELD', 'CONTENT');
  if (rule === 'L06') shut(view, 'PROV_DISC', 'DISPROPORTIONATE');
  if (rule === 'L08') shut(view, 'PROV_DISC', 'DATA_NOT_HELD');
}
