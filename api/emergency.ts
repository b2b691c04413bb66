import { RogatoryError } from '../contracts/errors.js';
import type { FactAnswer } from '../contracts/facts.js';
import { untold } from '../rules/engine/index.js';
import type { OfficePage } from '../rules/engine/index.js';
import {
  alertManyAccounts,
  caseById,
  choosePlan,
  markStarted,
  openCase,
  recordDecision,
  recordFacts,
} from '../store/index.js';
import type {
  AnswerToRecord,
  CaseRecord,
  PersonAct,
  PlanBegun,
  StoredDetermination,
  Tx,
} from '../store/index.js';
import { checkAnswers, type PlaceOf } from './answers.js';
import { noteIdentifiers } from './asked-elsewhere.js';
import type { AppDeps } from './deps.js';
import { determineCase } from './determining.js';
import { decisionOf } from './dictionary.js';
import { beginAsSent, type HappenedAt } from './emergency-on-paper.js';
import type { Asking } from './identity/standing-in.js';
import { keepDetermination } from './keeping.js';
import { accountsOf } from './naming-accounts.js';

/** An emergency as it was told: answers by fact, of the case and of each item, all from one source. */
export type Emergency = {
  reference: string;
  title?: string | undefined;
  requestingState: string;
  source: string;
  facts: Readonly<Record<string, unknown>>;
  items: readonly { id: string; facts: Readonly<Record<string, unknown>> }[];
  /** Told on paper while the system was down: when and how the request really left. */
  happenedAt?: HappenedAt | undefined;
};

export type EmergencyOpened = {
  file: CaseRecord;
  determination: StoredDetermination;
  /** Nothing runs where the rules open none of the families of the lane. */
  begun: PlanBegun | null;
  askedElsewhere: Awaited<ReturnType<typeof noteIdentifiers>>;
};

/**
 * Opens the case, records what was told, determines and, where the rules open the emergency route, starts the whole plan:
 * one transaction (specification C.10 at T0). Where they do not, case, facts and determination stay and nothing is started.
 * Throws EMERGENCY_UNTOLD with what to say for every missing answer, and what facts and determinations are refused with.
 */
export async function openEmergency(
  deps: AppDeps,
  tx: Tx,
  { act, person, told }: { act: PersonAct; person: Asking; told: Emergency },
): Promise<EmergencyOpened> {
  const standing = standingAnswers(deps.intake.office, told.facts);
  refuseUntold(deps, told, standing);
  const { reference, title, requestingState } = told;
  const items = told.items.map(({ id }) => id);
  const toOpen = { reference, requestingState, unitId: person.unitId, items };
  const { id: caseId } = await openCase(tx, act, title === undefined ? toOpen : { ...toOpen, title });
  const { role, answers } = checkAnswers(deps.ruleSet, person, { items }, answersOf(told), placeIn(told));
  const speaking = { ...act, actor: { ...act.actor, role } };
  await recordFacts(tx, speaking, { caseId, answers, standing });
  const askedElsewhere = await noteIdentifiers(tx, speaking, caseId, answers);
  const first = await determineCase(deps, tx, await caseById(tx, caseId));
  const opens = first.determination.lots.some(({ family }) => deps.intake.emergency.opens.includes(family));
  if (opens) await recordAssessment(deps, tx, speaking, caseId, told);
  const file = await caseById(tx, caseId);
  const determined = opens ? await determineCase(deps, tx, file) : first;
  const about = { caseId, caseVersion: file.version, cause: 'ASKED' } as const;
  const determination = await keepDetermination(deps, tx, act, { ...about, ...determined });
  const begun = opens ? await begin(deps, tx, act, determination, told.happenedAt) : null;
  return { file, determination, begun, askedElsewhere };
}

async function begin(
  deps: AppDeps,
  tx: Tx,
  act: PersonAct,
  determination: StoredDetermination,
  happenedAt: HappenedAt | undefined,
): Promise<PlanBegun> {
  if (happenedAt) return beginAsSent(deps, tx, act, determination, happenedAt);
  const { id, caseId } = determination;
  const plan = await choosePlan(tx, act, { caseId, determinationId: id, lots: 'ALL' });
  const begun = await markStarted(tx, act, { planId: plan.id });
  await alertManyAccounts(tx, act, accountsOf(deps, plan, act.at));
  return begun;
}

/**
 * The short assessment whose parts stand in the request itself. Its author is the officer; its second person is the signer of
 * the request, without whom nothing leaves (docs/adr/0020).
 */
async function recordAssessment(
  { ruleSet, intake }: AppDeps,
  tx: Tx,
  act: PersonAct,
  caseId: string,
  { facts }: Emergency,
): Promise<void> {
  const { decision: kind, is, document, reference } = intake.emergency.assessment;
  const { fact } = decisionOf(ruleSet, kind, undefined);
  const reason = `${document} (${reference}): ${String(facts['threat.howDataAvert'])}`;
  const about = { caseId, kind, fact: fact.id, item: null, value: is, documentRef: document };
  await recordDecision(tx, act, { ...about, decidedOn: act.at.slice(0, 10), reason, secondRoles: null });
}

/** What the office said once, where this emergency was not told otherwise. */
const standingAnswers = (office: OfficePage | null, facts: Emergency['facts']): AnswerToRecord[] =>
  (office?.standing ?? [])
    .filter(({ fact }) => facts[fact] === undefined)
    .map(({ fact, value, document, decidedOn, by }) => ({
      ...{ fact, item: null, known: true, value },
      source: `page of the office: ${document}, ${by}, ${decidedOn}`,
    }));

function refuseUntold({ intake }: AppDeps, told: Emergency, standing: readonly AnswerToRecord[]): void {
  const said = { ...Object.fromEntries(standing.map(({ fact, value }) => [fact, value])), ...told.facts };
  const missing = untold(intake.emergency, { case: said, items: told.items.map(({ facts }) => facts) });
  if (missing.length === 0) return;
  const faults = missing.map(({ item, fact, says }) => ({
    pointer: item === null ? `/facts/${fact}` : `/items/${item}/facts/${fact}`,
    detail: says,
  }));
  throw new RogatoryError('EMERGENCY_UNTOLD', { faults });
}

const answersOf = ({ facts, items, source }: Emergency): FactAnswer[] => [
  ...Object.entries(facts).map(([fact, value]) => ({ fact, value, known: true, source })),
  ...items.flatMap(({ id, facts: of }) =>
    Object.entries(of).map(([fact, value]) => ({ fact, value, item: id, known: true, source })),
  ),
];

/** Where an answer stood: the fact is the key, so only what lies inside its value goes on from there. */
function placeIn({ facts, items }: Emergency): PlaceOf {
  const places = [
    ...Object.keys(facts).map((fact) => `/facts/${fact}`),
    ...items.flatMap(({ facts: of }, index) =>
      Object.keys(of).map((fact) => `/items/${index}/facts/${fact}`),
    ),
  ];
  return (index, part) => `${places[index] ?? ''}${part.replace(/^\/(fact|item|value)/, '')}`;
}
