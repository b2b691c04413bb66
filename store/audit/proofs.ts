import { RogatoryError } from '../../contracts/errors.js';
import type { Bare } from '../tx.js';
import { edgeNow, nodeHashes } from './entries.js';
import { consistencyProof, inclusionProof, rootAt, rootOf, type FindNodes } from './tree.js';

/** The tree as it stands. */
export async function treeNow({ db }: Bare): Promise<{ size: number; root: string }> {
  const edge = await edgeNow(db);
  return { size: edge.size, root: rootOf(edge) };
}

/** Proof that one entry is in the tree of this size. Throws AUDIT_SIZE_UNKNOWN for what the tree does not hold. */
export async function proveInclusion(read: Bare, sequence: number, size: number): Promise<Inclusion> {
  await refuseBeyond(read, sequence, size);
  const find = nodesIn(read);
  const [hash] = await find([{ level: 0, index: sequence - 1 }]);
  const proof = await inclusionProof(sequence - 1, size, find);
  return { sequence, size, hash: hash ?? '', root: await rootAt(size, find), proof };
}
export type Inclusion = {
  sequence: number;
  size: number;
  hash: string;
  root: string;
  proof: readonly string[];
};

/** Proof that the tree of one size is the beginning of a later one. Throws AUDIT_SIZE_UNKNOWN for what it does not hold. */
export async function proveConsistency(read: Bare, from: number, to: number): Promise<Consistency> {
  await refuseBeyond(read, from, to);
  const find = nodesIn(read);
  const proof = await consistencyProof(from, to, find);
  return { from, fromRoot: await rootAt(from, find), to, toRoot: await rootAt(to, find), proof };
}
export type Consistency = {
  from: number;
  fromRoot: string;
  to: number;
  toRoot: string;
  proof: readonly string[];
};

async function refuseBeyond(read: Bare, smaller: number, larger: number): Promise<void> {
  const { size } = await edgeNow(read.db);
  if (smaller < 1 || smaller > larger || larger > size)
    throw new RogatoryError('AUDIT_SIZE_UNKNOWN', { about: String(size) });
}

const nodesIn =
  ({ db }: Bare): FindNodes =>
  (nodes) =>
    nodeHashes(db, nodes);
