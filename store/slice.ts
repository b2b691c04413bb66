import type { Lot } from '../contracts/determination.js';
import { digestOf } from './canonical.js';

const sorted = (values: readonly string[]): string[] => [...values].sort();

/**
 * Digest of the slice of a case that an approval binds beside the document: items, addressee, basis, blockers, who
 * signs, and the rules it came from (specification C.2). An unrelated change leaves it as it is.
 */
export const sliceDigestOf = (lot: Lot, ruleSetDigest: string): string =>
  digestOf({
    ruleSetDigest,
    route: lot.route,
    measure: lot.measure,
    addressee: lot.addressee,
    items: sorted(lot.items),
    categories: sorted(lot.categories),
    basis: sorted(lot.basis),
    safeguards: sorted(lot.safeguards),
    blockers: sorted(
      lot.dispatchBlockers.map(({ code, rule, items }) => [code, rule, ...sorted(items)].join(' ')),
    ),
    forms: lot.terms.forms,
    approvals: lot.terms.approvals.map(({ step, order, roles }) => ({ step, order, roles: sorted(roles) })),
  });
