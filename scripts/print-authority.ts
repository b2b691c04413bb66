import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { printMatrix } from '../authority/index.js';

const page = fileURLToPath(new URL('../docs/authority.md', import.meta.url));

/** The matrix of authority/ as the page docs/authority.md, in the form the project keeps its pages in. */
export const authorityPage = async (): Promise<string> =>
  format(printMatrix(), { ...(await resolveConfig(page)), parser: 'markdown' });

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(page, await authorityPage());
