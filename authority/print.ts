import { roles } from '../contracts/codes.js';
import type { Role } from '../contracts/codes.js';
import { actions } from './actions.js';
import type { Action } from './actions.js';
import type { Grant } from './grant.js';
import { conditions } from './conditions.js';
import { matrix } from './matrix.js';
import { sights, standings } from './sight.js';
import type { Sight } from './sight.js';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const code = (word: string): string => `\`${word}\``;
const table = (head: readonly string[], rows: readonly string[]): string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows,
  '',
];

/** The matrix as a Markdown page for supervisors: actions with their lines, then the same by role. */
export function printMatrix(): string {
  return [
    '# Who may do what',
    '',
    'Printed from `authority/`; a test holds this page against it. What no line allows is refused.',
    '',
    ...table(['Action', 'Roles', 'On routes', 'Only', 'Because'], actions.flatMap(linesOf).map(printLine)),
    '## Conditions',
    '',
    ...table(
      ['Condition', 'Only on', 'Who can bring it about'],
      Object.entries(conditions).map(([word, { says, cure }]) => row([code(word), says, cure])),
    ),
    '## Who sees which case',
    '',
    'A line that denies beats every line that allows. Lists, counts and single reads are filtered by these lines in the database.',
    '',
    ...table(['', 'Roles', 'See', 'Because'], sights.map(printSight)),
    '## By role',
    '',
    ...table(
      ['Role', 'May'],
      roles.map((role) => row([code(role), actionsOf(role).map(code).join(', ')])),
    ),
  ].join('\n');
}

const linesOf = (action: Action): readonly Grant[] => matrix.filter((line) => line.action === action);

const named = (list: Grant['roles']): string =>
  list === 'EVERYBODY' ? 'everybody signed in' : list.map(code).join(', ');

const printLine = (line: Grant): string =>
  row([
    code(line.action),
    named(line.roles),
    line.families?.map(code).join(', ') ?? 'all',
    line.where.map(code).join(', ') || '-',
    line.because,
  ]);

const printSight = ({ may, roles, standing, because }: Sight): string =>
  row([may ? 'may' : 'never', named(roles), standings[standing].says, because]);

const actionsOf = (role: Role): readonly Action[] =>
  actions.filter((action) =>
    linesOf(action).some((line) => line.roles === 'EVERYBODY' || line.roles.includes(role)),
  );
