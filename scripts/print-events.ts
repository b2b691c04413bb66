import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { auditMeanings } from '../contracts/audit-verbs.js';
import { eventTypes } from '../contracts/events.js';

const page = fileURLToPath(new URL('../docs/events.md', import.meta.url));
const mark = '## Events\n';

/** docs/events.md with its list as contracts/events.ts has it; what stands before it is written by hand. */
export async function eventsPage(): Promise<string> {
  const [written] = (await readFile(page, 'utf8')).split(mark);
  const typeOf = new Map<string, string>(Object.entries(eventTypes));
  const rows = Object.entries(auditMeanings).flatMap(([verb, { says }]) => {
    const type = typeOf.get(verb);
    return type === undefined ? [] : [`| \`${type}\` | ${says} |`];
  });
  const list = [
    'Printed from `contracts/events.ts` by `npx tsx scripts/print-events.ts`; a test holds this page against it.',
    '',
    '| Type | Means |',
    '| --- | --- |',
    ...rows,
  ];
  const whole = `${written}${mark}\n${list.join('\n')}\n`;
  return format(whole, { ...(await resolveConfig(page)), parser: 'markdown' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(page, await eventsPage());
