import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FactValue, Frame } from '../../contracts/determination.js';
import {
  decidedBy,
  decidedOn,
  differenceBetween,
  WhatIf,
  type Flip,
} from '../../rules/engine/batch/index.js';
import { compiledEvaluator, resultBy, ruleSetOn } from '../../rules/engine/index.js';
import { randomFrame, realRules, scenarioFrames } from './support/real-cases.js';

const packed = (frame: Frame) => decidedOn(ruleSetOn(realRules, frame.asOf), frame);
const determined = async (frame: Frame) =>
  decidedBy(await resultBy(ruleSetOn(realRules, frame.asOf), frame, compiledEvaluator));

it.each(scenarioFrames)('packed, $id is decided as it is determined', async ({ frame }) => {
  expect(packed(frame)).toEqual(await determined(frame));
});

const stored = [...realRules.dictionary.values()].filter(
  ({ origin, type }) => origin === 'stored' && (type === 'boolean' || type === 'enum'),
);
const answers = ({ type, values = [] }: (typeof stored)[number]): FactValue[] =>
  type === 'boolean' ? [true, false] : [...values];
/** One or two facts said otherwise, of the case or of its first items. */
const flips = fc
  .array(fc.tuple(fc.constantFrom(...stored), fc.nat({ max: 9 }), fc.nat({ max: 1 })), {
    minLength: 1,
    maxLength: 2,
  })
  .map((some) =>
    some.map(([entry, answer, item]) => {
      const all = answers(entry);
      return {
        fact: entry.id,
        is: all[answer % all.length] ?? null,
        item: entry.scope === 'case' ? -1 : item,
      };
    }),
  );

const withFlips = (frame: Frame, some: readonly Flip[]): Frame => {
  const said = (subject: string) =>
    Object.fromEntries(some.filter((one) => one.subject === subject).map(({ fact, is }) => [fact, is]));
  return {
    ...frame,
    case: { ...frame.case, ...said('case') },
    items: frame.items.map(({ id, facts }) => ({ id, facts: { ...facts, ...said(id) } })),
  };
};

it('a case asked again and again with other facts comes to what those facts come to alone', async () => {
  await fc.assert(
    fc.asyncProperty(randomFrame, fc.array(flips, { minLength: 20, maxLength: 40 }), async (frame, all) => {
      const rules = ruleSetOn(realRules, frame.asOf);
      const { plan, blockers, missingFacts, safeguards, steps, lots } = decidedOn(rules, frame);
      const what = new WhatIf(rules, frame);
      for (const some of all) {
        const asked = some.map(({ item, ...one }) => ({
          ...one,
          subject: item < 0 ? 'case' : (frame.items[item % frame.items.length]?.id ?? ''),
        }));
        const after = what.on(asked);
        const alone = decidedOn(rules, withFlips(frame, asked));
        if (after === undefined)
          expect(alone).toMatchObject({ plan, blockers, missingFacts, safeguards, steps, lots });
        else expect(after).toMatchObject({ plan: alone.plan, blockers: alone.blockers });
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);

it('two outcomes that differ are told apart by the first part in which they do', () => {
  const [first] = scenarioFrames;
  if (first === undefined) throw new Error('no scenario');
  const decided = packed(first.frame);
  expect(differenceBetween(decided, packed(first.frame))).toBeNull();
  expect(differenceBetween(decided, { ...decided, blockers: ['X:ALL'], safeguards: [] })).toEqual({
    differs: 'blockers',
    other: ['X:ALL'],
  });
  const lots = decided.lots.map((lot) => ({ ...lot, holds: [...lot.holds, 'X:ALL'] }));
  expect(differenceBetween(decided, { ...decided, lots })?.differs).toBe('lots');
});
