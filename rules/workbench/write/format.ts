import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { page as pageSchema } from '../../engine/schema/page.js';

/** Words of a page in the order in which a lawyer reads them. */
const order = Object.keys(pageSchema.shape);

/**
 * A page in the house's writing: its words in their order, dates in quotes, one kind of line end. Comments stay with the word
 * they stand above.
 * @throws Error where the page would mean something else afterwards
 */
export function formatted(text: string): string {
  const [head, blocks] = blocksOf(text.replaceAll('\r\n', '\n'));
  const sorted = [...blocks].sort((a, b) => placeOf(a.key) - placeOf(b.key));
  const written = [head, ...sorted.map(({ lines }) => lines)]
    .flat()
    .map((line) => quoted(line.trimEnd()))
    .join('\n');
  const result = `${written.trimEnd()}\n`;
  if (!isDeepStrictEqual(parse(result), parse(text))) throw new Error('the page would mean something else');
  return result;
}

type Block = { key: string; lines: string[] };

/** The lines above the first word, then each word with what stands below it; a comment belongs to the word that follows. */
function blocksOf(text: string): [string[], Block[]] {
  const head: string[] = [];
  const blocks: Block[] = [];
  let waiting: string[] = [];
  for (const line of text.trimEnd().split('\n')) {
    const key = /^([A-Za-z]\w*):/.exec(line)?.[1];
    if (key !== undefined) {
      blocks.push({ key, lines: [...waiting, line] });
      waiting = [];
    } else if (line.startsWith('#')) (blocks.length === 0 ? head : waiting).push(line);
    else (blocks.at(-1)?.lines ?? head).push(...waiting.splice(0), line);
  }
  blocks.at(-1)?.lines.push(...waiting);
  return [head, blocks];
}

const placeOf = (key: string): number => {
  const place = order.indexOf(key);
  return place < 0 ? order.length : place;
};

/** A bare date stands in quotes, so that no tool takes it for a moment in time. */
const quoted = (line: string): string =>
  line.replace(/(^|[{,] ?| )(from|until|on|verifiedOn): (\d{4}-\d{2}-\d{2})(?=[ ,}]|$)/g, '$1$2: "$3"');
