import { isDeepStrictEqual } from 'node:util';
import { valueOn, type Parameter, type RuleSet } from '../../engine/rule-set/rule-set.js';
import type { Literal } from '../../engine/schema/words.js';
import { parametersIn } from '../explain/page.js';

/** A figure that differs, from one day until the next on which it does otherwise; `undefined` where it is not known. */
export type ParameterDiffers = {
  parameter: string;
  title: string;
  unit: string | null;
  from: string;
  before: Literal | undefined;
  after: Literal | undefined;
  means: 'more' | 'less' | 'other';
  /** Pages that read it. */
  readBy: readonly string[];
};

/** Figures in which two rule sets differ, by id and day. */
export function parametersDiffer(before: RuleSet, after: RuleSet): ParameterDiffers[] {
  const ids = new Set([...before.parameters.keys(), ...after.parameters.keys()]);
  return [...ids].sort().flatMap((id) => {
    const [was, is] = [before.parameters.get(id), after.parameters.get(id)];
    const { title, unit } = is ?? was ?? { title: id };
    return turns(was, is).map(({ day, ...values }) => ({
      parameter: id,
      title,
      unit: unit ?? null,
      from: day,
      ...values,
      means: compared(values.before, values.after),
      readBy: [...after.pages.values()]
        .filter((page) => parametersIn(page).includes(id))
        .map((page) => page.id),
    }));
  });
}

/** Days from which the two say something different than they did the day before, where they differ. */
function turns(was: Parameter | undefined, is: Parameter | undefined) {
  const days = [...new Set([was, is].flatMap((one) => one?.values.map(({ from }) => from) ?? []))].sort();
  return days
    .map((day) => ({ day, before: was && valueOn(was, day), after: is && valueOn(is, day) }))
    .filter(({ before, after }) => !isDeepStrictEqual(before, after));
}

const compared = (before: Literal | undefined, after: Literal | undefined): ParameterDiffers['means'] =>
  typeof before !== 'number' || typeof after !== 'number' ? 'other' : after > before ? 'more' : 'less';
