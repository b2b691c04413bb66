import type { Certified } from './schema.js';

/** A part in the words of the house. */
export type PartName = { part: string; what: string };

const kinds: Readonly<Record<string, string>> = {
  pages: 'rule page',
  dictionary: 'fact of the dictionary',
  parameters: 'parameter',
  catalogue: 'catalogue',
  lifeCycles: 'life cycle',
  texts: 'wording',
  wordings: 'wording in',
  form: 'form of the rule set',
  determination: 'record of the determination',
  issuedAt: 'day of issue',
  program: 'program',
  salt: 'salt of the case',
  traceDigest: 'trace digest',
  text: 'text as it was read',
  mark: 'training mark',
  frame: 'facts as they were read',
};

/** What a part is: which fact, register entry, rule page, or part of the result. */
export function nameOf(part: string, certified: Certified): PartName {
  const [kind = '', ...rest] = part.split('/');
  if (kind === 'fact' || kind === 'source') return { part, what: factName(kind, rest, certified) };
  if (kind === 'rules')
    return { part, what: `${kinds[rest[0] ?? ''] ?? 'rule set'} ${rest.slice(1).join(' ')}`.trim() };
  if (kind === 'ruleSet') return { part, what: `rule set, ${rest.join(' ')}` };
  if (kind === 'result') return { part, what: resultName(rest, certified) };
  return { part, what: [kinds[kind] ?? kind, ...rest].join(' ') };
}

function factName(kind: string, [subject = '', ...rest]: string[], { frame }: Certified): string {
  const fact = rest.join('/');
  const source = frame.sources[subject]?.[fact];
  const of = `${fact} of ${subject === 'case' ? 'the case' : subject}`;
  if (source?.kind === 'register') return `register entry ${source.ref} (fact ${of})`;
  return kind === 'fact' ? `fact ${of}` : `source of fact ${of}`;
}

/** A member of a list of the result, with what a person knows it by. */
function resultName([key = '', index]: string[], { result }: Certified): string {
  if (index === undefined) return `result, ${key}`;
  const list = result[key];
  const member: unknown = Array.isArray(list) ? list[Number(index)] : undefined;
  const said = ['page', 'rule', 'route', 'code', 'fact', 'subject'].flatMap(
    (word) => textAt(member, word) ?? [],
  );
  if (typeof member === 'string') said.push(member);
  return `result, ${key} ${Number(index) + 1}${said.length > 0 ? ` (${said.join(', ')})` : ''}`;
}

function textAt(member: unknown, word: string): string | undefined {
  if (typeof member !== 'object' || member === null) return undefined;
  const value: unknown = Reflect.get(member, word);
  return typeof value === 'string' ? value : undefined;
}
