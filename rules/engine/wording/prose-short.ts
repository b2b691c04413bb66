import type { Blocker, Determination, Frame } from '../../../contracts/determination.js';
import type { RouteView } from '../../../contracts/route-view.js';
import { clockLines } from './prose-clocks.js';
import { notice } from './prose-notice.js';
import { plannedSteps, type Planned } from './planned-steps.js';
import { doing, keeps, needed, useInCourt } from './prose-routes.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { timedDuties } from './prose-duties.js';
import { dutiesBefore, leavesWithout, stepsBeside } from './prose-leaving.js';
import type { Wording } from './wording.js';

/** What a line is told with. */
type Say = { steps: readonly Planned[]; frame: Frame; ruleSet: RuleSet; words: Wording };

/**
 * The case in a few lines, before everything else: what may leave today and to whom, what waits for what, what is held and who
 * cures it, which items no route asks for, which clock runs first, what the answers are good for and whether the user is told.
 */
export function shortLines(
  determination: Determination,
  ruleSet: RuleSet,
  routes: readonly RouteView[],
  frame: Frame,
  words: Wording,
): string[] {
  const duties = timedDuties(determination.lots, determination.asOf, ruleSet, words);
  const steps = plannedSteps(determination, routes);
  const open = steps.filter(({ step }) => step.state === 'open');
  const [first, later] = [
    open.filter(({ lot }) => lot.after.length === 0),
    open.filter(({ lot }) => lot.after.length > 0),
  ];
  const complete = first.filter(({ step }) => step.needs.length === 0);
  const unwritten = first.filter(({ step }) => step.needs.length > 0);
  const say = { steps, frame, ruleSet, words };
  const before = dutiesBefore(determination.lots, frame.asOf, ruleSet, words, 'every-step');
  return [
    ...(open.length === 0 ? [words.label('short.nothing')] : []),
    ...named('now', complete, say),
    ...named('written', unwritten, say),
    ...named('later', later, say),
    ...steps.filter(({ step }) => step.state === 'blocked').map((one) => heldLine(one, say)),
    ...(before.length === 0 ? [] : [words.label('short.before', { duties: before.join(' ') })]),
    ...unasked(determination, frame, words),
    ...unkept(open, frame, words),
    ...clockLines(steps, frame, words.parameter('mla.margin', frame.asOf), words),
    ...(duties.length === 0 ? [] : [words.label('short.duties', { duties: duties.join(' ') })]),
    ...useLines(steps, frame, words),
  ].map((line) => `  - ${line}`);
}

function named(name: 'now' | 'written' | 'later', some: readonly Planned[], say: Say): string[] {
  if (some.length === 0) return [];
  const said = some.map((one) => {
    const conditions = [...new Set(conditionsOf(one, say))].join('; ');
    return `${called(one, say.words)}${conditions === '' ? '' : ` (${conditions})`}`;
  });
  return [say.words.label(`short.${name}`, { steps: said.join('; ') })];
}

/** What a step waits for, goes beside, still lacks, and what comes before it; last what it does not wait for. */
function conditionsOf(one: Planned, say: Say): string[] {
  const { step, lot } = one;
  const { steps, ruleSet, words } = say;
  const after = lot.after.map(({ route, waitsFor, atMostDays }) =>
    words.label(atMostDays === null ? 'short.after' : 'short.afterAtMost', {
      route: words.route(route),
      state: words.label(`reached.${waitsFor}`),
      days: String(atMostDays),
    }),
  );
  const beside = stepsBeside(one, steps, ruleSet);
  return [
    ...after,
    ...(beside.length === 0
      ? []
      : [words.label(`short.beside.${step.measure}`, { steps: beside.join(words.label('and')) })]),
    ...lacking(step, words),
    ...firstOf(one, say),
    ...leavesWithout(lot, ruleSet).map(({ page }) =>
      words.label('short.without', { because: words.because(page), page }),
    ),
  ];
}

