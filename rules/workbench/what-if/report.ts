import type { Counts } from '../impact/impact.js';
import type { Study } from './study.js';

/** Cases that were compared beside the generated ones, by what they are. */
export type Others = Readonly<Record<string, Counts>>;

type Block =
  | { head: string; lines: readonly string[] }
  | { head: string; columns: readonly string[]; rows: readonly (readonly string[])[] };
export type Report = { title: string; blocks: readonly Block[] };

/** A study as a ministry reads it. */
export function reportOf(
  { sentence, day, remarks, generated, turns, brings }: Study,
  others: Others,
): Report {
  const counted = Object.entries({ ...others, 'generated typical cases': generated });
  return {
    title: `What if: ${sentence}`,
    blocks: [
      { head: 'How to read this', lines: [`Law and registers of ${day}. Nothing was written.`, ...remarks] },
      {
        head: 'Cases',
        columns: [
          'Cases',
          'other plan',
          'new blocker',
          'other deadline',
          'otherwise',
          'unchanged',
          'no baseline',
        ],
        rows: counted.map(([what, counts]) => [
          what,
          ...(
            [
              'changed-plan',
              'new-blocker',
              'changed-deadline',
              'changed-otherwise',
              'unchanged',
              'no-baseline',
            ] as const
          ).map((kind) => String(counts[kind])),
        ]),
      },
      {
        head: 'Routes gained and lost, by kind of case',
        columns: ['Kind of case', 'Route', 'Turn', 'Between'],
        rows: turns.map(({ what, route, turn, between }) => [
          what,
          route,
          turn,
          `${between.length}: ${between.join(', ')}`,
        ]),
      },
      {
        head: 'What a gained route brings',
        columns: ['Route', 'Clocks', 'Duties'],
        rows: brings.map(({ route, clocks, duties }) => [
          route,
          clocks.join('; ') || '-',
          duties.join('; ') || '-',
        ]),
      },
    ],
  };
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The report in Markdown. */
export const markdownOf = ({ title, blocks }: Report): string =>
  [
    `# ${title}`,
    ...blocks.flatMap((block) => [
      '',
      `## ${block.head}`,
      '',
      ...('lines' in block
        ? block.lines.map((line) => `- ${line}`)
        : block.rows.length === 0
          ? ['None.']
          : [block.columns, block.columns.map(() => '---'), ...block.rows].map(
              (row) => `| ${row.map(cell).join(' | ')} |`,
            )),
    ]),
  ].join('\n');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const row = (tag: 'th' | 'td', cells: readonly string[]): string =>
  `<tr>${cells.map((one) => `<${tag}>${escaped(one)}</${tag}>`).join('')}</tr>`;

/** The report as one page of HTML that needs nothing else. */
export const htmlOf = ({ title, blocks }: Report): string =>
  [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>`,
    '<style>body{font:16px/1.5 serif;max-width:60rem;margin:2rem auto}table{border-collapse:collapse}th,td{border:1px solid;padding:.2rem .5rem;text-align:left;vertical-align:top}</style></head>',
    `<body><h1>${escaped(title)}</h1>`,
    ...blocks.flatMap((block) => [
      `<h2>${escaped(block.head)}</h2>`,
      'lines' in block
        ? `<ul>${block.lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
        : block.rows.length === 0
          ? '<p>None.</p>'
          : `<table><thead>${row('th', block.columns)}</thead><tbody>${block.rows.map((one) => row('td', one)).join('')}</tbody></table>`,
    ]),
    '</body></html>',
  ].join('\n');
