import { existsSync } from 'node:fs';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { aliasIn, tooLong } from './bounds.js';
import { isMissing, sentenceOf, sentenceOfSyntax } from './sentences.js';
import { textOfFile } from './text.js';

/** A place in a file that a lawyer edits, and what is wrong there. */
export type PageFault = { file: string; line: number; column: number; says: string };

/** A rule set that does not hold together. Nothing of it is used: every fault is listed with file, line and column. */
export class RuleSetError extends Error {
  readonly faults: readonly PageFault[];

  constructor(faults: readonly PageFault[]) {
    super(faults.map((fault) => `${fault.file}:${fault.line}:${fault.column}  ${fault.says}`).join('\n'));
    this.name = 'RuleSetError';
    this.faults = faults;
  }
}

/** A read file: its decoded content, and where each part of it stands. */
export type Source<T> = {
  file: string;
  content: T;
  faultAt: (path: readonly PropertyKey[], says: string) => PageFault;
};

/**
 * Reads one YAML file by its schema. Bytes that are no UTF-8, keys that stand twice, tabs, aliases and broken syntax are faults.
 * @param file shown in faults, relative to the folder of rules
 * @throws RuleSetError naming every fault of the file
 */
export function readSource<T>(path: string, file: string, schema: z.ZodType<T>): Source<T> {
  if (!existsSync(path)) throw new RuleSetError([{ file, line: 1, column: 1, says: 'is missing' }]);
  const read = textOfFile(path);
  if ('faults' in read) throw new RuleSetError(read.faults.map((fault) => ({ file, ...fault })));
  return readWritten(read.text, file, schema);
}

/** The same for a text that is no file yet. */
export function readWritten<T>(text: string, file: string, schema: z.ZodType<T>): Source<T> {
  const long = tooLong(text);
  if (long !== undefined) throw new RuleSetError([{ file, line: 1, column: 1, says: long }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number, says: string): PageFault => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, says };
  };
  const faultAt = (place: readonly PropertyKey[], says: string): PageFault =>
    at(offsetOf(document, place), says);
  if (document.errors.length > 0) {
    throw new RuleSetError(document.errors.map((error) => at(error.pos[0], sentenceOfSyntax(error, text))));
  }
  const alias = aliasIn(text, document);
  if (alias !== undefined) throw new RuleSetError([at(alias.offset, alias.says)]);
  const read = schema.safeParse(document.toJS(), { error: sentenceOf });
  if (read.success) return { file, content: read.data, faultAt };
  const issues = read.error.issues.flatMap(branchMeant);
  const cutOff = issues.filter((issue) => issue.path.length === 1 && isMissing(issue));
  throw new RuleSetError([
    ...issues.filter((issue) => !cutOff.includes(issue)).map((issue) => faultOfIssue(issue, document, at)),
    ...(cutOff.length === 0 ? [] : [at(text.trimEnd().length, endsWithout(cutOff))]),
  ]);
}

const endsWithout = (cutOff: readonly Issue[]): string =>
  `${cutOff.map(({ path }) => `"${path.map(String).join('.')}"`).join(', ')} ${cutOff.length > 1 ? 'are' : 'is'} missing: the file ends here${cutOff.length > 2 ? ' and may be cut off' : ''}`;

function faultOfIssue(
  { path, message, keys }: Issue,
  document: Document,
  at: (offset: number, says: string) => PageFault,
): PageFault {
  const [key] = keys ?? [];
  const offset =
    (key === undefined ? undefined : offsetOfKey(document, path, key)) ?? offsetOf(document, path);
  return at(offset, `${[...path.map(String), ''].join('.').replace(/\.$/, ': ')}${message}`);
}

function offsetOf(document: Document, place: readonly PropertyKey[]): number {
  for (let length = place.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(place.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function offsetOfKey(document: Document, place: readonly PropertyKey[], key: string): number | undefined {
  const node: unknown = place.length === 0 ? document.contents : document.getIn(place, true);
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

type Issue = { path: readonly PropertyKey[]; message: string; keys?: readonly string[] };

/** A union reports every branch; the one with the fewest faults at its own top is the one the writer meant. */
function branchMeant(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0)
    return [
      {
        path: issue.path,
        message: issue.message,
        ...(issue.code === 'unrecognized_keys' && { keys: issue.keys }),
      },
    ];
  const branches = issue.errors.map((branch) =>
    branch.flatMap((inner) => branchMeant({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const strangeness = (branch: readonly Issue[]): number =>
    branch.filter((fault) => fault.path.length <= issue.path.length + 1).length * 10 + branch.length;
  return branches.reduce((best, next) => (strangeness(next) < strangeness(best) ? next : best));
}

/** Runs every reader and throws all their faults at once, so that a page writer sees the whole list. */
export function gathering<T>(readers: readonly (() => T)[]): T[] {
  const faults: PageFault[] = [];
  const read: T[] = [];
  for (const reader of readers) {
    try {
      read.push(reader());
    } catch (error) {
      if (!(error instanceof RuleSetError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new RuleSetError(faults);
  return read;
}
