import { existsSync, readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { aliasIn, tooLong } from './bounds.js';

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
 * Reads one YAML file by its schema. Keys that stand twice, tabs, aliases and broken syntax are faults.
 * @param file shown in faults, relative to the folder of rules
 * @throws RuleSetError naming every fault of the file
 */
export function readSource<T>(path: string, file: string, schema: z.ZodType<T>): Source<T> {
  const lines = new LineCounter();
  if (!existsSync(path)) throw new RuleSetError([{ file, line: 1, column: 1, says: 'is missing' }]);
  const text = readFileSync(path, 'utf8');
  const long = tooLong(text);
  if (long !== undefined) throw new RuleSetError([{ file, line: 1, column: 1, says: long }]);
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number, says: string): PageFault => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, says };
  };
  const faultAt = (place: readonly PropertyKey[], says: string): PageFault =>
    at(offsetOf(document, place), says);
  if (document.errors.length > 0) {
    throw new RuleSetError(document.errors.map((error) => at(error.pos[0], error.message)));
  }
  const alias = aliasIn(text, document);
  if (alias !== undefined) throw new RuleSetError([at(alias.offset, alias.says)]);
  const read = schema.safeParse(document.toJS());
  if (read.success) return { file, content: read.data, faultAt };
  throw new RuleSetError(
    read.error.issues
      .flatMap(branchMeant)
      .map(({ path: place, message }) => faultAt(place, `${place.map(String).join('.')}: ${message}`)),
  );
}

function offsetOf(document: Document, place: readonly PropertyKey[]): number {
  for (let length = place.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(place.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

type Issue = { path: readonly PropertyKey[]; message: string };

/** A union reports every branch; the one with the fewest faults at its own top is the one the writer meant. */
function branchMeant(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0)
    return [{ path: issue.path, message: issue.message }];
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

/** The allowed word nearest to what was written, for "did you mean". */
export function nearest(written: string, allowed: Iterable<string>): string | undefined {
  let best: { word: string; far: number } | undefined;
  for (const word of allowed) {
    const far = distance(written, word);
    if (best === undefined || far < best.far) best = { word, far };
  }
  return best !== undefined && best.far <= Math.max(2, written.length / 3) ? best.word : undefined;
}

export const didYouMean = (written: string, allowed: Iterable<string>): string => {
  const word = nearest(written, allowed);
  return word === undefined ? '' : ` Did you mean "${word}"?`;
};

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? a.length;
}
