import { categories } from './dialect.js';
import { bar, barsOn, type Case, type View } from './view.js';

const possible = (risk: string | undefined): boolean => risk === 'POSSIBLE';
const likely = (risk: string | undefined): boolean => risk === 'LIKELY';

/** G01, G04, G05, G07 in this order; returns the reason with which the run ends, or null. */
export function endingGates(c: Case): string | null {
  const { facts, ledger } = c;
  const { rights, threat } = facts;
  const clearance = facts.clearance ?? {};
  const nexus = threat.toLife === 'IMMINENT' && threat.dataCanAvert;
  // C02: the release for a danger to life lasts as long as there is one.
  const released = clearance.rightsHoldRelease === true || (clearance.lifeDangerRelease === true && nexus);

  if (c.stage === 'NO_CRIMINAL_CASE' && !c.emergency) {
    ledger.block('G01', 'NO_CRIMINAL_MATTER', 'ALL');
    if (threat.toLife === 'IMMINENT' && !threat.dataCanAvert) ledger.ask('M11', 'NEXUS_DATA_TO_THREAT');
    return 'NO_CRIMINAL_MATTER';
  }
  if ((likely(rights.discriminationRisk) || likely(rights.tortureRisk)) && !clearance.riskFindingCorrected) {
    ledger.block('G04', 'RIGHTS_BLOCK', 'ALL');
    return 'RIGHTS_BLOCK';
  }
  if (likely(rights.politicalOffenceRisk)) {
    ledger.block('G05', 'INTERPOL_ART3', 'P2P:INTERPOL');
    c.interpolOff = true;
    if (!released) {
      ledger.block('G05', 'RIGHTS_HOLD', 'ALL');
      return 'RIGHTS_HOLD';
    }
  }
  if (speechAtRisk(c)) {
    ledger.block('G07', 'INTERPOL_ART3', 'P2P:INTERPOL');
    c.interpolOff = true;
    if (!released) {
      ledger.block('G07', 'RIGHTS_HOLD', 'ALL');
      return 'RIGHTS_HOLD';
    }
  }
  return null;
}

function speechAtRisk(c: Case): boolean {
  const { politicalOffenceRisk, discriminationRisk } = c.facts.rights;
  return c.facts.offence.speechBased && (politicalOffenceRisk !== 'NONE' || discriminationRisk !== 'NONE');
}

/** The gates that read facts of the case alone and do not end the run. */
export function caseGates(c: Case): void {
  const { facts, ledger } = c;
  stageGates(c);
  rightsGates(c);
  if (facts.rights.neBisInIdem) ledger.block('G11', 'NE_BIS_IN_IDEM', 'MLA');
  const assessment = facts.authorisation.necessityAssessment;
  if (assessment === 'NONE') ledger.block('G13', 'NPA_MISSING', 'ALL');
  if (assessment === 'SHORT') ledger.block('G13', 'NPA_MISSING', 'DISCLOSURE');
  competence(c);
  if (!facts.requestingAuthority.senderVerified) ledger.block('G20', 'SENDER_UNVERIFIED', 'PROVIDER_ROUTES');
  if (facts.offence.timeBarred) removeForCase(c, 'G24', 'TIME_BARRED', 'MLA', 'PROV_DISC');
}

function removeForCase(c: Case, rule: string, code: string, ...scopes: string[]): void {
  for (const scope of scopes) {
    c.ledger.block(rule, code, scope);
    c.bars.push(bar(code, scope));
  }
}

/** G02, G03. */
function stageGates(c: Case): void {
  if (c.stage === 'NO_CRIMINAL_CASE') {
    c.ledger.fire('E14');
    c.ledger.guard('G02', 'USE_LIFE_PROTECTION_ONLY');
    removeForCase(c, 'G02', 'NO_CRIMINAL_MATTER', 'MLA', 'ART29', 'PROV_DISC');
    // Abroad only EDR, police channels to save life, and preservation by the provider; the rest goes without a code of its own.
    for (const scope of ['ART30', 'UNCC', 'EPOC', 'EPOC_PR', 'P2P:FIU'])
      c.bars.push(bar('NO_CRIMINAL_MATTER', scope));
    c.bars.push({
      code: 'NO_CRIMINAL_MATTER',
      covers: (route, measure) => route.startsWith('P2P:') && ['PRESERVE', 'INQUIRE'].includes(measure),
    });
  }
  if (c.stage === 'PRE_CASE_CHECK') removeForCase(c, 'G03', 'STAGE_TOO_EARLY', 'MLA', 'ART30');
}

