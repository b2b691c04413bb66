import { unwritableText } from '../unwritable.js';

// How JSON writes a NUL and half of a character pair; a backslash that was typed may look alike, so it only asks for a look.
const suspicious = /\\u(?:0000|d[89a-f])/;
const unwritable = /\0|\p{Surrogate}/u;

/** JSON of a value that is to be sealed, held to what the open columns hold too. Throws BODY_INVALID. */
export function jsonToSeal(value: unknown): Buffer {
  const text = JSON.stringify(value);
  if (suspicious.test(text)) JSON.stringify(value, (_key, part: unknown) => refuseUnwritable(part));
  return Buffer.from(text);
}

function refuseUnwritable(part: unknown): unknown {
  if (typeof part === 'string' && unwritable.test(part)) throw unwritableText(undefined);
  return part;
}
