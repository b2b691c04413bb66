import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof,
  emptyRoot,
  emptyTree,
  grow,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  rootAt,
  rootOf,
  type FindNodes,
} from '../../store/audit/tree.js';

/** Roots of the trees over the first 1 to 8 of these leaves, as the test data of Certificate Transparency has them. */
const knownLeaves = ['', '\x00', '\x10', ' !', '01', '@ABC', 'PQRSTUVW', '`abcdefghijklmno'];
const knownRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const sha = (...parts: readonly (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** MTH of RFC 6962, 2.1, word for word. */
function treeHash(leaves: readonly string[]): Buffer {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(Buffer.from([0]), leaves[0] ?? '');
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(Buffer.from([1]), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

const mostLeaves = 66;
const leaves = Array.from({ length: mostLeaves }, (_, index) => `leaf ${index}`);
const rootsBySize = leaves.map((_, index) => treeHash(leaves.slice(0, index + 1)).toString('hex'));
const rootOfSize = (size: number): string => rootsBySize[size - 1] ?? '';
const find: FindNodes = async (nodes) =>
  nodes.map(({ level, index }) =>
    treeHash(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)).toString('hex'),
  );

const grown = (texts: readonly string[]) =>
  texts.reduce((edge, text) => grow(edge, leafHash(text)).edge, emptyTree);

describe('the tree of RFC 6962', () => {
  it('has the roots of the published test data', () => {
    expect(rootOf(emptyTree)).toBe(emptyRoot);
    knownRoots.forEach((root, index) => expect(rootOf(grown(knownLeaves.slice(0, index + 1)))).toBe(root));
  });

  it('grows leaf by leaf to the root that the definition gives for every size', async () => {
    for (let size = 1; size <= mostLeaves; size += 1) {
      expect(rootOf(grown(leaves.slice(0, size)))).toBe(rootOfSize(size));
      expect(await rootAt(size, find)).toBe(rootOfSize(size));
    }
  });

  it('proves every entry in every tree, and no other entry', async () => {
    for (let size = 1; size <= mostLeaves; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = await inclusionProof(index, size, find);
        const claim = { leaf: leafHash(`leaf ${index}`), index, size, root: rootOfSize(size) };
        expect(isIncluded(proof, claim)).toBe(true);
        expect(isIncluded(proof, { ...claim, leaf: leafHash('forged') })).toBe(false);
        expect(isIncluded(proof, { ...claim, index: index + 1 })).toBe(false);
        expect(isIncluded([...proof, claim.leaf], claim)).toBe(false);
      }
    }
  });

  it('proves every tree to be the beginning of every later one, and of no other', async () => {
    for (let to = 1; to <= mostLeaves; to += 1) {
      for (let from = 1; from <= to; from += 1) {
        const proof = await consistencyProof(from, to, find);
        const claim = { from, fromRoot: rootOfSize(from), to, toRoot: rootOfSize(to) };
        expect(isConsistent(proof, claim)).toBe(true);
        expect(isConsistent(proof, { ...claim, fromRoot: leafHash('forged') })).toBe(false);
        expect(isConsistent(proof, { ...claim, toRoot: leafHash('forged') })).toBe(false);
      }
    }
  });
});
