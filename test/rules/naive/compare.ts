import type { Determination } from '../../../contracts/determination.js';
import type { Expectation } from './dialect.js';
import { publicReason, rank } from './reasons.js';

/**
 * Rules whose firing section B leaves open (they write nothing of their own, or only explain): what they lead to is
 * compared, that they fired is not.
 */
const firingLeftOpen = new Set(
  'M11 S13 S16 F16 F17 F18 F19 F23 F25 F00 P08 X04 X06 X07 X08 X09 E05 E14 E16 M07 S09 S10 L07'.split(' '),
);
const decisionRule = /^([GMLESIPFX]\d\d|H02)$/;

type Compared = Pick<
  Determination,
  'plan' | 'steps' | 'legalBasis' | 'blockers' | 'missingFacts' | 'safeguards' | 'firedRules' | 'alternates'
>;

/** What the two evaluators say differently about one case, a line for each; empty when they agree. */
export function differences(naive: Expectation, engine: Compared): string[] {
  const blockers = engine.blockers.map(({ code, scope }) => `${code}:${scope}`);
  return [
    ...(naive.plan.join() === engine.plan.join()
      ? []
      : [`plan: naive ${naive.plan.join(' ')} | engine ${engine.plan.join(' ')}`]),
    ...apart('step', stepLines(naive.steps), stepLines(engine.steps)),
    ...apart('basis', naive.legalBasis, engine.legalBasis),
    ...apart('blocker', naive.blockers, blockers),
    ...apart('missing', naive.missingFacts, engine.missingFacts),
    ...apart('safeguard', naive.safeguards, engine.safeguards),
    ...apart('rule', compared(naive.rules), compared(engine.firedRules)),
    ...headlinesApart(naive, engine),
  ];
}

const compared = (rules: readonly string[]): string[] =>
  rules.filter((rule) => decisionRule.test(rule) && !firingLeftOpen.has(rule));

type StepLike = {
  order: number;
  route: string;
  measure: string;
  addressee: string;
  items: readonly string[];
  basis: readonly string[];
};

function stepLines(steps: readonly StepLike[]): string[] {
  return steps.map(({ order, route, measure, addressee, items, basis }) =>
    [order, route, measure, addressee, [...items].sort().join(), [...basis].sort().join()].join(' '),
  );
}

function apart(what: string, naive: readonly string[], engine: readonly string[]): string[] {
  const only = (these: readonly string[], others: readonly string[], who: string): string[] =>
    [...new Set(these)]
      .filter((each) => !others.includes(each))
      .map((each) => `${what} only ${who}: ${each}`);
  return [...only(naive, engine, 'naive'), ...only(engine, naive, 'engine')];
}

/**
 * Headlines of the routes that both report; either may report more. Among reasons that B.17 does not rank either may stand
 * first, where the engine tells the other too.
 */
function headlinesApart(naive: Expectation, engine: Compared): string[] {
  return naive.alternates.flatMap(({ route, reason }) => {
    const other = engine.alternates.find((each) => each.route === route);
    if (other === undefined || other.reason === reason) return [];
    const either = rank(other.reason) === rank(reason) && other.reasons.map(publicReason).includes(reason);
    return either ? [] : [`alternate ${route}: naive ${reason} | engine ${other.reason}`];
  });
}
