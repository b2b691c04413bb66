import type { Report } from './report.js';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The report in Markdown. */
export const markdownOf = ({ title, mark, blocks }: Report): string =>
  [
    `# ${title}`,
    ...(mark === undefined ? [] : ['', `**${mark}**`]),
    ...blocks.flatMap((block) => [
      '',
      `${block.within ? '###' : '##'} ${block.head}`,
      '',
      ...('lines' in block
        ? block.lines.map((line) => `- ${line}`)
        : block.rows.length === 0
          ? ['-']
          : [block.columns, block.columns.map(() => '---'), ...block.rows].map(
              (row) => `| ${row.map(cell).join(' | ')} |`,
            )),
    ]),
  ].join('\n');
