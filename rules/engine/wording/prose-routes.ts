import type { Determination, Frame } from '../../../contracts/determination.js';
import type { RouteView, StepView } from '../../../contracts/route-view.js';
import type { Period } from '../../../contracts/terms.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { plannedSteps, type Planned } from './planned-steps.js';
import { notABasis } from './prose-bases.js';
import { leavingLines } from './prose-leaving.js';
import { notice } from './prose-notice.js';
import type { Wording } from './wording.js';

/** The plan, step by step in its order: what, to whom, on which basis, why, what holds it, who signs, how long it takes. */
export function stepLines(
  determination: Determination,
  ruleSet: RuleSet,
  routes: readonly RouteView[],
  frame: Frame,
  words: Wording,
): string[] {
  const steps = plannedSteps(determination, routes);
  if (steps.length === 0) return [`  ${words.label('plan.none')}`];
  return steps.flatMap((one) => [
    `  ${one.number}. ${words.route(one.step.route)} [${one.step.route}]: ${doing(one.step, words)}.`,
    ...linesOf(one, steps, determination, ruleSet, frame, words).map((line) => `     ${line}`),
  ]);
}

function linesOf(
  one: Planned,
  steps: readonly Planned[],
  determination: Determination,
  ruleSet: RuleSet,
  frame: Frame,
  words: Wording,
): string[] {
  const { view, step } = one;
  return [
    words.label('step.basis', {
      basis: step.basis.map((code) => words.says('bases', code)).join('; ') || words.label('step.noBasis'),
    }),
    ...whyOpened(determination, ruleSet, step, words),
    ...notABasis(determination, ruleSet, step, words),
    ...leavingLines(one, steps, ruleSet, frame, words),
    words.label('step.signed', { approvals: signatures(step, words) }),
    ...(step.needs.length === 0 ? [] : [words.label('step.needs', { needs: needed(step, words) })]),
    ...timing(view, step, words),
    words.label('step.use', {
      court: useInCourt(one, words),
      told: notice(view, step, frame, words),
    }),
  ];
}

/** Measures that yield no data. */
export const keeps: readonly string[] = ['PRESERVE', 'RENEW', 'EXTEND'];

/**
 * What the answer is good for before a court: a step that only keeps data yields none; a rule that lays a duty on the step
 * and narrows its use speaks in the place of the route.
 */
export function useInCourt({ view: { usableInCourt }, step, lot }: Planned, words: Wording): string {
  if (keeps.includes(step.measure)) return words.label('court.keeps');
  const [narrowed] = lot.duties.flatMap(({ rule }) => words.optional(`court.under.${rule}`) ?? []);
  return narrowed ?? words.label(`court.${usableInCourt}`);
}

/** What is done, with whom and for which items; where nobody abroad is asked, as the family says it. */
export function doing({ route, measure, addressee, items }: StepView, words: Wording): string {
  const places = { measure: words.says('measures', measure), items: items.join(', ') };
  if (addressee === '-') return words.label(`doing.${route}`, places);
  return words.label('step.does', { ...places, to: words.addressee(addressee, route) });
}

/** Pages that opened the step's route for one of its items. */
function whyOpened(
  { explanation, firedRules }: Determination,
  ruleSet: RuleSet,
  { route, measure, items }: StepView,
  words: Wording,
): string[] {
  const family = route.split(':')[0];
  const pages = explanation
    .filter(
      ({ fired, rule, subject }) =>
        fired && firedRules.includes(rule) && (subject === 'case' || items.includes(subject)),
    )
    .map(({ page }) => page)
    .filter((page) =>
      ruleSet.pages
        .get(page)
        ?.then.some(
          (effect) =>
            'open' in effect &&
            effect.open.split(':')[0] === family &&
            (!effect.open.includes(':') || effect.open === route) &&
            (effect.measure === undefined || effect.measure === measure),
        ),
    );
  return [...new Set(pages)].map((page) => words.label('step.why', { because: words.because(page), page }));
}

/** Signatures that stand side by side are joined by "and", those that follow by "then". */
function signatures({ approvals }: StepView, words: Wording): string {
  const orders = [...new Set(approvals.map(({ order }) => order))];
  return orders
    .map((order) =>
      approvals
        .filter((one) => one.order === order)
        .map(
          ({ roles, within }) =>
            `${roles.map((role) => words.role(role)).join(words.label('or'))} (${periodOf(within, words)})`,
        )
        .join(words.label('and')),
    )
    .join(words.label('then'));
}

export const periodOf = ({ amount, unit }: Period, words: Wording): string =>
  `${amount} ${words.label(`unit.${unit}`)}`;

export const needed = ({ needs }: StepView, words: Wording): string => {
  const byFact = new Map<string, string[]>();
  for (const { fact, subject } of needs) byFact.set(fact, [...(byFact.get(fact) ?? []), subject]);
  return [...byFact]
    .map(
      ([fact, subjects]) =>
        `${words.fact(fact)}${subjects.includes('case') ? '' : ` (${subjects.join(', ')})`}`,
    )
    .join('; ');
};

function timing({ expectedTime }: RouteView, { firstClock }: StepView, words: Wording): string[] {
  const takes =
    expectedTime === null
      ? words.label('step.takesUnknown')
      : words.label('step.takes', {
          time: rangeOf(expectedTime, words),
          source: words.said(expectedTime.source),
        });
  if (firstClock === null) return [takes];
  const { title, length, starts, nature, reference } = firstClock;
  return [
    takes,
    words.label('step.clock', {
      title: words.said(title),
      length: periodOf(length, words),
      starts: startOf(starts, words),
      source: reference.startsWith('office practice')
        ? words.said(reference.trim())
        : `${words.label(`nature.${nature}`)}; ${words.said(reference.trim())}`,
    }),
  ];
}

/** What a clock counts from. */
export const startOf = (state: string, words: Wording): string =>
  words.optional(`starts.${state}`) ?? words.label('starts.other', { state });

const rangeOf = ({ from, to, unit }: { from: number; to: number; unit: string }, words: Wording): string =>
  words.label(from === 0 ? 'time.upTo' : 'time.range', {
    from: String(from),
    to: String(to),
    unit: words.label(`unit.${unit}`),
  });
