import { readFileSync } from 'node:fs';

/** A place in a text that a person edits, counted from one. */
export type Place = { line: number; column: number };
export type TextFault = Place & { says: string };

/** What stands in a file, or the faults for which nothing of it is read. */
export type ReadText = { text: string } | { faults: TextFault[] };

/** A file as text; whatever an editor, a mail program or a word processor has done to its letters is named. */
export const textOfFile = (path: string): ReadText => textOf(readFileSync(path));

/** Bytes as text. A byte order mark at the beginning is passed over. */
export function textOf(bytes: Uint8Array): ReadText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { faults: [{ line: 1, column: 1, says: 'the file is saved as UTF-16: save it as UTF-8' }] };
  const text = new TextDecoder('utf-8').decode(bytes);
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) return { faults: [{ ...placeIn(text, lost), says: notUtf8(bytes) }] };
  if (text.trim() === '') return { faults: [{ line: 1, column: 1, says: 'the file is empty' }] };
  const faults = text.split(/\r?\n/).flatMap((line, index) => faultsOfLine(line, index + 1));
  return faults.length > 0 ? { faults } : { text };
}

/** Line and column of an offset. */
export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Cyrillic letters of Windows-1251 are single bytes from C0 on, which UTF-8 never has in a row. */
function notUtf8(bytes: Uint8Array): string {
  const high = [...bytes].filter((byte) => byte >= 0x80);
  if (high.filter((byte) => byte >= 0xc0).length * 2 < high.length)
    return 'the file is not UTF-8: save it as UTF-8';
  const word = /[а-яё]{3,}/i.exec(new TextDecoder('windows-1251').decode(bytes))?.[0] ?? '';
  return `the file is saved as Windows-1251 (it reads "${word}" so): save it as UTF-8`;
}

/** What stands where a writer has to say something yet; no file that holds it is read. */
export const toFill = 'TO_FILL';

const signs: readonly [RegExp, string][] = [
  [/^[ ]*(?=\t)/, 'a tab stands here: indent with two spaces'],
  [/^[ \u00a0]*?(?=\u00a0)/, 'a no-break space stands here: write a plain one'],
  [
    /^(.*?[:,[{-] )(?=[\u201c\u201d\u201e\u2018\u2019])/,
    'a typographic quotation mark is kept as a letter: write "..."',
  ],
  [/^(?=<{7} |={7}$|>{7} )/, 'a merge was not finished here'],
  [new RegExp(`^.*?(?=\\b${toFill}\\b)`), 'this is still to be filled in'],
];

const faultsOfLine = (line: string, number: number): TextFault[] =>
  signs.flatMap(([sign, says]) => {
    const before = sign.exec(line)?.[0];
    return before === undefined ? [] : [{ line: number, column: before.length + 1, says }];
  });
