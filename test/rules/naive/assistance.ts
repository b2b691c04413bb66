import { bar, bothParty, offer, planned, shut, volatile, type Case, type View } from './view.js';

type Basis = { rule: string; variant: string; codes: string[] };

/** F00: formal assistance is needed. Read before preservation, because the intention follows it. */
export function assistanceNeeded(c: Case, view: View): void {
  const open = ['OPEN_INVESTIGATION', 'PROSECUTION', 'TRIAL', 'APPEAL'].includes(c.stage);
  const reopened = c.stage === 'POST_CONVICTION' && c.facts.clearance?.postConvictionMla === true;
  const formal = c.facts.authorisation.formalChannelNeeded;
  view.mlaNeeded = c.wantsEvidence && (open || reopened) && (!view.direct || formal || view.edr);
  if (view.mlaNeeded) c.ledger.fire('F00');
  const small = belowThreshold(c, view);
  if (small && view.mlaNeeded && view.state !== null) shut(view, 'MLA', 'DE_MINIMIS');
  const { intendMla } = view.item;
  view.intendsMla = !small && (intendMla === undefined ? view.mlaNeeded : intendMla === true);
}

/** F13: harm or penalty under the threshold; an unknown penalty fails closed. */
function belowThreshold(c: Case, view: View): boolean {
  const least = view.relation?.minPenaltyMonths ?? null;
  const { maxPenaltyMonths, deMinimis } = c.facts.offence;
  const small = deMinimis || (least !== null && (maxPenaltyMonths === null || maxPenaltyMonths < least));
  if (small && view.state !== null) c.ledger.fire('F13');
  return small;
}

/** F01 to F12, F14, F15, F20, F21, F24. */
export function formalAssistance(c: Case, view: View): void {
  if (!view.mlaNeeded || view.state === null || view.relation === undefined) return;
  penaltyAsked(c, view);
  const bases = basesInForce(c, view);
  if (bases.length === 0) {
    if (view.relation.reciprocity)
      bases.push({ rule: 'F10', variant: 'RECIPROCITY', codes: ['RECIPROCITY'] });
    else removeMla(c, view, 'F11', 'NO_LEGAL_BASIS');
  }
  bases.forEach((basis) => c.ledger.fire(basis.rule));
  const conduct = c.facts.dualCriminality[view.state] ?? 'UNKNOWN';
  if (view.relation.dcRequired && conduct === 'NOT_MET') removeMla(c, view, 'F12', 'DUAL_CRIMINALITY');
  const [primary] = bases;
  if (primary === undefined || view.reasons.get('MLA')?.has('DE_MINIMIS')) return;
  const measure = view.item.dataCategory === 'ASSET' ? 'RESTRAIN' : 'PRODUCE';
  const route = `MLA:${primary.variant}`;
  const basis = [...new Set(bases.flatMap((each) => each.codes))];
  if (!offer(c, view, { order: 60, route, measure, addressee: view.state, basis })) return;
  aboutPlanned(c, view, view.relation.dcRequired ? conduct : 'MET');
}

function removeMla(c: Case, view: View, rule: string, code: string): void {
  c.ledger.block(rule, code, 'MLA');
  view.bars.push(bar(code, 'MLA'));
  shut(view, 'MLA', code);
}

/** M04 for the two tests of this chapter. */
function penaltyAsked(c: Case, view: View): void {
  const { maxPenaltyMonths, transnational, organisedGroup } = c.facts.offence;
  const untoc = bothParty(view, 'UNTOC') && transnational && organisedGroup;
  const least = (view.relation?.minPenaltyMonths ?? null) !== null;
  if (maxPenaltyMonths === null && (untoc || least)) c.ledger.ask('M04', 'MAX_PENALTY');
}

/** Bases in the order of the primary one: EU, bilateral, Council of Europe, CIS, Budapest, offence convention, UNTOC. */
function basesInForce(c: Case, view: View): Basis[] {
  const { category, maxPenaltyMonths, transnational, organisedGroup } = c.facts.offence;
  const bases: Basis[] = [];
  const cite = (holds: boolean, rule: string, variant: string, ...codes: string[]) => {
    if (holds) bases.push({ rule, variant, codes });
  };
  const both = (instrument: string): boolean => bothParty(view, instrument);
  cite(both('EU_MLA_2000'), 'F03', 'EU', 'EU-MLA-2000');
  cite(both('BILATERAL_MLA'), 'F01', 'BILATERAL', 'BILATERAL-MLA');
  cite(both('COE_MLA_1959'), 'F03', 'COE', 'COE-MLA-1959');
  if (both('CHISINAU02')) cite(true, 'F02', 'CIS', 'CIS-CHISINAU-2002');
  else cite(both('MINSK93'), 'F02', 'CIS', 'CIS-MINSK-1993');
  const procedure = bases.length === 0 ? ['BUDAPEST-27'] : [];
  cite(both('BUDAPEST'), 'F04', 'BUDAPEST', ...budapestArticles(view), ...procedure);
  cite(both('UNCAC') && category === 'CORRUPTION', 'F06', 'UNCAC', 'UNCAC-46');
  cite(both('DRUGS88') && category === 'DRUGS', 'F07', 'DRUGS88', 'DRUGS88-7');
  const terror = ['TERRORISM', 'TERRORISM_FINANCING'].includes(category);
  cite(both('TERROR') && terror, 'F08', 'TERROR', 'TERROR-CONV');
  cite(both('OPSC') && category === 'CSAM_CSE', 'F09', 'OPSC', 'OPSC-6');
  const serious = (maxPenaltyMonths ?? 0) >= 48 && transnational && organisedGroup;
  cite(both('UNTOC') && serious, 'F05', 'UNTOC', 'UNTOC-18');
  return bases;
}

/** F04: -31 for stored data, -33 and -34 for real time, -25 for all. */
function budapestArticles(view: View): string[] {
  if (view.item.dataCategory === 'REALTIME_TRAFFIC') return ['BUDAPEST-33', 'BUDAPEST-25'];
  if (view.item.dataCategory === 'REALTIME_CONTENT') return ['BUDAPEST-34', 'BUDAPEST-25'];
  return ['BUDAPEST-31', 'BUDAPEST-25'];
}

/** What a planned request brings with it: F12 in doubt, M03, F14, F15, F20, F21, F24. */
function aboutPlanned(c: Case, view: View, conduct: string): void {
  const { item } = view;
  if (conduct === 'DOUBTFUL') c.ledger.block('F12', 'DUAL_CRIMINALITY_REVIEW', 'MLA');
  if (conduct === 'UNKNOWN') {
    c.ledger.ask('M03', 'DUAL_CRIMINALITY');
    c.ledger.block('M03', 'DUAL_CRIMINALITY_REVIEW', 'MLA');
  }
  const lapsing = item.preservation.active && (item.preservation.daysLeft ?? 0) <= 30;
  if (volatile(view) || c.emergency || lapsing || c.ledger.rules.has('E11'))
    c.ledger.guard('F14', 'MLA_URGENT');
  if (item.dataCategory === 'CONTENT' && view.usLaw) c.ledger.guard('F15', 'US_PROBABLE_CAUSE_FACTS');
  if (view.realTime) c.ledger.fire('F20');
  if (item.dataCategory === 'ASSET') c.ledger.fire('F21');
  if (item.p2pObtained) c.ledger.fire('F24');
  if (planned(c, view, 'PROV_DISC')) c.ledger.fire('P07');
}
