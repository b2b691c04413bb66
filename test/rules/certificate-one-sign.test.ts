import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyCertificate, type Certificate } from '../../rules/engine/index.js';
import { certified, version } from './support/certificates.js';

let whole: Certificate;
beforeAll(async () => {
  whole = await certified('SC01');
});
const copy = (certificate: Certificate): Certificate => structuredClone(certificate);
const verify = (json: unknown) => verifyCertificate(json, { version });

/** Every value that stands at a leaf, with its path. */
function* leaves(value: unknown, path: string[] = []): Generator<string[]> {
  if (typeof value !== 'object' || value === null) yield path;
  else for (const [key, part] of Object.entries(value)) yield* leaves(part, [...path, key]);
}

const changedLeaf = (value: unknown, at: number): unknown => {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string' || value === '') return 'x';
  const place = at % value.length;
  return `${value.slice(0, place)}${value[place] === 'x' ? 'y' : 'x'}${value.slice(place + 1)}`;
};

function setAt(
  target: unknown,
  [key = '', ...rest]: readonly string[],
  change: (old: unknown) => unknown,
): void {
  if (typeof target !== 'object' || target === null) return;
  const before: unknown = Reflect.get(target, key);
  if (rest.length === 0) Reflect.set(target, key, change(before));
  else setAt(before, rest, change);
}

/** Name of the part in which a path of the certificate stands. */
function partAt(
  certificate: Certificate,
  [first = '', second = '', third = '', fourth = '']: readonly string[],
): string {
  if (first === 'frame' && second === 'items') {
    const id = certificate.frame.items[Number(third)]?.id ?? '';
    return fourth === 'id' ? 'frame/items' : `fact/${id}/`;
  }
  if (first === 'frame' && second === 'case') return `fact/case/${third}`;
  if (first === 'frame' && second === 'sources') return `source/${third}/${fourth}`;
  if (first === 'parts') return second;
  if (first === 'ruleSet') return second === 'content' ? 'rules/' : `ruleSet/${second}`;
  return ['result', 'frame'].includes(first) ? `${first}/${second}` : first;
}

describe('one changed sign', () => {
  it('in any value of the certificate is named by the part it stands in', async () => {
    const paths = [...leaves(whole)];
    const members = [...new Set(paths.map(([first = '']) => first))];
    const place = fc
      .constantFrom(...members)
      .chain((member) => fc.constantFrom(...paths.filter(([first]) => first === member)));
    await fc.assert(
      fc.asyncProperty(place, fc.nat(10_000), async (path, at) => {
        const changed = copy(whole);
        setAt(changed, path, (old) => changedLeaf(old, at));
        const { verdict, findings } = await verify(changed);
        expect(verdict, path.join('/')).toBe('differs');
        const expected = partAt(whole, path);
        const known = findings.some(({ part }) => part.startsWith(expected) || part === path.join('/'));
        expect(known, `${path.join('/')}: ${JSON.stringify(findings)}`).toBe(true);
      }),
      { numRuns: 100 },
    );
  }, 180_000);

  it('anywhere in the file, names of members included, leaves no certificate that is valid', async () => {
    const text = JSON.stringify(whole);
    const sign = fc.constantFrom(...'aZ09 -_"{}[],:.');
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), sign, async (at, other) => {
        fc.pre(text[at] !== other);
        const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
        let json: unknown;
        try {
          json = JSON.parse(changed);
        } catch {
          return;
        }
        const { verdict, findings } = await verify(json);
        expect(verdict, `${at}: ${text.slice(at - 40, at + 40)}`).toBe('differs');
        expect(findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  }, 180_000);
});
