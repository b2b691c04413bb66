import type { z } from 'zod';
import { checkpointLine, entryLine, exportHead, type KeptCheckpoint } from '../../contracts/audit-record.js';
import { canonicalText } from '../canonical.js';
import { hashOfEntry } from './entries.js';
import { checkAudit, type AuditCheck, type CheckpointSource, type Finding, type Verdict } from './verify.js';

export type CopiedStamp = { size: number; at: string; token: string };
export type ExportVerdict = Verdict & {
  /** Entries were left out by a filter: each one is checked, and not that none is missing. */
  selection: boolean;
  checkpointsHere: readonly KeptCheckpoint[];
  stamps: readonly CopiedStamp[];
};

/** A line as it stands in a file, with its number; canonical JSON of its shape, or nothing. */
function read<Shape extends z.ZodType>(shape: Shape, text: string): z.infer<Shape> | undefined {
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success && canonicalText(parsed.data) === text ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

type Parts = {
  head: z.infer<typeof exportHead> | undefined;
  checkpoints: KeptCheckpoint[];
  stamps: CopiedStamp[];
  unreadable: Finding[];
};

/**
 * Checks an export line by line, as it was written by `exportLines`: the record against itself, against the checkpoints it
 * carries and those of other sources. Every byte of a line counts.
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  { sources = [], keys = [] }: { sources?: readonly CheckpointSource[]; keys?: readonly string[] } = {},
): Promise<ExportVerdict> {
  const parts: Parts = { head: undefined, checkpoints: [], stamps: [], unreadable: [] };
  let check: AuditCheck | undefined;
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (check === undefined && takeBefore(parts, line, number)) continue;
    check ??= begin(parts, sources, keys);
    const entry = read(entryLine, line);
    if (entry) check.entry({ entry });
    else check.unreadable(`line ${number}`, 'it is no entry in its one spelling');
  }
  return verdictOf(parts, (check ?? begin(parts, sources, keys)).end());
}

/** Takes what stands before the entries; false for the first line that is one. */
function takeBefore(parts: Parts, line: string, number: number): boolean {
  if (number === 1) {
    parts.head = read(exportHead, line);
    if (!parts.head) parts.unreadable.push(unreadable(number, 'it does not say what this file is'));
    return true;
  }
  const kept = read(checkpointLine, line);
  if (kept && 'checkpoint' in kept) parts.checkpoints.push(kept.checkpoint);
  else if (kept) parts.stamps.push(kept.timeStamp);
  else if (read(entryLine, line) ?? !/^\{"(checkpoint|timeStamp)/.test(line)) return false;
  else parts.unreadable.push(unreadable(number, 'it is no checkpoint in its one spelling'));
  return true;
}

const unreadable = (number: number, says: string): Finding => ({
  where: `line ${number}`,
  what: 'UNREADABLE',
  says,
});

const isSelection = ({ head }: Parts): boolean => head !== undefined && Object.keys(head.filter).length > 0;

function begin(parts: Parts, sources: readonly CheckpointSource[], keys: readonly string[]): AuditCheck {
  const own = { name: 'the export', checkpoints: parts.checkpoints };
  return isSelection(parts) ? checkSelection() : checkAudit({ sources: [own, ...sources], keys });
}

/** Of a selection each entry is held against its own hash, and no more. */
function checkSelection(): AuditCheck {
  const findings: Finding[] = [];
  let entries = 0;
  return {
    entry({ entry: { hash, ...said } }) {
      entries += 1;
      const says = 'what it says, its place or its hash was changed';
      if (hash !== hashOfEntry(said))
        findings.push({ where: `entry ${said.sequence}`, what: 'CHANGED', says });
    },
    unreadable: (where, says) => void findings.push({ where, what: 'UNREADABLE', says }),
    end: () => ({ entries, root: '', checkpoints: 0, keys: [], findings }),
  };
}

function verdictOf(parts: Parts, verdict: Verdict): ExportVerdict {
  const { head, checkpoints, stamps, unreadable: lines } = parts;
  const selection = isSelection(parts);
  const findings = [...lines, ...verdict.findings];
  const differs = head !== undefined && (head.size !== verdict.entries || head.root !== verdict.root);
  if (!selection && differs && findings.length === 0) {
    const says = `it speaks of ${head.size} entries with another root than the ${verdict.entries} that follow`;
    findings.push({ where: 'line 1', what: 'CHANGED', says });
  }
  return { ...verdict, findings, selection, checkpointsHere: checkpoints, stamps };
}
