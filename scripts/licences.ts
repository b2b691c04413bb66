/** `npm run licences`: the licence of every package in the lockfile, counted; refuses one that is not allowed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Licences under which a package may be shipped with Apache-2.0 code. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
];
/** What only works on the code and is never shipped may also be under these. */
const allowedForTools = ['MPL-2.0', 'Python-2.0'];
/** Packages whose manifest says nothing; the text was read. */
const read: Readonly<Record<string, string>> = { unionfs: 'Unlicense' };

const lockfile = z.object({
  packages: z.record(z.string(), z.object({ license: z.string().optional(), dev: z.boolean().optional() })),
});
const manifest = z.object({ license: z.string().optional() });

export type Licensed = { name: string; licence: string; shipped: boolean };

/** Every package of a lockfile but the project itself. `UNKNOWN` where neither lockfile nor manifest names a licence. */
export function licensedIn(folder: string): Licensed[] {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')));
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { license, dev }]) => {
      const name = path.split('node_modules/').at(-1) ?? path;
      const licence = license ?? licenceOf(join(folder, path)) ?? read[name] ?? 'UNKNOWN';
      return { name, licence, shipped: dev !== true };
    });
}

function licenceOf(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  return existsSync(file)
    ? manifest.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data?.license
    : undefined;
}

/** Whether a licence expression is met: one side of each OR, both sides of each AND. */
export function isAllowed({ licence, shipped }: Pick<Licensed, 'licence' | 'shipped'>): boolean {
  const list = shipped ? allowed : [...allowed, ...allowedForTools];
  return licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((side) => side.split(' AND ').every((one) => list.includes(one.trim())));
}

function print(packages: readonly Licensed[]): void {
  const counts = new Map<string, number>();
  for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  for (const [licence, count] of [...counts].sort(([, one], [, other]) => other - one))
    console.log(`${String(count).padStart(5)}  ${licence}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const packages = licensedIn(root);
  print(packages);
  const refused = packages.filter((one) => !isAllowed(one));
  for (const { name, licence } of refused) console.error(`LICENCE_NOT_ALLOWED  ${name} is under ${licence}`);
  process.exitCode = refused.length === 0 ? 0 : 1;
}
