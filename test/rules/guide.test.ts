import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const guide = readFileSync(join(project, 'docs/advisers-guide.md'), 'utf8');

/** What stands behind the language of a block, such as `file=rules/catalogue.yaml`. */
const told = (line: string, word: string): string | undefined =>
  new RegExp(`${word}=(.*?)(?= \\w+=|$)`).exec(line)?.[1];

/** Fenced blocks of the guide: commands with what they print, or what somebody writes into a file. */
const blocks = [...guide.matchAll(/^```(\S+) ?(.*)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', line = '', text = '']) => ({
    ...{ language, text },
    file: told(line, 'file') ?? '',
    below: told(line, 'below'),
    instead: told(line, 'instead'),
  }),
);
type Block = (typeof blocks)[number];

/** A copy of the project in which somebody follows the guide. */
const folder = mkdtempSync(join(tmpdir(), 'rogatory-guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const parts =
  'activities api authority cli client config contracts rules scripts store worker workflows package.json package-lock.json tsconfig.json';
for (const part of parts.split(' ')) cpSync(join(project, part), join(folder, part), { recursive: true });
symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));

function write({ file, below, instead, text }: Block): void {
  const path = join(folder, file);
  if (below === undefined && instead === undefined) return writeFileSync(path, text);
  const mark = below ?? instead ?? '';
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.includes(mark));
  if (at < 0) throw new Error(`${file} has no line with "${mark}"`);
  const kept = below === undefined ? [] : lines.slice(at, at + 1);
  lines.splice(at, 1, ...kept, text.trimEnd());
  writeFileSync(path, lines.join('\n'));
}

/** What stands on a terminal after a command, whether it ended well or not. */
const typed = (command: string): string =>
  execFileSync(
    'bash',
    ['-c', `rogatory() { node scripts/launch.mjs cli/rogatory.ts "$@"; }\n(${command}) 2>&1 || true`],
    { cwd: folder, encoding: 'utf8' },
  );

/** Commands of a block, each with what it prints. */
const commandsOf = ({ text }: Block): { command: string; prints: string }[] =>
  text
    .split(/^\$ /m)
    .slice(1)
    .map((one) => ({ command: one.split('\n')[0] ?? '', prints: one.split('\n').slice(1).join('\n') }));

/** The text as it stands, with anything in the place of `…`. */
const likely = (text: string): RegExp => new RegExp(`^${text.trim().split('…').map(literally).join('.*')}$`);
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

it('the guide of the legal adviser grows a rule in ten steps, and each command prints what the guide says', () => {
  expect(guide.match(/^## \d+\. /gm)).toHaveLength(10);
  for (const block of blocks)
    if (block.language === 'sh')
      for (const { command, prints } of commandsOf(block))
        expect(typed(command).trim(), command).toMatch(likely(prints));
    else write(block);
}, 600_000);
