import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactMap, FactValue, Frame } from '../../contracts/determination.js';
import { sealOf } from '../../rules/engine/digest.js';
import {
  compiledEvaluator,
  determine,
  frameFromScenario,
  resultBy,
  ruleSetOn,
} from '../../rules/engine/index.js';
import { anyCase } from './naive/cases.js';
import { loaded } from './support/a-rule-set.js';
import { caseFacts, inFiles, itemFacts, randomPages } from './support/random-pages.js';
import { realRules } from './support/real-rules.js';
import { aCase } from './support/small-cases.js';

const turned = (value: FactValue): FactValue =>
  typeof value === 'object' && value !== null ? [...value].reverse() : value;
const turnedFacts = (facts: FactMap): FactMap =>
  Object.fromEntries(
    Object.entries(facts)
      .reverse()
      .map(([fact, value]) => [fact, turned(value)]),
  );

/** The same case with its items, its facts and the members of its sets in the opposite order. */
const turnedFrame = (frame: Frame): Frame => ({
  ...frame,
  case: turnedFacts(frame.case),
  items: [...frame.items].reverse().map(({ id, facts }) => ({ id, facts: turnedFacts(facts) })),
});

const shuffledPages = randomPages.chain((pages) =>
  fc.record({
    pages: fc.constant(pages),
    order: fc.shuffledSubarray([...pages.keys()], { minLength: pages.size }),
  }),
);

describe('order plays no part', () => {
  it('of pages: named, and so read, in another order they give the same rule set and the same decision', async () => {
    await fc.assert(
      fc.asyncProperty(
        shuffledPages,
        caseFacts,
        fc.array(itemFacts, { minLength: 1, maxLength: 3 }),
        async ({ pages, order }, ofCase, items) => {
          const [one, other] = [loaded(inFiles(pages)), loaded(inFiles(pages, order))];
          expect(other.digest).toBe(one.digest);
          expect(other.strata).toEqual(one.strata);
          const frame = aCase(ofCase, ...items);
          const decided = await determine({ ruleSet: one, frame, salt: 'salt' });
          expect(await determine({ ruleSet: other, frame, salt: 'salt' })).toEqual(decided);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of items, answers and members of sets: the digest is the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomPages,
        caseFacts,
        fc.array(itemFacts, { minLength: 1, maxLength: 4 }),
        async (pages, ofCase, items) => {
          const ruleSet = loaded(inFiles(pages));
          const frame = aCase(ofCase, ...items);
          const { digest, disputed } = await determine({ ruleSet, frame, salt: 'salt' });
          expect(disputed).toBeNull();
          expect((await determine({ ruleSet, frame: turnedFrame(frame), salt: 'salt' })).digest).toBe(digest);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('with the real rules and random cases: the digest is the same', async () => {
    const { ruleSet, registers } = realRules();
    const seal = async (frame: Frame): Promise<string> => {
      const result = await resultBy(ruleSetOn(ruleSet, frame.asOf), frame, compiledEvaluator);
      return sealOf(frame, ruleSet.digest, result, 'salt');
    };
    await fc.assert(
      fc.asyncProperty(anyCase, async (facts) => {
        const frame = frameFromScenario(ruleSet, registers, facts);
        expect(await seal(turnedFrame(frame))).toBe(await seal(frame));
      }),
      { numRuns: 200 },
    );
  });
});
