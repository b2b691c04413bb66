import type { Determination, Frame } from '../../../contracts/determination.js';
import type { FailingCondition, RouteView } from '../../../contracts/route-view.js';
import { assumed, furtherOf, waysOf } from './prose-comparison.js';
import { concerns, notNeeded, settledBy, type Ground, type Settled } from './prose-not-needed.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { statesOf } from './sources.js';
import type { Wording } from './wording.js';

type Shut = RouteView['shut'][number];

/** What is said of a route that is not taken: a line that begins with its name, and those below. */
type Said = { route: string; first: (routes: string) => string; below: readonly string[] };

/**
 * Every route that is not taken: each reason with the items of which it is true, and the conditions that failed, with citation.
 * Routes of which the same is said stand together.
 */
export function shutLines(
  determination: Determination,
  ruleSet: RuleSet,
  routes: readonly RouteView[],
  frame: Frame,
  words: Wording,
): string[] {
  const settled = settledBy(determination, ruleSet);
  const together = new Map<string, Said[]>();
  for (const said of routes.flatMap((view) => saidOf(view, settled, frame, words))) {
    const key = [said.first(''), ...said.below].join('\n');
    together.set(key, [...(together.get(key) ?? []), said]);
  }
  return [...together.values()].flatMap((some) =>
    some
      .slice(0, 1)
      .flatMap(({ first, below }) => [first(some.map(({ route }) => route).join(', ')), ...below]),
  );
}

const saidOf = (
  { family, shut, elsewhere }: RouteView,
  settled: Settled,
  frame: Frame,
  words: Wording,
): Said[] => [
  ...shut.filter((one) => !saidBefore(one, shut)).flatMap((one) => saidOfShut(one, settled, frame, words)),
  ...(elsewhere === null ? [] : [saidElsewhere(family, elsewhere, frame, words)]),
];

function saidOfShut(one: Shut, settled: Settled, frame: Frame, words: Wording): Said[] {
  const [ground, ...others] = groundsOf(one).flatMap((each) => notNeeded(each, settled, frame, words));
  if (ground === undefined) return [];
  const also = ({ reason, ...rest }: Ground): string =>
    words.label(reason === null ? 'shut.bare' : 'shut.also', told({ reason, ...rest }, words));
  return [
    {
      route: named(one.route, words),
      first: (routes) => `  - ${words.label('shut.line', { route: routes, ...told(ground, words) })}`,
      below: [
        ...conditionLines(ground.because, frame, words),
        ...others.flatMap((other) => [
          `      ${also(other)}`,
          ...conditionLines(other.because, frame, words),
        ]),
      ],
    },
  ];
}

/** A route that is taken, for the items for which it is not; conditions that name a reason say the most. */
function saidElsewhere(
  family: string,
  { items, because }: NonNullable<RouteView['elsewhere']>,
  frame: Frame,
  words: Wording,
): Said {
  const telling = because.filter(({ reason }) => reason !== null);
  const places = told({ reason: null, items, because }, words);
  return {
    route: named(family, words),
    first: (route) => `  - ${words.label('shut.elsewhere', { route, ...places })}`,
    below: conditionLines(telling.length > 0 ? telling : because, frame, words),
  };
}

const conditionLines = (some: readonly FailingCondition[], frame: Frame, words: Wording): string[] =>
  some.map((condition) => `      ${conditionLine(condition, frame, words)}`);

/** A category that is shut as the whole route is, for the same items, is not said twice. */
const saidBefore = (one: Shut, shut: readonly Shut[]): boolean =>
  one.route.includes('(') &&
  shut.some(
    (other) =>
      other !== one &&
      !other.route.includes('(') &&
      other.reason === one.reason &&
      one.items.every((item) => other.items.includes(item)),
  );

/** The headline first, then the other reasons, each for its own items; last the items that have no reason of their own. */
function groundsOf({ reason, reasons, items, because }: Shut): Ground[] {
  const of = (code: string): Ground => {
    const speaking = because.filter((one) => one.reason === code);
    return { reason: code, items: items.filter((item) => concerns(speaking, item)), because: speaking };
  };
  const [headline, ...others] = [of(reason), ...reasons.filter((code) => code !== reason).map(of)];
  if (headline === undefined || headline.items.length === 0) return [{ reason, items, because }];
  const bare = items.filter((item) => ![headline, ...others].some((ground) => ground.items.includes(item)));
  const left = because
    .map((one) => ({ ...one, subjects: one.subjects.filter((subject) => bare.includes(subject)) }))
    .filter(({ subjects }) => subjects.length > 0);
  return [headline, ...others, ...(left.length === 0 ? [] : [{ reason: null, items: bare, because: left }])];
}

const told = ({ reason, items, says }: Ground, words: Wording): Record<string, string> => ({
  says: says ?? (reason === null ? '' : words.reason(reason)),
  reason: reason ?? '',
  items: items.length === 0 ? '' : words.label('items', { items: items.join(', ') }),
});

const named = (route: string, words: Wording): string => {
  const [family = route] = route.split('(');
  return `${words.route(family)} [${route}]`;
};

function conditionLine(one: FailingCondition, frame: Frame, words: Wording): string {
  const label = one.page === null ? 'dormant' : one.effect === 'shuts' ? 'shuts' : 'needs';
  return words.label(`shut.${label}`, {
    rule: `${one.page ?? ''}${one.status === 'unconfirmed' ? words.label('unconfirmed') : ''}`,
    because: one.page === null ? '' : words.because(one.page),
    fact: words.fact(one.fact),
    seen: words.valueOf(one.fact, one.seen),
    assumed: assumed(one, words),
    conditions: waysOf(one, words),
    further: furtherOf(one, words),
    subjects: one.subjects
      .map((subject) => (subject === 'case' ? words.label('theCase') : subject))
      .join(', '),
    citation:
      one.page === null ? words.said(one.citation) : words.citation(one.page, statesOf(frame, one.subjects)),
  });
}
