import type { Identifier, StoredValue, TimeWindow } from '../../contracts/facts.js';
import { readCharacters, readIdentifier, readTime } from '../../rules/engine/identifiers/index.js';
import type { LotPart, WordList } from './form-schema.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const isIdentifiers = (value: StoredValue | undefined): value is readonly Identifier[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object');

export const isTimeWindow = (value: StoredValue | undefined): value is TimeWindow =>
  typeof value === 'object' && value !== null && 'from' in value && 'zone' in value;

/** `2026-11-21` -> `21 November 2026`. Any other text is copied as it stands. */
export function dateInWords(text: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const month = months[Number(found?.[2]) - 1];
  return found === null || month === undefined ? text : `${Number(found[3])} ${month} ${found[1]}`;
}

/** Both ends as they were typed, with their zone; the same in UTC on a line of its own. */
export function windowLines({ from, to, zone }: TimeWindow): string[] {
  const ends = [inUtc(from, undefined), inUtc(to, undefined)].filter((one) => one !== undefined);
  const utc = ends.length === 2 ? [`in UTC ${ends.join(' to ')}`] : [];
  return [`from ${from}`, `to ${to}`, `time zone ${zone}`, ...utc];
}

/** The instant in UTC, where time and zone name exactly one and it is not written in UTC already. */
function inUtc(timestamp: string | undefined, zone: string | undefined): string | undefined {
  const read = readTime(timestamp, zone);
  return 'time' in read ? read.time?.utc : undefined;
}

/**
 * The identifier verbatim on the first line, ready to be copied. On the next ones what belongs to it, its time in UTC, its
 * spelling in ASCII, and a warning where letters pass for others.
 */
export function identifierLines(
  identifier: Identifier,
  words: WordList,
): { kind: string; value: string; more: string[] } {
  const { type, value, port, timestamp, timezone, destination, chain, txid } = identifier;
  const utc = inUtc(timestamp, timezone);
  const more = [
    ...spellings(identifier),
    port === undefined ? undefined : `port ${port}`,
    timestamp === undefined ? undefined : `at ${timestamp}`,
    timezone === undefined ? undefined : `time zone ${timezone}`,
    utc === undefined || utc === timestamp ? undefined : `in UTC ${utc}`,
    destination === undefined ? undefined : `destination ${destination}`,
    chain === undefined ? undefined : `chain ${chain}`,
    txid === undefined ? undefined : `transaction ${txid}`,
  ];
  return { kind: words.identifiers[type] ?? type, value, more: more.filter((one) => one !== undefined) };
}

/** Other spellings of the same value, so that nobody takes one letter for another. */
function spellings(identifier: Identifier): string[] {
  const read = readIdentifier(identifier);
  const { shown, notes } = readCharacters(identifier.value);
  const ascii = 'reading' in read ? read.reading.ascii : null;
  return [
    ...(ascii === null ? [] : [`in ASCII ${ascii}`]),
    ...(shown === identifier.value ? [] : [`letter by letter ${shown}: ${notes.join('; ')}`]),
  ];
}

/** A value in the words of the letter; `null` is the dictionary's "none". */
export function valueText(fact: string, value: StoredValue, words: WordList): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return scalarText(fact, value, words);
  if (isTimeWindow(value)) return windowLines(value).join(', ');
  if (isIdentifiers(value)) return value.map((one) => one.value).join('; ');
  return value
    .filter((one) => typeof one === 'string')
    .map((one) => scalarText(fact, one, words))
    .join('; ');
}

function scalarText(fact: string, value: string, words: WordList): string {
  const known = words.facts[fact]?.[value];
  if (known !== undefined) return known;
  if (/State(s)?$/.test(fact) || /Nationality$/.test(fact)) return stateName(value, words);
  return dateInWords(value);
}

export const stateName = (code: string, words: WordList): string => {
  const name = words.states[code];
  return name === undefined ? code : `${name} (${code})`;
};

/** A part of the lot in words: route, basis and measure have lists of their own, States their names. */
export function lotText(part: LotPart, value: string, words: WordList): string {
  if (part === 'addressee') return stateName(value, words);
  if (part === 'categories') return words.facts['dataCategory']?.[value] ?? value;
  return words.lot[part]?.[value] ?? value;
}
