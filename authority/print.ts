import { roles } from '../contracts/codes.js';
import type { Role } from '../contracts/codes.js';
import { actions, conditions } from './actions.js';
import type { Action, Grant } from './actions.js';
import { matrix } from './matrix.js';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const code = (word: string): string => `\`${word}\``;

/** The matrix as a Markdown page for supervisors: actions with their lines, then the same by role. */
export function printMatrix(): string {
  return [
    '# Who may do what',
    '',
    'Printed from `authority/matrix.ts`; a test holds this page against it. What no line allows is refused.',
    '',
    row(['Action', 'Roles', 'On routes', 'Only']),
    row(['---', '---', '---', '---']),
    ...actions.flatMap((action) => linesOf(action).map(printLine)),
    '',
    '## Conditions',
    '',
    ...Object.entries(conditions).map(([word, says]) => `- ${code(word)}: ${says}`),
    '',
    '## By role',
    '',
    row(['Role', 'May']),
    row(['---', '---']),
    ...roles.map((role) => row([code(role), actionsOf(role).map(code).join(', ')])),
    '',
  ].join('\n');
}

const linesOf = (action: Action): readonly Grant[] => matrix.filter((line) => line.action === action);

const printLine = (line: Grant): string =>
  row([
    code(line.action),
    line.roles === 'EVERYBODY' ? 'everybody signed in' : line.roles.map(code).join(', '),
    line.families?.map(code).join(', ') ?? 'all',
    line.where.map(code).join(', ') || '-',
  ]);

const actionsOf = (role: Role): readonly Action[] =>
  actions.filter((action) =>
    linesOf(action).some((line) => line.roles === 'EVERYBODY' || line.roles.includes(role)),
  );
