import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteFamily } from '../../contracts/codes.js';
import type { Lot } from '../../contracts/determination.js';
import { aLot } from '../support/harness/lots.js';
import { familiesWithPages, lawfulTerms, pageOf } from '../support/harness/page-terms.js';
import { openSandbox, type Sandbox } from '../support/harness/sandbox.js';
import { Walker, waysOf } from '../support/harness/walker.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

/** Lots that differ in what the guards of the tables look at: pace, measure, renewals and hops that are left. */
const lotsOf = (family: RouteFamily): readonly Lot[] => [
  aLot(family, { terms: lawfulTerms(family) }),
  aLot(family, {
    measure: 'EMERGENCY_DISCLOSE',
    terms: { ...lawfulTerms(family, 'EMERGENCY'), renewals: 0, hopsLeft: 0 },
  }),
];

/** Signatures of a route that one person signs never stand half given, and nothing sends it back once it is signed. */
const neverWaits = (family: RouteFamily): readonly string[] => {
  const { approvals, states } = pageOf(family);
  const alone = Object.values(approvals).every((steps) => steps.length < 2);
  return alone && !('handOver' in states) ? ['approval/APPROVAL_EXPIRED'] : [];
};

describe('every way on the page of a life cycle', () => {
  it.each(familiesWithPages)(
    'is gone by a route, with the periods of the page: %s',
    { timeout: 300_000 },
    async (family) => {
      const walker = new Walker(sandbox, 7);
      const ways = waysOf(family).filter((way) => !neverWaits(family).includes(way));
      const left = () => ways.filter((way) => !walker.taken.has(way));
      const incidents = new Set<string>();
      for (let lives = 0; lives < 100 && left().length > 0; lives++) {
        for (const lot of lotsOf(family)) {
          const { office, run } = await walker.live(lot, 40);
          for (const code of office.incidentCodes()) incidents.add(code.split('/')[0] ?? code);
          expect(run.openTimers).toBeLessThanOrEqual(1);
        }
      }
      expect(left()).toEqual([]);
      expect([...incidents].filter((code) => ['FAILED', 'NO_NEXT_DATE'].includes(code))).toEqual([]);
    },
  );
});
