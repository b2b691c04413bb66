import type { KeptCheckpoint } from '../../contracts/audit-record.js';
import type { Bare } from '../tx.js';
import { checkpointsAfter } from './checkpoints.js';
import { hashOfEntry } from './entries.js';
import { everyEntry } from './read.js';
import { emptyTree, grow, rootOf } from './tree.js';
import { createTrust } from './trust.js';

/** What does not fit, and where: an entry or a range of entries, a checkpoint, or a line of a file. */
export type Finding = { where: string; what: FindingKind; says: string };
export type FindingKind =
  | 'CHANGED'
  | 'MISSING'
  | 'OUT_OF_ORDER'
  | 'SUBTREES'
  | 'REWRITTEN'
  | 'CHECKPOINT_CHANGED'
  | 'CHECKPOINT_OTHER_KEY'
  | 'CHECKPOINT_MISSING'
  | 'TIME_STAMP'
  | 'UNREADABLE';

export type Verdict = {
  entries: number;
  root: string;
  checkpoints: number;
  /** Public keys on which the signatures rest. */
  keys: readonly string[];
  findings: readonly Finding[];
};

/** Where checkpoints were read from, in the words of the findings. */
export type CheckpointSource = { name: string; checkpoints: readonly KeptCheckpoint[] };
export type Expectation = { sources: readonly CheckpointSource[]; keys?: readonly string[] };

/** Tells of a tree entry by entry; what was signed of it is told first. */
export type AuditCheck = {
  /** `subtrees` only where they are stored. */
  entry(kept: { entry: { sequence: number; hash: string }; subtrees?: readonly string[] }): void;
  /** Something stands where an entry should and is none. */
  unreadable(where: string, says: string): void;
  end(): Verdict;
};

const span = (from: number, to: number): string =>
  from === to ? `entry ${from}` : `entries ${from} to ${to}`;

/**
 * Checks the audit against itself and against its checkpoints: every changed, missing, moved or exchanged entry is named;
 * where somebody changed an entry and computed everything after it anew, the range between the last checkpoint that fits
 * and the first that does not.
 */
export function checkAudit({ sources, keys = [] }: Expectation): AuditCheck {
  const findings: Finding[] = [];
  const find = (where: string, what: FindingKind, says: string): void =>
    void findings.push({ where, what, says });
  const signed = signedRoots(sources, keys, find);
  let edge = emptyTree;
  let highest = 0;
  let count = 0;
  let faultAt = 0;
  let ordered = true;
  let fits = 0;
  const missing = new Set<number>();

  function place(sequence: number): void {
    if (sequence > highest) {
      for (let gone = highest + 1; gone < sequence; gone += 1) missing.add(gone);
      if (sequence !== highest + 1) ordered = false;
      highest = sequence;
    } else {
      ordered = false;
      const says = missing.delete(sequence) ? `it stands after entry ${highest}` : 'its place is taken twice';
      find(span(sequence, sequence), 'OUT_OF_ORDER', says);
    }
  }

  function compareRoot(sequence: number): void {
    const root = signed.roots.get(sequence);
    if (root === undefined) return;
    if (root === rootOf(edge)) fits = sequence;
    else if (faultAt === 0) {
      const says = `changed and computed anew: the checkpoint of ${sequence} does not fit, the one of ${fits} does`;
      find(span(fits + 1, sequence), 'REWRITTEN', says);
      faultAt = sequence;
    }
  }

  function compareSubtrees(sequence: number, stored: readonly string[], computed: readonly string[]): void {
    const differs =
      stored.length !== computed.length || stored.some((hash, level) => hash !== computed[level]);
    if (!differs || faultAt > sequence - 2 ** Math.max(stored.length, computed.length)) return;
    find(span(sequence, sequence), 'SUBTREES', 'the hashes that hold the tree were changed');
    faultAt = sequence;
  }

  return {
    entry({ entry: { hash, ...said }, subtrees }) {
      const { sequence } = said;
      count += 1;
      place(sequence);
      if (hash !== hashOfEntry(said)) {
        find(span(sequence, sequence), 'CHANGED', 'what it says, its place or its hash was changed');
        faultAt = sequence;
      }
      if (!ordered) return;
      const grown = grow(edge, hash);
      edge = grown.edge;
      if (subtrees) compareSubtrees(sequence, subtrees, grown.subtrees);
      compareRoot(sequence);
    },
    unreadable: (where, says) => find(where, 'UNREADABLE', says),
    end() {
      for (let gone = highest + 1; gone <= signed.size; gone += 1) missing.add(gone);
      for (const [from, to] of ranges(missing)) find(span(from, to), 'MISSING', 'not there');
      return {
        entries: count,
        root: rootOf(edge),
        checkpoints: signed.roots.size,
        keys: signed.keys,
        findings,
      };
    },
  };
}

/** Roots by size, out of every checkpoint that counts; sources that tell different things are named. */
function signedRoots(
  sources: readonly CheckpointSource[],
  keys: readonly string[],
  find: (where: string, what: FindingKind, says: string) => void,
): { roots: ReadonlyMap<number, string>; size: number; keys: readonly string[] } {
  const trust = createTrust(keys);
  const roots = new Map<number, string>();
  let origin: string | undefined;
  for (const { name, checkpoints } of sources) {
    for (const kept of checkpoints) {
      const where = `checkpoint of ${kept.size} (${name})`;
      const judged = trust.judge(kept);
      if ('fault' in judged) {
        find(where, `CHECKPOINT_${judged.fault}`, judged.says);
        continue;
      }
      const { size, root } = judged.checkpoint;
      origin ??= judged.checkpoint.origin;
      const known = roots.get(size);
      if (judged.checkpoint.origin !== origin)
        find(where, 'CHECKPOINT_CHANGED', `it is of another record: ${judged.checkpoint.origin}`);
      else if (known !== undefined && known !== root)
        find(where, 'CHECKPOINT_CHANGED', 'another root was signed for the same size');
      else roots.set(size, root);
    }
  }
  nameMissing(sources, find);
  return { roots, size: Math.max(0, ...roots.keys()), keys: trust.keys() };
}

/** What one source holds and the other does not. */
function nameMissing(
  sources: readonly CheckpointSource[],
  find: (where: string, what: FindingKind, says: string) => void,
): void {
  for (const { name, checkpoints } of sources) {
    const here = new Set(checkpoints.map(({ size }) => size));
    for (const other of sources) {
      for (const { size } of other.checkpoints) {
        if (here.has(size)) continue;
        find(`checkpoint of ${size} (${name})`, 'CHECKPOINT_MISSING', `it stands in ${other.name} only`);
        here.add(size);
      }
    }
  }
}

function ranges(numbers: ReadonlySet<number>): [number, number][] {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

/** Checks the whole record of a store against itself, its own checkpoints and those of other sources. */
export async function verifyAudit(
  read: Bare,
  { sources = [], keys }: { sources?: readonly CheckpointSource[]; keys?: readonly string[] } = {},
): Promise<Verdict> {
  const own = { name: 'the store', checkpoints: await checkpointsAfter(read, 0) };
  const check = checkAudit({ sources: [own, ...sources], ...(keys ? { keys } : {}) });
  for await (const kept of everyEntry(read, {})) check.entry(kept);
  return check.end();
}
