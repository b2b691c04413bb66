import { isMap, isNode, isScalar, isSeq, parseDocument, type Pair, type YAMLMap } from 'yaml';

/** Where an entry stands: a file below `registers/`, and the keys that lead to it inside; places of a list count from zero. */
export type EntryPlace = { file: string; path: readonly (string | number)[] };
export type Confirming = { source: string; on: string };

/** Keys of the register as `registers stale` names them, with the file and the key inside that hold them. */
const files: Readonly<Record<string, { file: string; within: readonly string[] }>> = {
  agreements: { file: 'agreements.yaml', within: [] },
  channels: { file: 'channels.yaml', within: [] },
  instruments: { file: 'instruments.yaml', within: ['instruments'] },
  unions: { file: 'unions.yaml', within: ['unions'] },
  unionLaw: { file: 'union-law.yaml', within: ['regimes'] },
};
const folders = ['states', 'providers'];

/** The place that a person names as `registers stale` prints it: `states / KZ / treaties / untoc`. `null` for no register. */
export function placeOfEntry(named: string): EntryPlace | null {
  const [register = '', ...keys] = named.split(/\s*\/\s*/);
  if (folders.includes(register)) {
    const [name = '', ...path] = keys;
    return /^[A-Za-z0-9-]+$/.test(name) ? { file: `${register}/${name}.yaml`, path: path.map(key) } : null;
  }
  if (!Object.hasOwn(files, register)) return null;
  const known = files[register];
  return known ? { file: known.file, path: [...known.within, ...keys.map(key)] } : null;
}

const key = (part: string): string | number => (/^\d+$/.test(part) ? Number(part) - 1 : part);

/**
 * The text of a register file in which one entry was read again in its source on a day; every other letter stays. The status
 * of an entry, and how sure it is, are not touched: that is another text, which takes a second person.
 * @returns what stands in the way instead, as a sentence, where there is no such entry or it was read later already
 */
export function confirmed(
  text: string,
  path: EntryPlace['path'],
  { source, on }: Confirming,
): { text: string } | { refused: string } {
  const node: unknown = parseDocument(text).getIn(path, true);
  const confidence = isMap(node) ? pairOf(node, 'confidence') : undefined;
  if (!isMap(node) || confidence === undefined)
    return { refused: 'there is no entry that says how sure it is' };
  const last = node.get('lastChecked');
  if (typeof last === 'string' && last > on) return { refused: `it was read on ${last} already` };
  const edits = [dated(text, node, confidence, on), sourced(text, node, source)];
  return { text: edits.sort((a, b) => b.from - a.from).reduce(edited, text) };
}

type Edit = { from: number; to: number; as: string };
const edited = (text: string, { from, to, as }: Edit): string => text.slice(0, from) + as + text.slice(to);

function dated(text: string, node: YAMLMap, confidence: Pair, on: string): Edit {
  const value = pairOf(node, 'lastChecked')?.value;
  if (isNode(value) && value.range) return { from: value.range[0], to: value.range[1], as: `"${on}"` };
  const at = (isScalar(confidence.key) && confidence.key.range?.[0]) || 0;
  const indent = ' '.repeat(at - text.lastIndexOf('\n', at - 1) - 1);
  const next = node.flow === true ? ', ' : `\n${indent}`;
  return { from: at, to: at, as: `lastChecked: "${on}"${next}` };
}

/** A source that says the same stays as it is written. */
function sourced(text: string, node: YAMLMap, source: string): Edit {
  const pair = pairOf(node, 'source');
  const { value } = pair ?? {};
  const keyEnd = isScalar(pair?.key) ? (pair.key.range?.[1] ?? 0) : 0;
  if (!isNode(value) || !value.range || value.toJSON() === source) return { from: 0, to: 0, as: '' };
  const [from, end] = value.range;
  const to = from + text.slice(from, end).trimEnd().length;
  const onLinesBelow = isSeq(value) && value.flow !== true;
  return {
    from: onLinesBelow ? keyEnd + 1 : from,
    to,
    as: `${onLinesBelow ? ' ' : ''}${JSON.stringify(source)}`,
  };
}

const pairOf = (node: YAMLMap, name: string): Pair | undefined =>
  node.items.find(({ key: one }) => isScalar(one) && one.value === name);
