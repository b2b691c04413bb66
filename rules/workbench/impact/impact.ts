import { isDeepStrictEqual } from 'node:util';
import type { Frame } from '../../../contracts/determination.js';
import { RogatoryError } from '../../../contracts/errors.js';
import { frameAnew, ruleSetOn, type RuleSet } from '../../engine/index.js';
import type { Registers } from '../../engine/registers/index.js';
import { Comparison } from './comparison.js';
import type { Kind, Meeting } from './meeting.js';

export type Rules = { ruleSet: RuleSet; registers: Registers };

export type ImpactQuestion = {
  live: Rules;
  candidate: Rules;
  /** Day whose law is asked for, YYYY-MM-DD. */
  day: string;
  /** `ASSUMED` in training: the age of register entries is set aside. */
  checks?: 'ASSUMED';
};

/** A case that is not compared: nothing was determined for it yet, or the facts on file allow nothing. */
export type NoBaseline = { kind: 'no-baseline'; says: string };
export type Met = Meeting | NoBaseline;

export type Counts = Record<Kind | 'no-baseline', number>;
export const noCounts = (): Counts => ({
  'changed-plan': 0,
  'new-blocker': 0,
  'changed-deadline': 0,
  'changed-otherwise': 0,
  unchanged: 0,
  'no-baseline': 0,
});

/** Asks of one case after the other what a candidate would do to it on a day. */
export class Asked {
  private readonly question: ImpactQuestion;
  private readonly comparison: Comparison;
  /** Whether a case on file reads the same under both: registers, facts and the age up to which an entry counts. */
  private readonly sameReading: boolean;

  constructor(question: ImpactQuestion) {
    const { live, candidate, day } = question;
    this.question = question;
    this.sameReading =
      live.registers.digest === candidate.registers.digest &&
      isDeepStrictEqual(live.ruleSet.dictionary, candidate.ruleSet.dictionary) &&
      isDeepStrictEqual(ageLimitOf(live), ageLimitOf(candidate));
    this.comparison = new Comparison(ruleSetOn(live.ruleSet, day), ruleSetOn(candidate.ruleSet, day));
  }

  /** A case on file: what people said stands, registers are read anew on the day, each side with its own. */
  onFile(frame: Frame | null): Met {
    if (frame === null) return { kind: 'no-baseline', says: 'Nothing was determined for it yet.' };
    const { live, candidate, day, checks } = this.question;
    const anew = (rules: Rules): Frame =>
      frameAnew(frame, { ...rules, asOf: day, ...(checks && { checks }) });
    try {
      const before = anew(live);
      return this.comparison.of(before, this.sameReading ? before : anew(candidate));
    } catch (error) {
      if (!(error instanceof RogatoryError) || error.code !== 'DETERMINATION_REFUSED') throw error;
      return { kind: 'no-baseline', says: error.publicText };
    }
  }

  /** A case as it was written for both sides. */
  of(before: Frame, after: Frame): Meeting {
    return this.comparison.of(before, after);
  }
}

const ageLimitOf = ({ ruleSet }: Rules): unknown => ruleSet.parameters.get('register.ageLimit');