/** G06, G08, G09, G12. */
function rightsGates(c: Case): void {
  const { facts, ledger } = c;
  const { rights, offence, persons } = facts;
  const clearance = facts.clearance ?? {};
  const reviewed = [rights.politicalOffenceRisk, rights.discriminationRisk, rights.tortureRisk];
  if ([...reviewed, rights.fairTrialRisk].some(possible) || likely(rights.fairTrialRisk)) {
    if (!clearance.rightsReview) {
      ledger.block('G06', 'RIGHTS_REVIEW', 'ALL');
      c.interpolOff = true;
    }
  }
  if (offence.speechBased && !speechAtRisk(c)) ledger.guard('G08', 'ICCPR_19_3_TEST');
  if (offence.military || ['MILITARY', 'RELIGIOUS', 'POLITICAL_STATE_SECURITY'].includes(offence.category)) {
    ledger.block('G09', 'INTERPOL_ART3', 'P2P:INTERPOL');
    c.interpolOff = true;
  }
  if (persons.privileged === 'LIKELY') {
    ledger.guard('G12', 'FILTER_PROTOCOL');
    if (!clearance.orderNamesPrivilege || !clearance.filterProtocolFiled)
      ledger.block('G12', 'PRIVILEGE_PROTOCOL', 'DISCLOSURE');
  }
  const intrusive = facts.items.some((item) =>
    ['CONTENT', 'TRAFFIC', 'LOCATION'].includes(item.dataCategory),
  );
  if (persons.privileged === 'POSSIBLE' && intrusive) ledger.guard('G12', 'FILTER_PROTOCOL');
}

/** G19: one answer for all routes, or an answer by route. */
function competence(c: Case): void {
  const { competent } = c.facts.requestingAuthority;
  if (competent === false) c.ledger.block('G19', 'NOT_COMPETENT', 'ALL');
  if (typeof competent === 'object') {
    for (const [route, answer] of Object.entries(competent))
      if (!answer) c.ledger.block('G19', 'NOT_COMPETENT', route);
  }
}

function remove(c: Case, view: View, rule: string, code: string, ...scopes: string[]): void {
  for (const scope of scopes) {
    c.ledger.block(rule, code, scope);
    view.bars.push(bar(code, scope));
  }
}

/** G03 by item, G10, G14 to G16, G18, G21, G25, G26: only for items left after phase 3. */
export function itemGates(c: Case, view: View): void {
  const { facts, ledger } = c;
  const { item, relation } = view;
  const intrusive = categories.indexOf(item.dataCategory) > categories.indexOf('SUBSCRIBER');
  if (c.stage === 'PRE_CASE_CHECK' && intrusive) remove(c, view, 'G03', 'STAGE_TOO_EARLY', 'PROV_DISC');
  if (facts.offence.lifeOrDeath === 'DEATH' && relation?.abolitionist) {
    if (facts.rights.deathPenaltyAssurance !== 'GIVEN') {
      ledger.block('G10', 'DEATH_PENALTY_ASSURANCE', 'MLA');
      ledger.block('G10', 'DEATH_PENALTY_ASSURANCE', 'PROV_DISC');
    }
  }
  if (item.identifierQuality === 'INSUFFICIENT')
    remove(c, view, 'G14', 'IDENTIFIER_INSUFFICIENT', 'ALL_CUSTODIAN');
  if (item.ipIncomplete) {
    remove(c, view, 'G15', 'IP_INCOMPLETE', 'ALL_CUSTODIAN');
    for (const part of ['IP_TIMESTAMP', 'IP_TIMEZONE', 'IP_PORT']) ledger.ask('M06', part);
  }
  const needsWindow = ['TRAFFIC', 'ACCESS_LOG', 'LOCATION', 'CONTENT'].includes(item.dataCategory);
  if (needsWindow && item.timeWindow === 'MISSING') {
    ledger.block('G16', 'OVERBROAD', 'DISCLOSURE');
    ledger.ask('G16', 'TIME_WINDOW');
  }
  if (relation?.blockingStatute) remove(c, view, 'G18', 'BLOCKING_STATUTE', 'PROV_DISC');
  if (!item.provider.trusted) {
    remove(c, view, 'G21', 'TIP_OFF_RISK', 'PROV_PRES', 'PROV_DISC');
    if (c.emergency) remove(c, view, 'G21', 'TIP_OFF_RISK', 'EDR');
  }
  if (relation?.cooperationSuspended) {
    remove(c, view, 'G25', 'CHANNEL_CLOSED', 'P2P', 'ART29', 'ART30', 'MLA');
    view.bars.push(bar('CHANNEL_CLOSED', 'UNCC'));
  }
  if (item.duplicateOf) remove(c, view, 'G26', 'DUPLICATE', 'ALL');
}

/** Has a gate shut the item as a whole (G14, G15, G26)? `EDR` stands for any route to a custodian. */
export const shutByGate = (view: View): boolean =>
  barsOn(view, 'EDR', '').some((each) =>
    ['IDENTIFIER_INSUFFICIENT', 'IP_INCOMPLETE', 'DUPLICATE'].includes(each.code),
  );
