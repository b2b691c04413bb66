import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { sealedColumns } from '../../store/secrets/columns.js';

const page = readFileSync(fileURLToPath(new URL('../../docs/secrets.md', import.meta.url)), 'utf8');
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Cells of the rows `| table | columns |`, without quotes. */
const rows = [...page.matchAll(/^\| `([a-z_]+)`\s*\| (.*?)\s*\|$/gm)].map(([, table, columns]) => ({
  table,
  columns: (columns ?? '').split(', ').map((column) => column.replaceAll('`', '')),
}));

it('says of every sealed column that it is sealed, and of no other', () => {
  const sealed = Object.entries(sealedColumns).map(([table, columns]) => ({
    table: snake(table),
    columns: Object.keys(columns).map(snake),
  }));
  expect(rows).toEqual(sealed);
});

it('names every command on keys, and none that there is not', () => {
  const program = readFileSync(fileURLToPath(new URL('../../cli/rogatory.ts', import.meta.url)), 'utf8');
  const commands = [...program.matchAll(/keyCommands\s+\.command\('(\w+)'\)/g)].map(([, name]) => name);
  const named = [...page.matchAll(/rogatory keys (\w+)/g)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual(commands.sort());
});
