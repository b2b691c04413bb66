import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { picturesOfLifeCycles } from '../../scripts/draw-life-cycles.js';

const folder = fileURLToPath(new URL('../../docs/life-cycles/', import.meta.url));

it('shows every life cycle as its page is today (npx tsx scripts/draw-life-cycles.ts draws them anew)', async () => {
  const drawn = await picturesOfLifeCycles();
  const kept = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(kept.sort()).toEqual([...drawn.keys()].sort());
  for (const [name, text] of drawn) expect(readFileSync(`${folder}${name}`, 'utf8'), name).toBe(text);
});
