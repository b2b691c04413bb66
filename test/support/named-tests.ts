import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A row of a table in a page that ends in the file of a test, under test/, and its title. */
export type NamedTest = { cells: readonly string[]; file: string; title: string };

export const pageAt = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Rows that name a test, in the order of the page. */
export const namedTests = (page: string): NamedTest[] =>
  [...page.matchAll(/^\|(.*)\|\s*`([\w/.-]+\.test\.ts)`\s*\|\s*`(.+?)`\s*\|$/gm)].map(
    ([, cells = '', file = '', title = '']) => ({
      cells: cells.split('|').map((cell) => cell.trim()),
      file,
      title,
    }),
  );

/** Rows whose file does not exist, or has no sentence of that very title. */
export const untold = (rows: readonly NamedTest[]): string[] =>
  rows
    .filter(({ file, title }) => {
      const path = join(root, 'test', file);
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(`'${title}'`);
    })
    .map(({ file, title }) => `${file}: ${title}`);
