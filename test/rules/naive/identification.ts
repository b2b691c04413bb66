import { firstRung } from './channels.js';
import { offer, planned, type Case, type View } from './view.js';

const openSource = { order: 5, route: 'OSINT', addressee: '-', basis: ['PUBLIC-SOURCE'] };

/** Step by the FIU channel; open wherever a State, or nobody yet, is asked. */
export function askFiu(c: Case, view: View, measure: string): boolean {
  const basis = ['EGMONT-FIU'];
  return offer(c, view, {
    order: 45,
    route: 'P2P:FIU',
    measure,
    addressee: view.state ?? 'FIU',
    basis,
  });
}

/** I01, I02, I06 with L07: an item with an unknown custodian ends here. */
export function findCustodian(c: Case, view: View): void {
  const types = view.item.identifiers.map((identifier) => identifier.type);
  const located = types.some((type) => ['IP', 'DOMAIN', 'URL'].includes(type));
  const wallet = types.includes('WALLET');
  if (located) {
    c.ledger.fire('I01');
    offer(c, view, { ...openSource, measure: 'IDENTIFY' });
  }
  if (wallet) {
    c.ledger.fire('I06', 'L07');
    offer(c, view, { ...openSource, measure: 'TRACE_LEDGER' });
  }
  if (!located && !wallet) {
    c.ledger.fire('I02');
    offer(c, view, { ...openSource, measure: 'IDENTIFY' });
    if (!c.emergency && !view.financial) askPolice(c, view);
  }
  if (wallet || (view.financial && !located)) askFiu(c, view, 'IDENTIFY');
}

function askPolice(c: Case, view: View): void {
  const rung = firstRung(c, view);
  const addressee = view.state ?? '?';
  if (rung)
    offer(c, view, { order: 25, route: rung.route, measure: 'IDENTIFY', addressee, basis: [rung.basis] });
}

/** I03: open part of registration data; the rest is direct disclosure. */
export function registrationData(c: Case, view: View): void {
  if (view.item.dataCategory !== 'DOMAIN_REGISTRATION') return;
  c.ledger.fire('I03');
  offer(c, view, { ...openSource, measure: 'RDAP_LOOKUP' });
}

/** I04: path of traffic preserved under Article 29. */
export function tracePath(c: Case, view: View): void {
  const { item } = view;
  const underArt29 = item.preservation.active && item.preservation.basis === 'ART29';
  if (item.dataCategory !== 'TRAFFIC' || !item.pathUnknown || view.state === null) return;
  if (!planned(c, view, 'ART29') && !underArt29) return;
  const basis = ['BUDAPEST-30'];
  const measure = 'PARTIAL_DISCLOSE';
  if (offer(c, view, { order: 35, route: 'ART30', measure, addressee: view.state, basis }))
    c.ledger.fire('I04');
}

/** I07: a police inquiry where it can save a refused request. */
export function inquire(c: Case, view: View): void {
  const { item } = view;
  if (c.emergency || view.financial || view.state === null) return;
  const lead = c.facts.proceedings.purpose === 'INTELLIGENCE' && !view.direct;
  const closedDoor = !view.answers && !item.provider.preservation.accepts;
  const before = item.dataCategory === 'SUBSCRIBER' && view.mlaNeeded && closedDoor;
  const rung = firstRung(c, view);
  if (!(lead || before) || rung === null) return;
  const step = { order: 25, route: rung.route, measure: 'INQUIRE', addressee: view.state };
  if (offer(c, view, { ...step, basis: [rung.basis] })) c.ledger.fire('I07');
}
