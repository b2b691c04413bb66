import type { Blocker, Determination, Step } from '../../contracts/determination.js';
import type { RuleSet } from './rule-set.js';

/** The determination in words for a person; the text that is stored with it and that the officer reads. */
export function prose(determination: Determination, ruleSet: RuleSet): string {
  const { texts, catalogue } = ruleSet;
  const title = (route: string): string => {
    const [family = route, variant] = route.split(':');
    const entry = catalogue.byFamily.get(family);
    const says = variant === undefined ? undefined : entry?.variants?.[variant]?.says;
    return `${entry?.title ?? route}${says === undefined ? '' : ` (${says})`}`;
  };
  const step = (one: Step, index: number): string =>
    `  ${index + 1}. ${title(one.route)} [${one.route}]: ${texts.measures[one.measure] ?? one.measure}, to ${one.addressee}, for ${one.items.join(', ')}; basis: ${one.basis.map((code) => texts.bases[code] ?? code).join('; ') || 'none'}.`;
  const blocker = ({ code, scope, items, cure, stage }: Blocker): string =>
    `  - ${texts.blockers[code] ?? code} (${code}:${scope}, ${items.join(', ')}; ${stage === 'remove' ? 'not possible' : 'drafted, may not leave'} until ${cure.fact} is ${String(cure.is)}, by ${cure.by.join(' or ')}).`;
  return [
    `Determination of ${determination.asOf}, rule set ${determination.ruleSetDigest.slice(0, 12)}`,
    ...(determination.disputed === null
      ? []
      : [`DISPUTED: two evaluators differ in ${determination.disputed.differs}; a legal adviser decides.`]),
    ...section(
      'Plan',
      determination.steps.length > 0
        ? determination.steps.map(step)
        : ['  No lawful route: nothing may leave the house.'],
    ),
    ...section('What stands in the way', determination.blockers.map(blocker)),
    ...section(
      'What is missing',
      determination.asks.map(
        ({ code, items }) => `  - ${texts.questions[code] ?? code} (${code}, ${items.join(', ')})`,
      ),
    ),
    ...section(
      'Routes not taken, and why',
      determination.alternates.map(
        ({ route, reason }) =>
          `  - ${route}: ${texts.reasons[reason] ?? texts.blockers[reason] ?? reason} (${reason})`,
      ),
    ),
    ...section(
      'Safeguards',
      determination.safeguards.map((code) => `  - ${texts.safeguards[code] ?? code} (${code})`),
    ),
    ...section(
      'One answer would change it',
      determination.openQuestions
        .slice(0, 8)
        .map(({ question, subject, mayChange }) => `  - ${question} (${subject}) ${mayChange.join('; ')}`),
    ),
    ...section('Why', reasonsOf(determination)),
    ...(determination.unconfirmedRules.length > 0
      ? [
          '',
          `Rests on rules that a legal adviser has yet to confirm: ${determination.unconfirmedRules.join(', ')}.`,
        ]
      : []),
  ].join('\n');
}

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `${heading}:`, ...lines];

function reasonsOf({ explanation, firedRules }: Determination): string[] {
  const told = new Map<string, { subjects: string[]; because: string }>();
  for (const { rule, page, fired, subject, because } of explanation) {
    if (!fired || !firedRules.includes(rule) || rule.startsWith('D')) continue;
    told.set(page, { because, subjects: [...(told.get(page)?.subjects ?? []), subject] });
  }
  return [...told].map(([page, { subjects, because }]) => `  - ${page} (${subjects.join(', ')}): ${because}`);
}
