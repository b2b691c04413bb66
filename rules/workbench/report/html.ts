import type { Report } from './report.js';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const row = (tag: 'th' | 'td', cells: readonly string[]): string =>
  `<tr>${cells.map((one) => `<${tag}>${escaped(one)}</${tag}>`).join('')}</tr>`;

/** The report as one page of HTML that needs nothing else. */
export const htmlOf = ({ language, title, mark, blocks }: Report): string =>
  [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>`,
    '<style>body{font:16px/1.5 serif;max-width:60rem;margin:2rem auto}table{border-collapse:collapse}th,td{border:1px solid;padding:.2rem .5rem;text-align:left;vertical-align:top}</style></head>',
    `<body><h1>${escaped(title)}</h1>`,
    ...(mark === undefined ? [] : [`<p><strong>${escaped(mark)}</strong></p>`]),
    ...blocks.flatMap((block) => [
      block.within ? `<h3>${escaped(block.head)}</h3>` : `<h2>${escaped(block.head)}</h2>`,
      'lines' in block
        ? `<ul>${block.lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
        : block.rows.length === 0
          ? '<p>-</p>'
          : `<table><thead>${row('th', block.columns)}</thead><tbody>${block.rows.map((one) => row('td', one)).join('')}</tbody></table>`,
    ]),
    '</body></html>',
  ].join('\n');
