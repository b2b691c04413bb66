import type { PlannedPage } from '../evaluate/program.js';
import { none } from './codes.js';
import type { NumberedEffect } from './effects.js';
import type { Plan } from './plan.js';

/**
 * Lines that let pages fire: bits of pages (`P`) and of effects (`A`) word by word and without a branch; what ranks or
 * concludes stands behind the page's condition. `truth`: where the truth of a condition stands.
 */
export function pageCode(
  plan: Plan,
  pages: readonly PlannedPage[],
  truth: (number: number) => string,
): string[] {
  const bits = new Map<string, string[]>();
  const add = (word: string, mask: number, fires: string): void => {
    bits.set(word, [...(bits.get(word) ?? []), `-(${fires})&${mask}`]);
  };
  const lines = pages.flatMap((page) => {
    const place = plan.effects.pages.indexOf(page);
    const fires = truth(page.when);
    add(`P[${place >> 5}]`, 1 << (place & 31), fires);
    const standing = plan.effects.byPage[place] ?? [];
    for (const { number, when } of standing)
      add(`A[${number >> 5}]`, 1 << (number & 31), when === undefined ? fires : `${fires}&${truth(when)}`);
    const guarded = (when: number | undefined, line: string): string =>
      line === '' || when === undefined ? line : `if(${truth(when)}){${line}}`;
    const more = [
      ...standing.map((one) => guarded(one.when, rankCode(plan, one))),
      ...page.effects.map(({ effect, when }) => guarded(when, plan.conclusion(effect, place))),
    ].join('');
    return more === '' ? [] : [`if(${fires}){${more}}`];
  });
  return [...[...bits].map(([word, terms]) => `${word}|=${terms.join('|')};`), ...lines];
}

/** The lowest rank wins; of equal ones the first. */
function rankCode({ settled }: Plan, { effect, page }: NumberedEffect): string {
  if ('end' in effect)
    return `if(sheets.end===${none}||${effect.end}<sheets.rank){sheets.end=${page};sheets.rank=${effect.end};}`;
  if (!('settle' in effect)) return '';
  const [rank, by, securing] = [settled.rank, settled.page, settled.securing].map((slot) => `V[${slot}]`);
  const writes = `${rank}=${effect.settle};${by}=${page};${securing}=${effect.except === 'securing' ? 1 : 0};`;
  return `if(${by}===${none}||${effect.settle}<${rank}){${writes}}`;
}
