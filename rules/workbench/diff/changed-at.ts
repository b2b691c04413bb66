import { isDeepStrictEqual } from 'node:util';

/** One place at which two contents differ; a side on which there is nothing is `undefined`. */
export type Changed = { at: string; before: unknown; after: unknown };

/** Every place at which two plain contents differ, as deep as both go; places are joined by ` / `. */
export function changedAt(before: unknown, after: unknown, at: readonly string[] = []): Changed[] {
  if (isDeepStrictEqual(before, after)) return [];
  const [one, other] = [membersOf(before), membersOf(after)];
  if (one === undefined || other === undefined) return [{ at: at.join(' / '), before, after }];
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  return keys.flatMap((key) => changedAt(one.get(key), other.get(key), [...at, key]));
}

/** Lists of objects are gone into by place, lists of words are compared as one. */
function membersOf(value: unknown): Map<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(value instanceof Map ? value : Object.entries(value));
  const members: unknown[] = value;
  return members.some((one) => typeof one === 'object')
    ? new Map(members.map((one, place) => [String(place + 1), one]))
    : undefined;
}
