import { mark, withHiddenShown } from '../../rules/engine/identifiers/index.js';

/**
 * Shows characters that change or hide the reading of a text (direction marks, zero-width characters) as `[U+202E]`, and
 * other control characters too. For the printed letter only: the JSON keeps the value as it was typed.
 */
export const visible = (text: string): string =>
  withHiddenShown(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, mark);

/** The same for every string inside plain data. */
export function visibleThroughout(data: unknown): unknown {
  if (typeof data === 'string') return visible(data);
  if (Array.isArray(data)) return data.map(visibleThroughout);
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, visibleThroughout(value)]));
}
