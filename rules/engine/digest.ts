import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Determination, Frame } from '../../contracts/determination.js';

type Sealed = Pick<
  Determination,
  'plan' | 'steps' | 'legalBasis' | 'blockers' | 'missingFacts' | 'alternates' | 'safeguards'
>;

const sorted = <T>(set: readonly T[]): T[] =>
  set
    .map((member) => ({ member, text: canonicalize(member) ?? '' }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ member }) => member);

/**
 * HMAC-SHA-256 with the case's own salt over facts as read, their sources, rule set and result. What is a set is sorted, so
 * that the order of files, items and answers plays no part; the plan keeps its order. Canonical JSON by RFC 8785.
 */
export function sealOf(frame: Frame, ruleSetDigest: string, result: Sealed, salt: string): string {
  const content = {
    asOf: frame.asOf,
    case: withSortedSets(frame.case),
    items: sorted(frame.items.map(({ id, facts }) => ({ id, facts: withSortedSets(facts) }))),
    sources: frame.sources,
    ...(frame.overrides && { overrides: frame.overrides }),
    ruleSetDigest,
    result: {
      plan: result.plan,
      steps: sorted(
        result.steps.map((step) => ({ ...step, items: sorted(step.items), basis: sorted(step.basis) })),
      ),
      legalBasis: sorted(result.legalBasis),
      blockers: sorted(result.blockers.map((blocker) => ({ ...blocker, items: sorted(blocker.items) }))),
      missingFacts: sorted(result.missingFacts),
      alternates: sorted(
        result.alternates.map(({ route, reason, reasons }) => ({ route, reason, reasons: sorted(reasons) })),
      ),
      safeguards: sorted(result.safeguards),
    },
  };
  return createHmac('sha256', salt)
    .update(canonicalize(content) ?? '')
    .digest('hex');
}

const withSortedSets = (facts: Frame['case']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [fact, Array.isArray(value) ? sorted(value) : value]),
  );