/** What has to be done before this step leaves; what concerns every step is told apart. */
function firstOf({ lot }: Planned, { frame, ruleSet, words }: Say): string[] {
  const duties = dutiesBefore([lot], frame.asOf, ruleSet, words, 'the-step');
  return duties.length === 0 ? [] : [words.label('short.first', { duties: duties.join(' ') })];
}

/** What is still to be written, and by whom. */
const lacking = (step: Planned['step'], words: Wording): string[] =>
  step.needs.length === 0 ? [] : [words.label('short.lacks', { needs: needed(step, words) })];

const called = ({ number, step }: Planned, words: Wording): string =>
  words.label('short.step', {
    number: String(number),
    route: words.route(step.route),
    does: doing(step, words),
  });

function heldLine(one: Planned, say: Say): string {
  const { words } = say;
  const held = one.step.blockedBy.map(({ code, cure }) => {
    if (cure.by.length > 0) return blockedBy(code, cure, words);
    return words.label('short.ask', {
      says: words.says('questions', code),
      code,
      by: words.answeredBy([cure.fact]),
    });
  });
  const rest = [...lacking(one.step, words), ...firstOf(one, say)];
  return words.label('short.held', { step: called(one, words), held: [...held, ...rest].join('; ') });
}

/** What stands in the way, its code, and who can cure it. */
const blockedBy = (code: string, { fact, by }: Blocker['cure'], words: Wording): string =>
  words.label('short.cure', {
    says: words.says('blockers', code),
    code,
    by: words.recordedBy(fact, by),
  });

/** Items that no step asks for, each with what took it away: a blocker, else the headline of the route that would ask for it. */
function unasked({ steps, blockers, alternates }: Determination, { items }: Frame, words: Wording): string[] {
  return items
    .filter(({ id }) => !steps.some((step) => step.items.includes(id)))
    .map(({ id }) => {
      const removed = blockers.filter((one) => one.stage === 'remove' && one.items.includes(id));
      const shut = alternates.filter((one) => one.items.includes(id) && asksForData.includes(one.route));
      const why =
        removed.length > 0
          ? removed.map(({ code, cure }) => blockedBy(code, cure, words))
          : shut.map(({ route, reason }) => `${words.route(route)}: ${words.reason(reason)} (${reason})`);
      return words.label('short.unasked', { item: id, why: [...new Set(why)].join(' ') });
    });
}

/** Items that no step which may leave keeps, where the data may be lost meanwhile. */
function unkept(open: readonly Planned[], { items }: Frame, words: Wording): string[] {
  const kept = open.filter(({ step }) => secures.includes(step.measure)).flatMap(({ step }) => step.items);
  const lost = items.filter(
    ({ id, facts }) =>
      !kept.includes(id) && facts['preservation.active'] !== true && facts['volatility'] !== 'LOW',
  );
  if (lost.length === 0) return [];
  const said = lost.map(({ id, facts }) => `${id} (${words.value(facts['volatility'] ?? null)})`).join(', ');
  return [words.label('short.unkept', { items: said })];
}

const secures: readonly string[] = [...keeps, 'CAPTURE', 'HAND_OVER', 'RESTRAIN'];

const asksForData = ['PROV_DISC', 'MLA'];

/** What the steps are good for before a court, and whether the user learns of them: steps of one kind together. */
function useLines(steps: readonly Planned[], frame: Frame, words: Wording): string[] {
  if (steps.length === 0) return [words.label('short.noUse')];
  const grouped = (of: (one: Planned) => string): string => {
    const groups = new Map<string, number[]>();
    for (const one of steps) groups.set(of(one), [...(groups.get(of(one)) ?? []), one.number]);
    return [...groups]
      .map(([what, numbers]) => words.label('short.group', { steps: numbers.join(', '), what }))
      .join('; ');
  };
  return [
    words.label('short.court', { uses: grouped((one) => useInCourt(one, words)) }),
    words.label('short.told', { told: grouped(({ view, step }) => notice(view, step, frame, words)) }),
  ];
}
