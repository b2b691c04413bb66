import type { Literal } from '../../engine/schema/words.js';
import type { Wording } from '../../engine/wording/wording.js';
import type { Changed } from './changed-at.js';
import type { Difference } from './difference.js';
import type { PageDiffers } from './page.js';
import type { ParameterDiffers } from './parameter.js';

/** A difference as a lawyer reads it, line by line. */
export function differenceLines(difference: Difference, words: Wording): string[] {
  const { pages, parameters, facts, catalogue, lifeCycles, registers, texts } = difference;
  const lines = [
    ...pages.filter(({ change }) => change !== 'words').flatMap((page) => pageLines(page, words)),
    ...section(
      words.label('diff.parameters'),
      parameters.map((one) => parameterLine(one, words)),
    ),
    ...section(
      words.label('diff.facts'),
      facts.map((one) => changedLine(one, words)),
    ),
    ...section(
      words.label('diff.catalogue'),
      catalogue.map((one) => changedLine(one, words)),
    ),
    ...section(
      words.label('diff.lifeCycles'),
      lifeCycles.map((one) => changedLine(one, words)),
    ),
    ...section(
      words.label('diff.registers'),
      (registers ?? []).map((one) => changedLine(one, words)),
    ),
    ...wordsOnly(pages, texts, words),
  ];
  return [
    words.label('diff.title', { before: difference.before, after: difference.after }),
    ...(registers === null ? [words.label('diff.noRegisters')] : []),
    ...(lines.length === 0 ? ['', words.label('diff.none')] : lines),
  ];
}

function pageLines(
  { page, title, change, from, before, after, means }: PageDiffers,
  words: Wording,
): string[] {
  return [
    '',
    `${page}  ${title}: ${words.label(`diff.${change}`)}. ${
      from === null ? words.label('diff.everyDay') : words.label('diff.from', { day: from })
    }`,
    ...(before === null ? [] : [`  ${words.label('diff.before')}: ${before}`]),
    ...(after === null ? [] : [`  ${words.label('diff.after')}: ${after}`]),
    ...means.map((one) => `  - ${one}`),
  ];
}

function parameterLine(one: ParameterDiffers, words: Wording): string {
  const value = (is: Literal | undefined): string =>
    is === undefined
      ? words.label('diff.nothing')
      : `${words.value(is)}${one.unit === null ? '' : ` ${words.said(one.unit)}`}`;
  return words.label(`diff.parameter.${one.means}`, {
    title: words.said(one.title),
    id: one.parameter,
    day: one.from,
    before: value(one.before),
    after: value(one.after),
    pages: one.readBy.join(', ') || words.label('diff.nothing'),
  });
}

/** Where two contents differ, with what stood there and what stands there now. */
export function changedLine({ at, before, after }: Changed, words: Wording): string {
  const said = (value: unknown): string =>
    value === undefined ? words.label('diff.nothing') : JSON.stringify(value);
  return `${at}: ${said(before)} -> ${said(after)}`;
}

function wordsOnly(pages: readonly PageDiffers[], texts: readonly Changed[], words: Wording): string[] {
  const named = pages.filter(({ change }) => change === 'words').map(({ page }) => page);
  return section(words.label('diff.wordsOnly'), [
    ...(named.length === 0 ? [] : [named.join(', ')]),
    ...texts.map((one) => changedLine(one, words)),
  ]);
}

const section = (name: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `${name}:`, ...lines.map((line) => `  - ${line}`)];
