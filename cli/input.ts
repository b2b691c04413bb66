import { createReadStream, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A mistake in what was given to a command: its lines go to stderr, and the command ends with status 2. */
export class InputError extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'InputError';
    this.lines = lines;
  }
}

/** Paths are meant from where the person stands, also when npm has changed the folder. */
export const placeOf = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

const most = 32 * 1024 * 1024;

/** Parses a JSON file. Nesting deeper than 64 levels and files over 32 MB are refused before they are worked on. */
export function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(placeOf(path), 'utf8');
  } catch (error) {
    throw new InputError([
      `FILE_UNREADABLE  ${path}: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
  return parseJson(text, path);
}

export function parseJson(text: string, shownAs: string): unknown {
  if (text.length > most)
    throw new InputError([`FILE_TOO_LARGE  ${shownAs}: at most ${most / 1024 / 1024} MB are read.`]);
  const depth = depthOf(text);
  if (depth > 64) throw new InputError([`JSON_TOO_DEEP  ${shownAs}: nested deeper than 64 levels.`]);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError([`NOT_JSON  ${shownAs}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** Deepest nesting of brackets outside texts, without building anything. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, (depth += 1));
    else if (sign === '}' || sign === ']') depth -= 1;
  }
  return deepest;
}

/** Lines of a file, or of standard input for `-`. */
export const linesFrom = (path: string): NodeJS.ReadableStream =>
  path === '-' ? process.stdin : createReadStream(placeOf(path));
