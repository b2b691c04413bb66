import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Fault } from '../../../contracts/errors.js';
import type { Identifier } from '../../../contracts/facts.js';

/** What a second reading is held against: everything but the note that the value was typed. */
const content = ({ typed: _, ...rest }: Identifier): Omit<Identifier, 'typed'> => rest;

/** SHA-256, hex, over the identifiers of an item in their order (RFC 8785). A reading stands for exactly these. */
export const digestOfIdentifiers = (identifiers: readonly Identifier[]): string =>
  createHash('sha256')
    .update(canonicalize(identifiers.map(content)) ?? '')
    .digest('hex');

/** Whether something was typed by hand and nobody has read exactly this a second time. */
export const awaitsSecondReading = (
  identifiers: readonly Identifier[],
  readDigest: string | undefined,
): boolean => identifiers.some(({ typed }) => typed) && readDigest !== digestOfIdentifiers(identifiers);

/** Where a second typing differs from the first. The pointers are those of the second; the first is not told. */
export function differences(first: readonly Identifier[], second: readonly Identifier[]): Fault[] {
  if (first.length !== second.length)
    return [{ pointer: '', detail: `${first.length} on file, ${second.length} typed again` }];
  return first.flatMap((one, index) => {
    const known = new Map<string, unknown>(Object.entries(content(one)));
    const again = new Map<string, unknown>(Object.entries(content(second[index] ?? one)));
    const names = [...new Set([...known.keys(), ...again.keys()])];
    return names
      .filter((part) => known.get(part) !== again.get(part))
      .map((part) => ({
        pointer: `/${index}/${part}`,
        detail: `differs from what is on file${place(known.get(part), again.get(part))}`,
      }));
  });
}

function place(one: unknown, other: unknown): string {
  if (typeof one !== 'string' || typeof other !== 'string') return '';
  const [first, second] = [[...one], [...other]];
  const at = first.findIndex((sign, index) => sign !== second[index]);
  return `, from character ${(at < 0 ? first.length : at) + 1} on`;
}
