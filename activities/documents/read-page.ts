import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/** A page of `rules/documents/` that cannot be used; each fault names file, line and column. */
export class FormError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'FormError';
    this.faults = faults;
  }
}

/**
 * Reads one YAML page and checks it against its schema.
 * @throws FormError with one `file:line:col message` for each fault.
 */
export function readPage<S extends z.ZodType>(path: string, shownAs: string, schema: S): z.infer<S> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${shownAs}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    throw new FormError(
      document.errors.map((fault) => `${at(fault.pos[0])} ${fault.message.split('\n')[0] ?? ''}`),
    );
  }
  const read = schema.safeParse(document.toJS());
  if (read.success) return read.data;
  throw new FormError(
    read.error.issues
      .flatMap((issue) => flatten(issue))
      .map(({ path: place, message }) => {
        const where = place.map(String).join('.');
        return `${at(offsetOf(document, place))} ${where === '' ? '' : `${where} `}${message}`;
      }),
  );
}

type Fault = { path: readonly PropertyKey[]; message: string };

/** A union reports every branch; the branch that got furthest is the one the writer meant. */
function flatten(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path;
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path, message: issue.message }];
  const branches = issue.errors.map((branch) =>
    branch.flatMap((inner) => flatten({ ...inner, path: [...path, ...inner.path] })),
  );
  const misses = (faults: readonly Fault[]): number =>
    faults.filter((fault) => fault.path.length === path.length).length * 10 + faults.length;
  return branches.reduce((best, next) => (misses(next) < misses(best) ? next : best));
}

/** Offset of the deepest node of the path that exists in the text. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
      const start: unknown = node.range[0];
      if (typeof start === 'number') return start;
    }
  }
  return 0;
}
