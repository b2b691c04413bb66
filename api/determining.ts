import type { Determination, Frame, Override } from '../contracts/determination.js';
import { RogatoryError } from '../contracts/errors.js';
import type { FactVersion } from '../contracts/facts.js';
import { buildFrame, determineAside, loadRuleSetFrom, type RuleSet } from '../rules/engine/index.js';
import {
  activePlan,
  caseById,
  currentFacts,
  overridesOfCase,
  proposePlan,
  ruleSetKnownBefore,
  systemAct,
} from '../store/index.js';
import type {
  CaseRecord,
  DeterminationCause,
  OverrideRecord,
  PlanRecord,
  Reading,
  Tx,
} from '../store/index.js';
import type { AppDeps } from './deps.js';
import { keepDetermination } from './keeping.js';
import { maxItems } from './routes/cases.js';

/** What the rules are run with: rules, registers, today, and whether this is the training. */
export type Determining = Pick<AppDeps, 'ruleSet' | 'registers' | 'clock' | 'mode'>;
export type Determined = { frame: Frame; determination: Determination; prose: string };

/** Another day than today: whose law counts, and whose knowledge of facts and registers. `YYYY-MM-DD`, both in UTC. */
export type OtherDays = { at?: string | undefined; known?: string | undefined };

/**
 * Runs the rules on the facts of a case as they stand, on this day, or as facts, registers and pages were known on another, by
 * the law in force on another. Stores nothing. Throws CASE_TOO_LARGE, and DETERMINATION_REFUSED when the facts do not allow one.
 */
export async function determineCase(
  deps: Determining,
  read: Reading,
  file: CaseRecord,
  { at, known }: OtherDays = {},
): Promise<Determined> {
  if (file.items.length > maxItems) throw new RogatoryError('CASE_TOO_LARGE', { about: String(maxItems) });
  const { registers, clock, mode } = deps;
  const ruleSet = await ruleSetOn(deps, read, known);
  const facts = await currentFacts(read, file.id, known === undefined ? {} : { before: dayAfter(known) });
  const overrides = standing(await overridesOfCase(read, file.id), known);
  const built = buildFrame({
    ruleSet,
    registers,
    asOf: at ?? clock().toISOString().slice(0, 10),
    ...(known === undefined ? {} : { knownOn: known }),
    caseFacts: [...of(facts, null), stateOf(file)],
    items: itemsOf(file, facts, known),
    // In training the age of a register's entries is set aside.
    ...(mode === 'embedded' ? { checks: 'ASSUMED' as const } : {}),
  });
  const frame = overrides.length === 0 ? built : { ...built, overrides };
  const { determination, text } = await determineAside({ ruleSet, frame, salt: file.salt });
  return { frame, determination, prose: text };
}

/** The pages as they stood by the end of a day: the rule set kept last by then, else the one in force. */
async function ruleSetOn(
  { ruleSet, clock }: Determining,
  read: Reading,
  known: string | undefined,
): Promise<RuleSet> {
  const today = clock().toISOString().slice(0, 10);
  const kept = known === undefined || known >= today ? null : await ruleSetKnownBefore(read, dayAfter(known));
  return kept === null || kept.digest === ruleSet.digest
    ? ruleSet
    : loadRuleSetFrom(JSON.parse(kept.content));
}

/** An item of which nothing was known then was not part of the case then. */
const itemsOf = ({ items }: CaseRecord, facts: readonly FactVersion[], known: string | undefined) =>
  items
    .map((id) => ({ id, facts: of(facts, id) }))
    .filter((item) => known === undefined || item.facts.length > 0);

/** Overrides that a second person stood behind by then; the rules see to it that an expired one does not count. */
const standing = (recorded: readonly OverrideRecord[], known: string | undefined): Override[] =>
  recorded.flatMap(({ id, page, reason, byPerson, expiresOn, second }) => {
    const decidedOn = second?.at.slice(0, 10);
    if (second === null || decidedOn === undefined || (known !== undefined && decidedOn > known)) return [];
    return [{ id, page, reason, by: byPerson, second: second.byPerson, decidedOn, expiresOn }];
  });

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();

const of = (facts: readonly FactVersion[], item: string | null): FactVersion[] =>
  facts.filter((fact) => fact.item === item);

/** The requesting State is the case's own, said when it was opened. */
const stateOf = ({ id, requestingState, openedBy, openedAt }: CaseRecord): FactVersion => ({
  id: `${id}-state`,
  fact: 'requestingState',
  item: null,
  known: true,
  value: requestingState,
  source: 'the case',
  by: openedBy,
  role: 'SYSTEM',
  decisionId: null,
  at: openedAt,
});

/** What a change of facts means for the plan that runs. */
export type Proposal =
  | { state: 'NO_PLAN_RUNS' | 'NOTHING_CHANGES' }
  | { state: 'PROPOSED'; plan: PlanRecord }
  | { state: 'NOT_DETERMINED'; says: string };

/**
 * After facts or decisions changed: a new determination, kept as a proposal with its difference. It is never applied here;
 * a person adopts it. Facts that allow no determination are recorded all the same, and the reason is said.
 */
export async function proposeAnew(
  deps: AppDeps,
  tx: Tx,
  input: { caseId: string; cause: DeterminationCause; at: string },
): Promise<Proposal> {
  const { caseId, cause, at } = input;
  if (!(await activePlan(tx, caseId))) return { state: 'NO_PLAN_RUNS' };
  const file = await caseById(tx, caseId);
  const determined = await orRefusal(determineCase(deps, tx, file));
  if (determined instanceof RogatoryError) return { state: 'NOT_DETERMINED', says: determined.publicText };
  const act = systemAct('rules', at);
  const saved = await keepDetermination(deps, tx, act, {
    caseId,
    caseVersion: file.version,
    cause,
    ...determined,
  });
  const plan = await proposePlan(tx, act, { caseId, determinationId: saved.id });
  return plan ? { state: 'PROPOSED', plan } : { state: 'NOTHING_CHANGES' };
}

export async function orRefusal(work: Promise<Determined>): Promise<Determined | RogatoryError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RogatoryError && error.code === 'DETERMINATION_REFUSED') return error;
    throw error;
  }
}
