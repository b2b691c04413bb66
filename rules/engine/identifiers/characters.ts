/** Characters that hide themselves or turn the direction of what is read: zero-width, joiners, bidi marks, soft hyphen. */
const hidden =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{e0000}-\u{e007f}]/gu;
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/gu;

/** Scripts in which accounts are named here; several that one language writes side by side count as one. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
  [
    'East Asian',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u,
  ],
];

/** Letters of other scripts that look like Latin ones. */
const looksLatin =
  /^[\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u0501\u051b\u051d\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7]{2,}$/u;

/** `[U+202E]` in the place of a character. */
export const mark = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

export const hiddenIn = (text: string): string[] => [...new Set(text.match(hidden) ?? [])];
export const controlsIn = (text: string): string[] => [...new Set(text.match(control) ?? [])];

/** Hidden characters shown as `[U+....]`; line breaks and tabs of a text stay. */
export const withHiddenShown = (text: string): string => text.replace(hidden, mark);
/** Hidden and control characters shown as `[U+....]`; line breaks and tabs too. */
export const withMarks = (text: string): string => withHiddenShown(text).replace(control, mark);

const scriptOf = (letter: string): string | undefined =>
  scripts.find(([, pattern]) => pattern.test(letter))?.[0];

type Word = { text: string; strange: ReadonlySet<string>; says: string };

/** The word when it mixes scripts or looks Latin without being it; `strange` are the letters that a reader takes for others. */
function lookAlike(text: string): Word[] {
  const counts = new Map<string, number>();
  for (const letter of text) {
    const script = scriptOf(letter);
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const [main, ...others] = [...counts].sort(([, a], [, b]) => b - a);
  if (main === undefined) return [];
  if (others.length === 0) {
    const says = `every letter of a word is ${main[0]} and looks Latin`;
    return looksLatin.test(text) ? [{ text, strange: new Set(text), says }] : [];
  }
  const names = [main, ...others].map(([name]) => name);
  const strange = [...text].filter((letter) => (scriptOf(letter) ?? main[0]) !== main[0]);
  return [{ text, strange: new Set(strange), says: `one word mixes ${names.join(' and ')} letters` }];
}

const words = /[\p{L}\p{M}]+/gu;

/**
 * A text as a careful reader has to see it: hidden characters and letters that pass for others stand as `[U+....]`, and
 * `notes` says why. The text itself is never changed. Words are runs of letters: two scripts side by side are no deception.
 */
export function readCharacters(text: string): { shown: string; notes: string[] } {
  const deceiving = (text.match(words) ?? []).flatMap(lookAlike);
  const shown = text.replace(words, (word) => {
    const strange = deceiving.find((one) => one.text === word)?.strange;
    return strange === undefined
      ? word
      : [...word].map((letter) => (strange.has(letter) ? mark(letter) : letter)).join('');
  });
  const unseen = [...hiddenIn(text), ...controlsIn(text)];
  const notes = [
    ...(unseen.length > 0 ? [`holds characters that are not seen: ${unseen.map(mark).join(', ')}`] : []),
    ...deceiving.map(({ says }) => says),
    ...(text.normalize('NFC') === text ? [] : ['letters and their marks are not joined (Unicode NFC)']),
  ];
  return { shown: withMarks(shown), notes: [...new Set(notes)] };
}
