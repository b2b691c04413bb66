import { inflateSync } from 'node:zlib';

/**
 * Text of each page of a PDF as the renderer writes it (plain objects, Identity-H fonts with ToUnicode), without white space:
 * what a search in the letter would find, independent of line breaks. Not a general reader of PDF.
 */
export function pageTexts(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const found of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    objects.set(found[1] ?? '', found[2] ?? '');
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
  const ordered = kids(objects).map((id) => objects.get(id) ?? '');
  if (ordered.length !== pages.length) throw new Error('The page tree was not understood.');
  return ordered.map((page) => textOf(page, objects));
}

function kids(objects: ReadonlyMap<string, string>): string[] {
  const walk = (id: string): string[] => {
    const list = /\/Kids \[([^\]]*)\]/.exec(objects.get(id) ?? '');
    return list === null
      ? [id]
      : [...(list[1] ?? '').matchAll(/(\d+) 0 R/g)].flatMap((one) => walk(one[1] ?? ''));
  };
  const root = [...objects].find(([, body]) => /\/Type \/Pages/.test(body) && !/\/Parent/.test(body));
  return root === undefined ? [] : walk(root[0]);
}

function stream(body: string): string {
  const start = body.indexOf('stream\n') + 7;
  const data = body.slice(start, body.lastIndexOf('\nendstream'));
  return body.slice(0, start).includes('/FlateDecode')
    ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
    : data;
}

function textOf(page: string, objects: ReadonlyMap<string, string>): string {
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const found of page.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(found[2] ?? '') ?? '');
    fonts.set(found[1] ?? '', charsOf(stream(objects.get(unicode?.[1] ?? '') ?? '')));
  }
  const contents = /\/Contents (\d+) 0 R/.exec(page);
  return shown(stream(objects.get(contents?.[1] ?? '') ?? ''), fonts);
}

function charsOf(cmap: string): Map<number, string> {
  const chars = new Map<number, string>();
  for (const found of cmap.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>\n/g)) {
    const units = Buffer.from(found[2] ?? '', 'hex')
      .swap16()
      .toString('utf16le');
    chars.set(Number.parseInt(found[1] ?? '', 16), units);
  }
  return chars;
}

function shown(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  let text = '';
  const put = (codes: Buffer): void => {
    for (let at = 0; at + 1 < codes.length; at += 2) text += font.get(codes.readUInt16BE(at)) ?? '';
  };
  const token = /\/(f\d+) [\d.]+ Tf|\(|<([0-9A-Fa-f]+)>/g;
  for (let found = token.exec(content); found !== null; found = token.exec(content)) {
    if (found[1] !== undefined) font = fonts.get(found[1]) ?? font;
    else if (found[2] !== undefined) put(Buffer.from(found[2], 'hex'));
    else {
      const end = endOfLiteral(content, token.lastIndex);
      put(literal(content.slice(token.lastIndex, end)));
      token.lastIndex = end + 1;
    }
  }
  return text.replace(/\s/gu, '');
}

/** Parentheses stand unescaped in a literal where they balance. */
function endOfLiteral(content: string, from: number): number {
  let depth = 1;
  for (let at = from; at < content.length; at += 1) {
    const character = content[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')' && (depth -= 1) === 0) return at;
  }
  throw new Error('A literal has no end.');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literal(text: string): Buffer {
  const plain = text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
  return Buffer.from(plain, 'latin1');
}

/** Text as `pageTexts` shows it. */
export const squeezed = (text: string): string => text.replace(/\s/gu, '');
