const hidden = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Shows characters that change or hide the reading of a text (direction marks, zero-width characters) as `[U+202E]`, and
 * other control characters too. For the printed letter only: the JSON keeps the value as it was typed.
 */
export const visible = (text: string): string =>
  text.replace(hidden, mark).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, mark);

const mark = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** The same for every string inside plain data. */
export function visibleThroughout(data: unknown): unknown {
  if (typeof data === 'string') return visible(data);
  if (Array.isArray(data)) return data.map(visibleThroughout);
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, visibleThroughout(value)]));
}
