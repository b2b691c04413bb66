import { createHash } from 'node:crypto';

/**
 * The Merkle tree of RFC 6962, section 2, over the audit: hashes are SHA-256 in lower-case hex, a tree is named by its
 * size, and leaf `i` is the entry with sequence `i + 1`. Pure: whoever asks for a proof hands in how a node is found.
 */

const leafMark = Buffer.from([0]);
const nodeMark = Buffer.from([1]);

/** Hash of a leaf: SHA-256(0x00 || text). */
export const leafHash = (text: string): string =>
  createHash('sha256').update(leafMark).update(text, 'utf8').digest('hex');

/** Hash of two neighbours: SHA-256(0x01 || left || right). */
export const nodeHash = (left: string, right: string): string =>
  createHash('sha256').update(nodeMark).update(bytesOf(left)).update(bytesOf(right)).digest('hex');

/** What is no hexadecimal is cut short, never thrown upon: a forged hash is to be named, not to stop who looks for it. */
const bytesOf = (hash: string): Buffer => Buffer.from(hash, 'hex');

export const emptyRoot = createHash('sha256').digest('hex');

/** The complete subtrees that a tree of this size is made of, widest first: all that is needed to go on. */
export type Edge = { readonly size: number; readonly hashes: readonly string[] };
export const emptyTree: Edge = { size: 0, hashes: [] };

/** The tree with one leaf more, and the hashes of the subtrees that it closed, lowest first (the leaf itself left out). */
export function grow({ size, hashes }: Edge, leaf: string): { edge: Edge; subtrees: readonly string[] } {
  const left = [...hashes];
  const subtrees: string[] = [];
  let top = leaf;
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    top = nodeHash(left.pop() ?? '', top);
    subtrees.push(top);
  }
  return { edge: { size: size + 1, hashes: [...left, top] }, subtrees };
}

/** Root of the tree. */
export const rootOf = ({ hashes }: Edge): string => folded(hashes);

function folded(hashes: readonly string[]): string {
  const last = hashes.at(-1);
  return last === undefined
    ? emptyRoot
    : hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/** Leaves `from` to before `to`. */
type Span = { from: number; to: number };
/** A complete subtree: the leaves `index * 2^level` to before `(index + 1) * 2^level`. */
export type Node = { level: number; index: number };
export type FindNodes = (nodes: readonly Node[]) => Promise<readonly string[]>;

/** Largest power of two below `n`, for `n` of at least 2. */
const split = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));

/** Complete subtrees of a span, left to right; every span of a proof begins where such a subtree may begin. */
export function nodesOf({ from, to }: Span): Node[] {
  if (from >= to) return [];
  const level = Math.floor(Math.log2(to - from));
  const width = 2 ** level;
  return [{ level, index: from / width }, ...nodesOf({ from: from + width, to })];
}

function inclusionSpans(leaf: number, { from, to }: Span): Span[] {
  if (to - from < 2) return [];
  const middle = from + split(to - from);
  return leaf < middle
    ? [...inclusionSpans(leaf, { from, to: middle }), { from: middle, to }]
    : [...inclusionSpans(leaf, { from: middle, to }), { from, to: middle }];
}

function consistencySpans(old: number, { from, to }: Span, whole: boolean): Span[] {
  if (old === to) return whole ? [] : [{ from, to }];
  const middle = from + split(to - from);
  return old <= middle
    ? [...consistencySpans(old, { from, to: middle }, whole), { from: middle, to }]
    : [...consistencySpans(old, { from: middle, to }, false), { from, to: middle }];
}

async function hashesOf(spans: readonly Span[], find: FindNodes): Promise<string[]> {
  const parts = spans.map(nodesOf);
  const hashes = await find(parts.flat());
  let at = 0;
  return parts.map((nodes) => folded(hashes.slice(at, (at += nodes.length))));
}

/** Root of an earlier size of the tree. */
export async function rootAt(size: number, find: FindNodes): Promise<string> {
  return folded(await find(nodesOf({ from: 0, to: size })));
}

/** Audit path of a leaf in the tree of this size (RFC 6962, 2.1.1), for `0 <= leaf < size`. */
export const inclusionProof = (leaf: number, size: number, find: FindNodes): Promise<string[]> =>
  hashesOf(inclusionSpans(leaf, { from: 0, to: size }), find);

/** Proof that the smaller tree is a beginning of the larger one (RFC 6962, 2.1.2), for `0 < old <= size`. */
export const consistencyProof = (old: number, size: number, find: FindNodes): Promise<string[]> =>
  hashesOf(consistencySpans(old, { from: 0, to: size }, true), find);

/** Whether a leaf is in a tree of this root (RFC 9162, 2.1.3.2). */
export function isIncluded(
  proof: readonly string[],
  claim: { leaf: string; index: number; size: number; root: string },
): boolean {
  if (claim.index < 0 || claim.index >= claim.size) return false;
  let [index, last] = [claim.index, claim.size - 1];
  let hash = claim.leaf;
  for (const step of proof) {
    if (last === 0) return false;
    if (index % 2 === 1 || index === last) {
      hash = nodeHash(step, hash);
      while (index % 2 === 0 && index !== 0) [index, last] = halved(index, last);
    } else {
      hash = nodeHash(hash, step);
    }
    [index, last] = halved(index, last);
  }
  return last === 0 && hash === claim.root;
}

/** Whether one tree is a beginning of the other (RFC 9162, 2.1.4.2). */
export function isConsistent(
  proof: readonly string[],
  claim: { from: number; fromRoot: string; to: number; toRoot: string },
): boolean {
  const { from, to, fromRoot, toRoot } = claim;
  if (from === to) return proof.length === 0 && fromRoot === toRoot;
  if (from <= 0 || from > to) return false;
  const [first, ...rest] = Number.isInteger(Math.log2(from)) ? [fromRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [index, last] = [from - 1, to - 1];
  while (index % 2 === 1) [index, last] = halved(index, last);
  let [older, newer] = [first, first];
  for (const step of rest) {
    if (last === 0) return false;
    if (index % 2 === 1 || index === last) {
      [older, newer] = [nodeHash(step, older), nodeHash(step, newer)];
      while (index % 2 === 0 && index !== 0) [index, last] = halved(index, last);
    } else {
      newer = nodeHash(newer, step);
    }
    [index, last] = halved(index, last);
  }
  return last === 0 && older === fromRoot && newer === toRoot;
}

const halved = (one: number, other: number): [number, number] => [Math.floor(one / 2), Math.floor(other / 2)];
