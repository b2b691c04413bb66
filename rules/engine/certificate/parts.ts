import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Certified } from './schema.js';

/** Parts by name: `fact/<subject>/<fact>`, `source/<subject>/<fact>`, `rules/<kind>/<id>`, `result/<key>/<index>`, and the rest. */
export type Parts = ReadonlyMap<string, unknown>;
/** Digest of each part, by its name. */
export type PartList = Readonly<Record<string, string>>;

export const rulesPrefix = 'rules/';

/** SHA-256, hex, over the canonical JSON (RFC 8785) of a value. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

export const digestsOf = (parts: Parts): PartList =>
  Object.fromEntries([...parts].map(([name, value]) => [name, digestOf(value)]));

/** Every part of what is certified; the parts of the rule set only where its content is given. */
export function partsOf(certified: Certified, content: unknown = certified.ruleSet.content): Parts {
  const { frame, result, ruleSet, ...record } = certified;
  const parts = new Map<string, unknown>(Object.entries(record));
  parts.set('ruleSet/digest', ruleSet.digest).set('ruleSet/address', ruleSet.address);
  for (const [name, value] of [...frameParts(frame), ...resultParts(result), ...rulesParts(content)])
    parts.set(parts.has(name) ? `${name}#again` : name, value);
  return parts;
}

type Named = readonly [name: string, value: unknown];

function frameParts({ case: ofCase, items, sources, ...rest }: Certified['frame']): Named[] {
  const subjects = new Map([['case', ofCase], ...items.map(({ id, facts }) => [id, facts] as const)]);
  return [
    ...Object.entries(rest).map(([key, value]): Named => [`frame/${key}`, value]),
    ['frame/items', items.map(({ id }) => id)],
    ...[...subjects].flatMap(([subject, facts]) => inside(`fact/${subject}`, facts)),
    ...Object.entries(sources).flatMap(([subject, some]) => inside(`source/${subject}`, some)),
  ];
}

const inside = (name: string, record: object): Named[] =>
  Object.entries(record).map(([key, value]): Named => [`${name}/${key}`, value]);

/** Members of a list are named by their place; its length is a part of its own. */
export const resultParts = (result: Readonly<Record<string, unknown>>): Named[] =>
  Object.entries(result).flatMap(([key, value]) =>
    Array.isArray(value)
      ? [
          [`result/${key}`, value.length] as const,
          ...value.map((one: unknown, index) => [`result/${key}/${index}`, one] as const),
        ]
      : [[`result/${key}`, value] as const],
  );

/** Kinds of a rule set's content whose members are lists or tables of their own. */
const nested = ['dictionary', 'catalogue', 'texts'];

function rulesParts(content: unknown): Named[] {
  if (content === undefined) return [];
  if (!isRecord(content)) return [['rules/content', content]];
  return Object.entries(content).flatMap(([kind, value]) =>
    nested.includes(kind) && isRecord(value)
      ? Object.entries(value).flatMap(([key, some]) => members(`${rulesPrefix}${kind}/${key}`, some))
      : members(`${rulesPrefix}${kind}`, value),
  );
}

function members(name: string, value: unknown): Named[] {
  if (Array.isArray(value)) {
    const labels = apart(value.map((one: unknown, index) => labelOf(one) ?? String(index)));
    return [[name, labels], ...value.map((one: unknown, index): Named => [`${name}/${labels[index]}`, one])];
  }
  return isRecord(value) ? inside(name, value) : [[name, value]];
}

/** Files of one language are several: the second and later ones carry their number, so that no part hides another. */
const apart = (labels: readonly string[]): string[] =>
  labels.map((label, index) => {
    const before = labels.slice(0, index).filter((one) => one === label).length;
    return before === 0 ? label : `${label}.${before + 1}`;
  });

/** Pages, facts and parameters go by their id, routes and life cycles by their family, wordings by their language. */
function labelOf(member: unknown): string | undefined {
  if (!isRecord(member)) return undefined;
  const label = member['id'] ?? member['family'] ?? member['language'];
  return typeof label === 'string' ? label : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
