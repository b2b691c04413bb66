import { z } from 'zod';
import type { Determination } from '../../../contracts/determination.js';

const strings = z.array(z.string());
const step = z.strictObject({
  order: z.int(),
  route: z.string(),
  measure: z.string(),
  addressee: z.string(),
  items: strings,
  basis: strings,
});

/** What a scenario expects (specification F): `plan` in order, the rest as sets, `alternates` and `rules` as minimum sets. */
export const expectation = z.strictObject({
  plan: strings,
  legalBasis: strings,
  blockers: strings,
  missingFacts: strings,
  alternates: z.array(z.strictObject({ route: z.string(), reason: z.string() })),
  safeguards: strings,
  rules: strings,
  steps: z.array(step),
  notes: z.string().optional(),
});
export type Expectation = z.infer<typeof expectation>;

/** The determination in the shape of a scenario's `expected`. */
export function asExpected({
  plan,
  legalBasis,
  blockers,
  missingFacts,
  alternates,
  safeguards,
  firedRules,
  steps,
}: Determination): Omit<Expectation, 'notes'> {
  return {
    plan: [...plan],
    legalBasis: [...legalBasis],
    blockers: blockers.map(({ code, scope }) => `${code}:${scope}`),
    missingFacts: [...missingFacts],
    alternates: alternates.map(({ route, reason }) => ({ route, reason })),
    safeguards: [...safeguards],
    rules: [...firedRules],
    steps: steps.map((one) => ({ ...one, items: [...one.items], basis: [...one.basis] })),
  };
}

/** Every difference between what was determined and what a scenario expects, a line each; empty when it is exact. */
export function compareWithExpected(determination: Determination, expected: Expectation): string[] {
  const got = asExpected(determination);
  const lines = (steps: Expectation['steps']): string[] =>
    steps.map((one) =>
      [
        one.order,
        one.route,
        one.measure,
        one.addressee,
        [...one.items].sort().join('+'),
        [...one.basis].sort().join('+'),
      ].join(' '),
    );
  const pairs = (alternates: Expectation['alternates']): string[] =>
    alternates.map(({ route, reason }) => `${route}=${reason}`);
  return [
    ...(got.plan.join() === expected.plan.join()
      ? []
      : [`plan: expected ${expected.plan.join(' -> ') || 'none'}, got ${got.plan.join(' -> ') || 'none'}`]),
    ...sets('legalBasis', expected.legalBasis, got.legalBasis),
    ...sets('blockers', expected.blockers, got.blockers),
    ...sets('missingFacts', expected.missingFacts, got.missingFacts),
    ...sets('safeguards', expected.safeguards, got.safeguards),
    ...sets('steps', lines(expected.steps), lines(got.steps)),
    ...absent('alternates', pairs(expected.alternates), pairs(got.alternates)),
    ...absent('rules', expected.rules, got.rules),
  ];
}

const absent = (what: string, expected: readonly string[], got: readonly string[]): string[] =>
  expected.filter((one) => !got.includes(one)).map((one) => `${what}: ${one} is missing`);

const sets = (what: string, expected: readonly string[], got: readonly string[]): string[] => [
  ...absent(what, expected, got),
  ...got.filter((one) => !expected.includes(one)).map((one) => `${what}: ${one} was not expected`),
];
