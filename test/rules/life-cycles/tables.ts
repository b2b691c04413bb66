import { routeTables } from '../../../workflows/routes/index.js';
import type { Row } from '../../../workflows/table.js';

/** What a page has to say of a row. */
export type WrittenRow = { shows: readonly string[]; kind: string; on: Readonly<Record<string, string>> };
export type WrittenTable = { replies: Readonly<Record<string, string>>; states: Record<string, WrittenRow> };

const kindOf = ({ replies, rests }: Row<string>): string => {
  if (replies === 'none') return 'does';
  if (replies === 'note') return 'follows';
  return rests ? 'rests' : 'asks';
};

/** The tables of `workflows/routes`, in the words of a page. */
export const writtenTables: Readonly<Record<string, WrittenTable>> = Object.fromEntries(
  Object.entries(routeTables).map(([family, { replies, rows }]) => [
    family,
    {
      replies: { ...replies },
      states: Object.fromEntries(
        Object.entries(rows).map(([name, row]) => [
          name,
          { shows: row.shows, kind: kindOf(row), on: { ...row.ways } },
        ]),
      ),
    },
  ]),
);
