import type { Blocker, Determination, Lot } from '../../../contracts/determination.js';
import type { FailingCondition, RouteView, StepView } from '../../../contracts/route-view.js';
import type { Period } from '../../../contracts/terms.js';
import { citationOf } from './failing.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import type { Wording } from './wording.js';

/** The plan, step by step in its order: what, to whom, on which basis, why, what holds it, who signs, how long it takes. */
export function stepLines(
  determination: Determination,
  ruleSet: RuleSet,
  routes: readonly RouteView[],
  words: Wording,
): string[] {
  const steps = determination.lots.flatMap((lot) =>
    routes.flatMap((view) =>
      view.steps
        .filter(({ key, order }) => key === lot.key && order === lot.order)
        .map((step) => ({ view, step, lot })),
    ),
  );
  if (steps.length === 0) return [`  ${words.label('plan.none')}`];
  return steps.flatMap(({ view, step, lot }, index) => [
    `  ${index + 1}. ${words.route(step.route)} [${step.route}]: ${doing(step, words)}.`,
    ...[
      words.label('step.basis', {
        basis: step.basis.map((code) => words.says('bases', code)).join('; ') || words.label('step.noBasis'),
      }),
      ...whyOpened(determination, ruleSet, step, words),
      ...waiting(lot, words),
      ...leaving(step, ruleSet, words),
      words.label('step.signed', { approvals: signatures(step, words) }),
      ...(step.needs.length === 0 ? [] : [words.label('step.needs', { needs: needed(step, words) })]),
      ...timing(view, step, words),
      words.label('step.use', {
        court: words.label(`court.${view.usableInCourt}`),
        told: words.label(`told.${view.userMayBeTold}`),
      }),
    ].map((line) => `     ${line}`),
  ]);
}

const waiting = ({ after }: Lot, words: Wording): string[] => [
  ...new Set(
    after.map(({ route, waitsFor, atMostDays }) =>
      words.label(atMostDays === null ? 'step.waits' : 'step.waitsAtMost', {
        route,
        state: waitsFor,
        days: String(atMostDays),
      }),
    ),
  ),
];

function doing({ measure, addressee, items }: StepView, words: Wording): string {
  const to =
    addressee === '-'
      ? words.label('step.nobody')
      : addressee === '?'
        ? words.label('step.unknown')
        : addressee;
  return words.label('step.does', { measure: words.says('measures', measure), to, items: items.join(', ') });
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

const leaving = ({ blockedBy }: StepView, ruleSet: RuleSet, words: Wording): string[] =>
  blockedBy.length === 0
    ? [words.label('step.leaves')]
    : blockedBy.map((blocker) =>
        words.label('step.held', {
          blocker: blockerLine(blocker, ruleSet, words, blocker.cure.by.length > 0 ? 'dispatch' : 'ask'),
        }),
      );

/** A blocker with its rule, its citation, its cure and who can cure it. */
export function blockerLine(
  { code, items, rule, cure }: Blocker,
  ruleSet: RuleSet,
  words: Wording,
  as: 'dispatch' | 'ask' | 'remove',
): string {
  const page =
    ruleSet.pages.get(rule) ?? [...ruleSet.pages.values()].find(({ id }) => id.startsWith(`${rule}.`));
  return words.label(`blocker.${as}`, {
    says: as === 'ask' ? words.says('questions', code) : words.says('blockers', code),
    code,
    rule,
    citation: page === undefined ? '' : citationOf(page),
    items: items.join(', '),
    fact: words.fact(cure.fact),
    is: words.value(cure.is),
    by: cure.by.map((role) => words.role(role)).join(words.label('or')),
  });
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

const periodOf = ({ amount, unit }: Period, words: Wording): string =>
  `${amount} ${words.label(`unit.${unit}`)}`;

const needed = ({ needs }: StepView, words: Wording): string => {
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
      : words.label('step.takes', { time: rangeOf(expectedTime, words), source: expectedTime.source });
  if (firstClock === null) return [takes];
  const { title, length, starts, nature, reference } = firstClock;
  return [
    takes,
    words.label('step.clock', {
      title,
      length: periodOf(length, words),
      starts:
        starts === 'DISPATCHED'
          ? words.label('starts.DISPATCHED')
          : words.label('starts.other', { state: starts }),
      source: reference.startsWith('office practice')
        ? reference.trim()
        : `${words.label(`nature.${nature}`)}; ${reference.trim()}`,
    }),
  ];
}

const rangeOf = ({ from, to, unit }: { from: number; to: number; unit: string }, words: Wording): string =>
  words.label(from === 0 ? 'time.upTo' : 'time.range', {
    from: String(from),
    to: String(to),
    unit: words.label(`unit.${unit}`),
  });

/** Every route that is not taken, with its reason and the conditions that failed, each with its citation. */
export const shutLines = (routes: readonly RouteView[], words: Wording): string[] =>
  routes.flatMap(({ shut }) =>
    shut
      .filter((one) => !saidBefore(one, shut))
      .flatMap((one) => [
        `  - ${words.label('shut.line', {
          route: named(one.route, words),
          says: words.reason(one.reason),
          reason: one.reason,
          items: words.label('items', { items: one.items.join(', ') }),
        })}`,
        ...conditionsShown(one).map((condition) => `      ${conditionLine(condition, words)}`),
        ...(one.reasons.length > 1
          ? [
              `      ${words.label('shut.also', {
                reasons: one.reasons
                  .slice(1)
                  .map((code) => `${words.reason(code)} (${code})`)
                  .join(' '),
              })}`,
            ]
          : []),
      ]),
  );

/** A category that is shut as the whole route is, for the same items, is not said twice. */
const saidBefore = (one: RouteView['shut'][number], shut: RouteView['shut']): boolean =>
  one.route.includes('(') &&
  shut.some(
    (other) =>
      other !== one &&
      !other.route.includes('(') &&
      other.reason === one.reason &&
      one.items.every((item) => other.items.includes(item)),
  );

/** Conditions that speak for the headline; where none names it, all that would have opened the route. */
function conditionsShown({ reason, because }: RouteView['shut'][number]): readonly FailingCondition[] {
  const speaking = because.filter((one) => one.reason === reason);
  return speaking.length > 0 ? speaking : because;
}

const named = (route: string, words: Wording): string => {
  const [family = route] = route.split('(');
  return `${words.route(family)} [${route}]`;
};

function conditionLine(one: FailingCondition, words: Wording): string {
  const label = one.page === null ? 'dormant' : one.effect === 'shuts' ? 'shuts' : 'needs';
  const expected = words.label(`word.${one.word}`, { expected: words.value(one.expected) });
  return words.label(`shut.${label}`, {
    rule: `${one.page ?? ''}${one.status === 'unconfirmed' ? words.label('unconfirmed') : ''}`,
    because: one.page === null ? '' : words.because(one.page),
    fact: words.fact(one.fact),
    must: one.negated ? words.label('mustNot', { expected }) : words.label('must', { expected }),
    seen: words.value(one.seen),
    subjects: one.subjects
      .map((subject) => (subject === 'case' ? words.label('theCase') : subject))
      .join(', '),
    assumed: one.basis === 'assumed' ? words.label('assumed') : '',
    citation: one.citation,
  });
}
