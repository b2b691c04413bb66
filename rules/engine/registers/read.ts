import { isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { aliasIn, tooLong } from '../load/bounds.js';
import { sentenceOf, sentenceOfSyntax } from '../load/sentences.js';
import type { PageFault } from '../load/source.js';
import { textOfFile, type TextFault } from '../load/text.js';

export type Path = readonly (string | number)[];

/** A register file as read: `at` finds the line of a place in it, and is only asked when something is wrong. */
export type SourceFile = { file: string; text: string; faults?: readonly TextFault[] };

/**
 * Fault at `path` of a file. A path that leads too deep ends at the last place that exists; the index of a row that
 * stands alone, and so is no list in the file, is passed over.
 */
export function faultAt(source: SourceFile, path: Path, says: string): PageFault {
  const lines = new LineCounter();
  let node: unknown = parseDocument(source.text, { lineCounter: lines }).contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node) && typeof part === 'number') continue;
    const next: unknown = isCollection(node) ? node.get(part, true) : undefined;
    if (!isNode(next)) break;
    offset = keyOffset(node, part) ?? next.range?.[0] ?? offset;
    node = next;
  }
  const { line, col } = lines.linePos(offset);
  return { file: source.file, line, column: col, says };
}

/** Where the key stands, so that a fault points at the line a person reads it on. */
function keyOffset(node: unknown, part: string | number): number | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && item.key.value === part);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

/**
 * Reads one file by its schema. Faults of syntax and of shape are added to `faults`; the answer is then undefined.
 * Keys that stand twice in a map are a fault of syntax.
 */
export function readFile<T>(source: SourceFile, schema: z.ZodType<T>, faults: PageFault[]): T | undefined {
  const value = parsed(source, faults);
  if (value === undefined) return undefined;
  const result = schema.safeParse(value, { error: sentenceOf });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    faults.push(faultAt(source, path, `${path.join('.')}: ${issue.message}`));
  }
  return undefined;
}

function parsed(source: SourceFile, faults: PageFault[]): unknown {
  const { file, text } = source;
  if (source.faults !== undefined) {
    faults.push(...source.faults.map((fault) => ({ file, ...fault })));
    return undefined;
  }
  const long = tooLong(text);
  const lines = new LineCounter();
  const document = parseDocument(long === undefined ? text : '', { lineCounter: lines, prettyErrors: false });
  const alias = aliasIn(text, document);
  const wrong = [
    ...document.errors.map((error) => ({ offset: error.pos[0], says: sentenceOfSyntax(error, text) })),
    ...(long === undefined ? [] : [{ offset: 0, says: long }]),
    ...(alias === undefined ? [] : [alias]),
  ];
  if (wrong.length === 0) return document.toJS();
  for (const { offset, says } of wrong) {
    const { line, col } = lines.linePos(offset);
    faults.push({ file, line, column: col, says });
  }
  return undefined;
}

/** A file as text; where it is none, `faults` say why. */
export function readText(path: string, file: string): SourceFile {
  const read = textOfFile(path);
  return 'faults' in read ? { file, text: '', faults: read.faults } : { file, text: read.text };
}
