import type { Expectation } from './dialect.js';
import { whyNoEmergency } from './emergency.js';
import { whoIsNoParty } from './securing.js';
import { familyOf, shut, type Case, type View } from './view.js';

/** Headline order of B.17; codes it does not name stand before those that only say "not now". */
const headlines = [
  ...['RIGHTS_HOLD', 'RIGHTS_BLOCK', 'NO_IMMINENT_THREAT', 'PROVIDER_UNKNOWN', 'EPOC_PREFERRED'],
  ...['BLOCKING_STATUTE', 'NOT_PARTY_REQUESTING', 'NOT_PARTY_REQUESTED', 'NOT_PARTY_BOTH', 'NO_INTENT_MLA'],
  ...['NO_CRIMINAL_MATTER', 'STAGE_TOO_EARLY', 'IDENTIFIER_INSUFFICIENT', 'CATEGORY_NOT_AVAILABLE'],
  ...[
    'PROVIDER_REFUSES',
    '(any other)',
    'ALREADY_PRESERVED',
    'LOW_VOLATILITY',
    'NOT_NEEDED_YET',
    'NOT_NEEDED',
  ],
];

/** Place of a reason in that order; codes that B.17 does not name share one place. */
export const rank = (reason: string): number =>
  headlines.indexOf(headlines.includes(reason) ? reason : '(any other)');

const families = ['PROV_PRES', 'PROV_DISC', 'EDR', 'ART29', 'P2P', 'MLA'];

/** Alternates of a run that a gate has ended: the same reason for every route. */
export const endedBy = (reason: string): Expectation['alternates'] =>
  families.map((route) => ({ route, reason }));

/** Routes that are in no plan of the case, each with its headline (B.15, B.17). */
export function alternates(c: Case, views: readonly View[]): Expectation['alternates'] {
  views.forEach((view) => defaults(c, view));
  const taken = new Set(c.ledger.entries.map(({ entry }) => familyOf(entry.route)));
  const asked = [...families, 'PROV_DISC(content)', 'CONSENT', 'EPOC'].filter((route) => !taken.has(route));
  return asked.flatMap((route) => {
    const reasons = views.flatMap((view) => [...(view.reasons.get(route) ?? [])]);
    const [headline] = reasons.map(publicReason).sort((a, b) => rank(a) - rank(b));
    return headline === undefined ? [] : [{ route, reason: headline }];
  });
}

export const publicReason = (code: string): string =>
  code === 'IP_INCOMPLETE' ? 'IDENTIFIER_INSUFFICIENT' : code;

/** What is said where no rule speaks, and the standing reasons of settled and unknown items. */
function defaults(c: Case, view: View): void {
  if (!c.emergency) shut(view, 'EDR', ...whyNoEmergency(c));
  if (!view.left && view.state !== null && !view.relation?.bothParty.includes('BUDAPEST')) {
    const requested = view.relation?.requestedPartyTo.includes('BUDAPEST') ?? false;
    shut(view, 'ART29', whoIsNoParty(c.facts.requestingPartyTo.includes('BUDAPEST'), requested));
  }
  if (view.left && !view.known)
    ['PROV_PRES', 'PROV_DISC', 'ART29', 'MLA'].forEach((family) => shut(view, family, 'PROVIDER_UNKNOWN'));
  for (const family of [...families, 'EPOC']) {
    if (family === 'PROV_DISC' && view.left && view.reasons.has('PROV_DISC(content)')) continue;
    for (const each of view.left ? view.bars : []) if (each.covers(family, '')) shut(view, family, each.code);
    if (family === 'EPOC' || (view.reasons.get(family)?.size ?? 0) > 0) continue;
    shut(view, family, family === 'MLA' ? 'NOT_NEEDED_YET' : 'NOT_NEEDED');
  }
}
