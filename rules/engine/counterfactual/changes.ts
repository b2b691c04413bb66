import type { Change, FactValue, Frame, SmallestChange } from '../../../contracts/determination.js';
import { caseSubject, type Board } from '../evaluate/board.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import { budgetFor, Counterfactuals, keyOf, missingIn, type Bearing, type Flip } from './counterfactual.js';
import { entryOf, type FactEntry } from '../rule-set/dictionary.js';
import { Flips } from './flips.js';
import type { Result } from '../merge/result.js';

type Kind = Change['kind'];
type Candidate = { flips: readonly Flip[]; kind: Kind };

/** Changes of one kind that are told, the smallest first. */
const told = 12;

/**
 * The smallest changes that open a route the plan does not take or let one leave that is held, apart for what the officer
 * can learn, what somebody can do and what only a State or a register can change. Read off the pages, proved by evaluating.
 * `exhaustive` is false where a way was not followed or not proved within the budget.
 */
export function smallestChange(
  rules: BoundRuleSet,
  frame: Frame,
  board: Board,
  result: Result,
): SmallestChange {
  const flips = new Flips(rules, board);
  const what = new Counterfactuals(rules, frame, budgetFor(frame, 600));
  const found: Change[] = [];
  for (const candidate of candidates(rules, board, result, flips)) {
    if (found.some((one) => within(one.facts, candidate.flips))) continue;
    const after = what.on(candidate.flips);
    if (after === undefined) break;
    const change = changeBy(board, what.base, after, candidate);
    if (change.opens.length + change.frees.length > 0) found.push(change);
  }
  const of = (kind: Kind): Change[] => found.filter((one) => one.kind === kind);
  const kinds = { learn: of('LEARN'), act: of('ACT'), state: of('STATE') };
  const cut = Object.values(kinds).some((some) => some.length > told);
  return {
    learn: kinds.learn.slice(0, told),
    act: kinds.act.slice(0, told),
    state: kinds.state.slice(0, told),
    exhaustive: !flips.cut && !what.spent && !cut,
  };
}

/** Sets worth trying, the smallest first, and what somebody can do before what only a State can change. */
function candidates(rules: BoundRuleSet, board: Board, result: Result, flips: Flips): Candidate[] {
  const sets = [...cures(board, result), ...openings(rules, board, result, flips)];
  const once = new Map(sets.map((set) => [keyOf(set), set]));
  return [...once.values()]
    .flatMap((set) => {
      const kind = kindOf(board, set);
      return set.length === 0 || kind === undefined ? [] : [{ flips: set, kind }];
    })
    .sort((a, b) => a.flips.length - b.flips.length || ranks.indexOf(a.kind) - ranks.indexOf(b.kind));
}

const ranks: readonly Kind[] = ['LEARN', 'ACT', 'STATE'];

/** For each lot that may not leave: the cures of all that holds it. */
function cures(board: Board, { lots }: Result): (readonly Flip[])[] {
  return lots
    .filter(({ dispatchBlockers }) => dispatchBlockers.length > 0)
    .map(({ dispatchBlockers }) =>
      dispatchBlockers.flatMap(({ cure, items }) => {
        if (cure.fact === '' || cure.is === null) return [];
        const entry = entryOf(board.dictionary, cure.fact);
        const subjects = entry.scope === 'case' ? [caseSubject] : items;
        return subjects.map((subject) => ({ subject, fact: cure.fact, is: cure.is }));
      }),
    )
    .map((set) => [...new Map(set.map((flip) => [keyOf([flip]), flip])).values()]);
}

function openings(rules: BoundRuleSet, board: Board, result: Result, flips: Flips): (readonly Flip[])[] {
  const planned = (family: string, item: string): boolean =>
    result.steps.some(({ route, items }) => route.split(':')[0] === family && items.includes(item));
  return rules.ruleSet.catalogue.routes
    .filter(({ status }) => status !== 'dormant')
    .flatMap(({ family }) =>
      board.items.filter((item) => !planned(family, item)).flatMap((item) => flips.opening(family, item)),
    );
}

/** Who could bring the whole set about: the least of its members decides. `undefined`: nobody should be told to. */
function kindOf(board: Board, set: readonly Flip[]): Kind | undefined {
  const kinds = set.map((flip) => kindOfOne(board, flip));
  if (kinds.includes(undefined)) return undefined;
  return [...ranks].reverse().find((kind) => kinds.includes(kind));
}

function kindOfOne(board: Board, { subject, fact, is }: Flip): Kind | undefined {
  const entry = entryOf(board.dictionary, fact);
  if (entry.origin !== 'stored' || entry.forDocuments === true || entry.setBy === 'system') return undefined;
  if (typeof entry.whenUnknown === 'object' && entry.whenUnknown !== null && 'refuse' in entry.whenUnknown)
    return undefined;
  const known = board.known(subject, fact);
  if (known && unwanted(entry.notSuggested, is)) return undefined;
  if (entry.setBy === 'register') return 'STATE';
  if (entry.decision !== undefined) return 'ACT';
  if (entry.setBy.some((role) => role === 'CASE_OFFICER' || role === 'DUTY_OFFICER')) return 'LEARN';
  return known ? undefined : 'ACT';
}

const unwanted = (notSuggested: true | readonly (string | boolean)[] | undefined, is: FactValue): boolean =>
  notSuggested === true || (notSuggested ?? []).some((one) => one === is);

const rolesOf = (entry: FactEntry): readonly string[] =>
  entry.origin !== 'stored'
    ? []
    : (entry.decision?.by ?? (typeof entry.setBy === 'string' ? [entry.setBy] : entry.setBy));

function changeBy(board: Board, before: Bearing, after: Bearing, { flips, kind }: Candidate): Change {
  return {
    kind,
    facts: flips.map(({ subject, fact, is }) => {
      const entry = entryOf(board.dictionary, fact);
      const question = entry.origin === 'stored' ? entry.question : fact;
      return { fact, subject, is, stands: standing(board, subject, fact), question, by: rolesOf(entry) };
    }),
    opens: missingIn(before.plan, after.plan),
    frees: missingIn(before.leaving, after.leaving).filter((route) => before.plan.includes(route)),
    closes: missingIn(after.plan, before.plan),
  };
}

const standing = (board: Board, subject: string, fact: string): FactValue =>
  board.known(subject, fact) ? board.value(subject, fact) : null;

/** Whether a smaller set that is told already is part of this one. */
const within = (smaller: readonly Flip[], set: readonly Flip[]): boolean =>
  smaller.every((one) => set.some((flip) => keyOf([flip]) === keyOf([one])));
