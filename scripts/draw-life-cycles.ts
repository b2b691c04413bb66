import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { loadLifeCycles } from '../rules/engine/merge/terms.js';
import { diagramOf } from './life-cycles/diagram.js';
import { pageOf } from './life-cycles/page.js';
import { svgOf } from '../rules/workbench/graph/svg.js';

const folder = fileURLToPath(new URL('../docs/life-cycles/', import.meta.url));
const pages = fileURLToPath(new URL('../rules/life-cycles/', import.meta.url));

/** Every picture of docs/life-cycles by its file name, drawn from the pages of today. */
export async function picturesOfLifeCycles(): Promise<ReadonlyMap<string, string>> {
  const options = await resolveConfig(`${folder}PAGE.md`);
  const drawn = [...loadLifeCycles(pages).values()].map(async (page) => {
    const diagram = diagramOf(page);
    const text = await format(pageOf(diagram), { ...options, parser: 'markdown' });
    return [
      [`${page.family}.md`, text],
      [`${page.family}.svg`, svgOf(diagram)],
    ] as const;
  });
  return new Map((await Promise.all(drawn)).flat());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of await picturesOfLifeCycles()) writeFileSync(`${folder}${name}`, text);
}
