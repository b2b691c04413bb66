import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { activityVerbs, arrows, auditMeanings } from '../contracts/audit-verbs.js';

const page = fileURLToPath(new URL('../docs/audit.md', import.meta.url));
const mark = '## What is written down';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Activities of workflows that write a verb. */
const writersOf = (verb: string): string =>
  Object.entries(activityVerbs)
    .filter(([, written]) => typeof written !== 'string' && written.some((one) => one === verb))
    .map(([name]) => `\`${name}\``)
    .join(', ') || '-';

const tableOf = (arrow: string, says: string): string[] => [
  `### ${says}`,
  '',
  row(['Verb', 'Means', 'Written by a workflow through']),
  row(['---', '---', '---']),
  ...Object.entries(auditMeanings)
    .filter(([, meaning]) => meaning.arrow === arrow)
    .map(([verb, meaning]) => row([`\`${verb}\``, meaning.says, writersOf(verb)])),
  '',
];

/** docs/audit.md with its lists as contracts/audit-verbs.ts has them; what stands before them is written by hand. */
export async function auditPage(): Promise<string> {
  const [written] = (await readFile(page, 'utf8')).split(mark);
  const silent = Object.entries(activityVerbs).flatMap(([name, why]) =>
    typeof why === 'string' ? [`- \`${name}\`: ${why}`] : [],
  );
  const lists = [
    mark,
    '',
    'Printed from `contracts/audit-verbs.ts` by `npx tsx scripts/print-audit.ts`; a test holds this page, every endpoint, every verb of the store, every activity and every step of a route against it.',
    '',
    ...Object.entries(arrows).flatMap(([arrow, says]) => tableOf(arrow, says)),
    '### Activities that write nothing, and why',
    '',
    ...silent,
    '',
  ];
  return format(`${written}${lists.join('\n')}`, { ...(await resolveConfig(page)), parser: 'markdown' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(page, await auditPage());
