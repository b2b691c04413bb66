import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { isAllowed, licensedIn } from '../../scripts/licences.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('names the licence of every package, and every one is allowed', () => {
  const packages = licensedIn(root);
  expect(packages.length).toBeGreaterThan(400);
  expect(packages.filter((one) => !isAllowed(one))).toEqual([]);
});

it.each([
  ['GPL-3.0', false],
  ['MIT AND GPL-2.0', false],
  ['UNKNOWN', false],
  ['MPL-2.0', false],
  ['(MIT OR GPL-3.0)', true],
])('of a package under %s that is shipped says %s', (licence, allowed) => {
  expect(isAllowed({ licence, shipped: true })).toBe(allowed);
});

it('prints a bill of materials in CycloneDX that names every package that is shipped', () => {
  const { stdout } = spawnSync('npm', ['run', '-s', 'sbom'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const component = z.object({ name: z.string(), version: z.string() });
  const sbom = z
    .object({ bomFormat: z.literal('CycloneDX'), components: z.array(component) })
    .parse(JSON.parse(stdout));
  const named = new Set(sbom.components.map(({ name }) => name));
  for (const name of ['fastify', 'pg', '@temporalio/worker', 'kysely']) expect(named).toContain(name);
});
