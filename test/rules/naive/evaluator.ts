import { settle } from './alternatives.js';
import { assistanceNeeded, formalAssistance } from './assistance.js';
import type { Expectation, ScenarioFacts, ScenarioItem } from './dialect.js';
import { askProvider, authorisationMissing, directDisclosure } from './disclosure.js';
import { emergencyRoutes, threatOfCase } from './emergency.js';
import { caseGates, endingGates, itemGates } from './gates.js';
import { findCustodian, inquire, registrationData, tracePath } from './identification.js';
import { mergeSteps, openLedger, planOf } from './ledger.js';
import { questionsOfCase, questionsOfItem, staleEntries } from './questions.js';
import { alternates, endedBy } from './reasons.js';
import { europeanOrder } from './regimes.js';
import { secure } from './securing.js';
import { lacksAuthorisation, type Case, type View } from './view.js';

/**
 * Section B of the specification, said plainly and without the engine: the third evaluator that the other two are held
 * against. Takes facts in the scenario dialect, returns what a scenario calls `expected`.
 */
export function evaluate(facts: ScenarioFacts): Expectation {
  const c = openCase(facts);
  const ended = endingGates(c);
  if (ended !== null) return result(c, endedBy(ended));
  caseGates(c);
  threatOfCase(c);
  questionsOfCase(c);
  const views = facts.items.map((item) => decideItem(c, item));
  return result(c, alternates(c, views));
}

function openCase(facts: ScenarioFacts): Case {
  const { threat, offence, proceedings } = facts;
  const speechStops = offence.speechBased && facts.clearance?.lifeDangerRelease !== true;
  return {
    facts,
    ledger: openLedger(),
    stage: proceedings.stage ?? 'PRE_CASE_CHECK',
    emergency: threat.toLife === 'IMMINENT' && threat.dataCanAvert && !speechStops,
    wantsEvidence: proceedings.purpose === 'EVIDENCE' || proceedings.purpose === 'BOTH',
    interpolOff: false,
    bars: [],
  };
}

function openView(c: Case, item: ScenarioItem): View {
  const state = item.controllerState;
  return {
    item,
    known: item.provider.known,
    name: item.provider.name ?? '?',
    state,
    relation: state === null ? undefined : c.facts.states[state],
    usLaw: state === 'US',
    financial: item.dataCategory === 'FINANCIAL_KYC' || item.dataCategory === 'ASSET',
    realTime: item.dataCategory === 'REALTIME_TRAFFIC' || item.dataCategory === 'REALTIME_CONTENT',
    settledBy: null,
    left: true,
    securedOnly: false,
    bars: [],
    epoc: false,
    edr: false,
    answers: false,
    direct: false,
    mlaNeeded: false,
    intendsMla: false,
    preserve: false,
    reasons: new Map(),
  };
}

/** One item through the order of B.18. */
function decideItem(c: Case, item: ScenarioItem): View {
  const view = openView(c, item);
  settle(c, view);
  staleEntries(c, view);
  if (view.left || view.securedOnly) view.bars.push(...c.bars);
  if (view.left) decideOpenItem(c, view);
  else if (view.securedOnly) secure(c, view);
  return view;
}

function decideOpenItem(c: Case, view: View): void {
  itemGates(c, view);
  europeanOrder(c, view);
  if (view.epoc) registrationData(c, view);
  else if (view.realTime) formalOnly(c, view);
  else if (view.known) throughCustodian(c, view);
  else {
    emergencyRoutes(c, view);
    findCustodian(c, view);
  }
  authorisationMissing(c, view, lacksAuthorisation(c, view));
  questionsOfItem(c, view);
}

/** Real-time items: formal assistance alone. */
function formalOnly(c: Case, view: View): void {
  if (!view.known) return;
  directDisclosure(c, view);
  assistanceNeeded(c, view);
  formalAssistance(c, view);
}

function throughCustodian(c: Case, view: View): void {
  emergencyRoutes(c, view);
  registrationData(c, view);
  directDisclosure(c, view);
  assistanceNeeded(c, view);
  secure(c, view);
  tracePath(c, view);
  inquire(c, view);
  askProvider(c, view);
  formalAssistance(c, view);
}

function result(c: Case, shut: Expectation['alternates']): Expectation {
  const steps = mergeSteps(c.ledger);
  return {
    plan: planOf(steps),
    legalBasis: [...new Set(steps.flatMap((step) => step.basis))].sort(),
    blockers: [...c.ledger.blockers].sort(),
    missingFacts: [...c.ledger.missing].sort(),
    alternates: shut,
    safeguards: [...c.ledger.safeguards].sort(),
    rules: [...c.ledger.rules].sort(),
    steps,
  };
}
