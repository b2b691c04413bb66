import { nameOf } from './names.js';
import { digestOf, digestsOf, partsOf, rulesPrefix, type PartList } from './parts.js';
import type { Certificate } from './schema.js';

/** One part that is not as it was: its name for programs, what it is for people, and what is wrong. */
export type Finding = { part: string; what: string; says: string };

/**
 * Parts of a certificate that do not have the digest it lists for them. The seal tells which of the two was changed: the
 * part, or its line in the list.
 */
export function changesIn(certificate: Certificate, content: unknown): Finding[] {
  const { parts: listed, seal, ...certified } = certificate;
  const found = digestsOf(partsOf(certified, content));
  // Without the content the lines about it can be held against nothing but the seal.
  const now: PartList = content === undefined ? { ...rulesIn(listed), ...found } : found;
  const changed = [...new Set([...Object.keys(listed), ...Object.keys(now)])].filter(
    (part) => listed[part] !== now[part],
  );
  const listHolds = digestOf(listed) === seal;
  const partsHold = digestOf(now) === seal;
  if (changed.length === 0)
    return listHolds ? [] : [{ part: 'seal', what: 'seal', says: 'is not the seal of this list of parts' }];
  const says = (part: string): string => {
    if (!listHolds && partsHold) return 'is as it was certified; its line in the list of parts was changed';
    if (now[part] === undefined) return 'was certified and is not here';
    if (listed[part] === undefined) return 'is here and was not certified';
    return listHolds
      ? 'is not as it was certified'
      : 'is not as it was certified, and the list of parts was changed';
  };
  return changed.map((part) => ({ ...nameOf(part, certified), says: says(part) }));
}

const rulesIn = (listed: PartList): PartList =>
  Object.fromEntries(Object.entries(listed).filter(([part]) => part.startsWith(rulesPrefix)));
