/** What moves a cursor, colours a terminal, turns the direction of writing or cannot be seen. */
const unseen = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Text of somebody's own words as it may stand in a line, a cell or a terminal: what cannot be seen is written out, `\u202e`. */
export const shown = (text: string): string =>
  text.replace(unseen, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
