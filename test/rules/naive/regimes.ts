import { inUnion } from './channels.js';
import { bothParty, lacksAuthorisation, offer, shut, type Case, type View } from './view.js';

const listedOffences = [
  'CYBER_DEPENDENT',
  'EXTORTION_RANSOMWARE',
  'CSAM_CSE',
  'TERRORISM',
  'TERRORISM_FINANCING',
];

/** X01 to X05: concludes whether the item goes by European order, and plans it. */
export function europeanOrder(c: Case, view: View): void {
  otherRegimes(c, view);
  const reason = whyNotEpoc(c, view);
  view.epoc = reason === null;
  if (reason !== null) shut(view, 'EPOC', reason);
  if (reason === 'NOT_BOUND') c.ledger.fire('X03');
  if (reason === 'NOT_EU_ISSUING_STATE' || reason === 'PROVIDER_OUT_OF_SCOPE') c.ledger.fire('X04');
  if (reason === 'EPOC_THRESHOLD') c.ledger.block('X05', 'EPOC_THRESHOLD', 'EPOC');
  if (view.epoc) planEuropeanOrder(c, view);
}

function whyNotEpoc(c: Case, view: View): string | null {
  const { requestingState, asOf, offence } = c.facts;
  const { provider, dataCategory } = view.item;
  if (!inUnion(requestingState) && requestingState !== 'DK') return 'NOT_EU_ISSUING_STATE';
  if (asOf < '2026-08-18') return 'NOT_IN_FORCE';
  if (requestingState === 'DK') return 'NOT_BOUND';
  if (!view.known) return 'PROVIDER_UNKNOWN';
  const representative = provider.euRepresentative;
  if (representative === null || representative === requestingState || !inUnion(representative))
    return 'PROVIDER_OUT_OF_SCOPE';
  if (c.stage === 'NO_CRIMINAL_CASE') return 'NO_CRIMINAL_MATTER';
  if (dataCategory === 'ASSET' || view.realTime) return 'CATEGORY_NOT_AVAILABLE';
  if (!['TRAFFIC', 'CONTENT'].includes(dataCategory) || listedOffences.includes(offence.category))
    return null;
  if (offence.maxPenaltyMonths === null) c.ledger.ask('M04', 'MAX_PENALTY');
  return (offence.maxPenaltyMonths ?? 0) < 36 ? 'EPOC_THRESHOLD' : null;
}

function planEuropeanOrder(c: Case, view: View): void {
  const { volatility, preservation } = view.item;
  c.ledger.fire('X01');
  for (const family of ['PROV_PRES', 'PROV_DISC', 'ART29', 'P2P', 'EDR'])
    shut(view, family, 'EPOC_PREFERRED');
  shut(view, 'MLA', 'SLOWER');
  if (lacksAuthorisation(c, view) && volatility !== 'LOW' && !preservation.active) {
    c.ledger.fire('X02');
    offer(c, view, {
      order: 30,
      route: 'EPOC_PR',
      measure: 'PRESERVE',
      addressee: view.name,
      basis: ['EU-2023/1543-6', 'EU-2023/1543-11'],
    });
  }
  const produce = { measure: 'PRODUCE', addressee: view.name };
  if (c.emergency) {
    c.ledger.fire('E15');
    const basis = ['EU-2023/1543-5', 'EU-2023/1543-10(4)'];
    offer(c, view, { ...produce, order: 10, route: 'EPOC:EMERGENCY', basis });
  } else {
    offer(c, view, {
      ...produce,
      order: 40,
      route: 'EPOC',
      basis: ['EU-2023/1543-5', 'EU-2023/1543-10'],
    });
  }
}

/** X06 to X09: regimes without rows of their own in B.17. */
function otherRegimes(c: Case, view: View): void {
  if (bothParty(view, 'SAP2')) c.ledger.fire('X06', ...(c.emergency ? ['E05'] : []));
  if (bothParty(view, 'UNCC')) c.ledger.fire('X07');
  if (bothParty(view, 'CLOUD_AGREEMENT')) c.ledger.fire('X08');
  if (bothParty(view, 'CIS_IT_2018')) c.ledger.fire('X09');
}
