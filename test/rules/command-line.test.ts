import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { expectation } from '../../rules/engine/index.js';
import { editorSchemas } from '../../rules/engine/schema/editor.js';
import { examplesDir, factsOf, rulesDir, scenarioFile } from './support/real-rules.js';

const root = join(rulesDir, '..');
type Ended = { code: number | null; out: string; err: string };

/** Runs the command as an officer does, in a process of its own. */
function rogatory(args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'cli/rogatory.ts', ...args], { cwd: root });
    const ended: Ended = { code: null, out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (ended.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (ended.err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ended, code }));
    child.stdin.end(input);
  });
}

function written(name: string, content: unknown): string {
  const dir = mkdtempSync(join(tmpdir(), 'facts-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const path = join(dir, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];
const expectedKeys = Object.keys(expectation.shape).filter((key) => key !== 'notes');
const sealed = z.object({ determination: z.object({ digest: z.string(), disputed: z.null() }) });
const minutes = 60_000;

describe('rogatory decide', () => {
  it(
    '--json prints one JSON object and nothing else: the keys of a scenario and the determination',
    async () => {
      const { code, out, err } = await rogatory(['decide', '--json', scenarioFile('SC01')]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const answer: unknown = JSON.parse(out);
      expect(keysOf(answer)).toEqual(expect.arrayContaining([...expectedKeys, 'determination']));
      const { determination } = sealed.parse(answer);
      expect(determination.digest).toMatch(/^[0-9a-f]{64}$/);
    },
    minutes,
  );

  it(
    'ends with 0 also where there is no lawful route, and says so to a person',
    async () => {
      const ended = await rogatory(['decide', scenarioFile('SC15')]);
      expect(ended.code).toBe(0);
      expect(ended.out).toMatch(/No lawful route/);
    },
    minutes,
  );

  it(
    'ends with 2 on bad input, naming file, place and what is allowed',
    async () => {
      const bare = { ...factsOf('SC01'), asOf: '2026-02-30', colour: 1 };
      const path = written('bad.json', bare);
      const { code, out, err } = await rogatory(['decide', '--json', path]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`FACTS_INVALID  ${path}#/asOf: asOf is a date that exists`);
      expect(err).toContain(`FACTS_INVALID  ${path}#/colour: is no fact of a case`);
    },
    minutes,
  );

  it(
    'ends with 2 on what is no JSON, on a megabyte of nesting, on a file that is not there, and without a file',
    async () => {
      const deep = '['.repeat(500_000) + ']'.repeat(500_000);
      const runs = await Promise.all([
        rogatory(['decide', written('text.json', 'not json')]),
        rogatory(['decide', written('deep.json', deep)]),
        rogatory(['decide', '/nowhere/facts.json']),
        rogatory(['decide']),
      ]);
      expect(runs.map(({ code, out }) => ({ code, out }))).toEqual(runs.map(() => ({ code: 2, out: '' })));
      expect(runs.map(({ err }) => err.split('  ')[0])).toEqual([
        'NOT_JSON',
        'JSON_TOO_DEEP',
        'FILE_UNREADABLE',
        'USAGE',
      ]);
    },
    2 * minutes,
  );

  it(
    '--lines answers each line in its place, goes on after a bad one, and then ends with 1',
    async () => {
      const lines = [
        JSON.stringify(factsOf('SC01')),
        '{ not json',
        JSON.stringify({ facts: factsOf('SC23') }),
        JSON.stringify({ ...factsOf('SC01'), requestingState: 'XX' }),
        '',
        JSON.stringify(factsOf('SC15')),
      ];
      const { code, out } = await rogatory(['decide', '--lines', '-'], lines.join('\n'));
      const answers = out
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line));
      expect(code).toBe(1);
      expect(answers).toHaveLength(5);
      expect(answers[0]).toMatchObject({ plan: ['PROV_PRES', 'PROV_DISC'] });
      expect(answers[1]).toMatchObject({
        error: { line: 'line 2', faults: [expect.stringMatching(/NOT_JSON/)] },
      });
      expect(answers[2]).toMatchObject({ determination: { disputed: null } });
      expect(answers[3]).toMatchObject({
        error: { line: 'line 4', faults: [expect.stringMatching(/line 4#\/requestingState/)] },
      });
      expect(answers[4]).toMatchObject({ plan: [] });
    },
    minutes,
  );
});

describe('rogatory scenarios', () => {
  it(
    'prints a line for each scenario, the differences, and how many passed and failed',
    async () => {
      const wrong: unknown = JSON.parse(readFileSync(join(examplesDir, 'SC01.json'), 'utf8'));
      if (typeof wrong !== 'object' || wrong === null) throw new Error('SC01 is an object');
      const expected = { ...expectation.parse(Reflect.get(wrong, 'expected')), plan: ['MLA'] };
      const path = written('wrong.json', { ...wrong, id: 'SC01-wrong', expected });
      const { code, out } = await rogatory(['scenarios', scenarioFile('SC01'), path]);
      expect(code).toBe(1);
      expect(out).toMatch(/^SC01 {2}passed /m);
      expect(out).toMatch(/^SC01-wrong {2}FAILED /m);
      expect(out).toMatch(/plan: expected MLA, got PROV_PRES -> PROV_DISC/);
      expect(out.trim().split('\n').at(-1)).toBe('1 passed, 1 failed');
    },
    minutes,
  );
});

describe('rogatory rules', () => {
  it(
    'check reads everything under rules/ and ends with 0',
    async () => {
      const { code, out, err } = await rogatory(['rules', 'check']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^\d+ pages, \d+ facts, /);
    },
    minutes,
  );

  it.each(Object.entries(editorSchemas()))(
    'schema: rules/schema/%s.json is what the loader reads',
    (name, schema) => {
      const kept: unknown = JSON.parse(readFileSync(join(rulesDir, 'schema', `${name}.json`), 'utf8'));
      expect(kept).toEqual(JSON.parse(JSON.stringify(schema)));
    },
  );
});

describe('rogatory rules diff', () => {
  it(
    'tells two folders apart as JSON, and ends with 2 on what is no folder, no file and no digest',
    async () => {
      const [same, unknown] = await Promise.all([
        rogatory(['rules', 'diff', 'rules', 'rules', '--json']),
        rogatory(['rules', 'diff', 'rules', 'nowhere']),
      ]);
      expect(same.code).toBe(0);
      expect(JSON.parse(same.out)).toMatchObject({ pages: [], parameters: [], registers: [] });
      expect(unknown.code).toBe(2);
      expect(unknown.err).toContain('NOTHING_SUCH  "nowhere" is no folder');
    },
    minutes,
  );
});

describe('rogatory rules impact and what-if', () => {
  it(
    'end with 2 on a candidate that lacks half the pages, and on a sentence that nobody can suppose',
    async () => {
      const half = mkdtempSync(join(tmpdir(), 'half-'));
      onTestFinished(() => rmSync(half, { recursive: true, force: true }));
      const kept = (path: string) =>
        !/rules\/(engine|workbench|securing|emergency|assistance|gates)(\/|$)/.test(path);
      cpSync(rulesDir, half, { recursive: true, filter: kept });
      const [lacking, unsupposed] = await Promise.all([
        rogatory(['rules', 'impact', '--candidate', half]),
        rogatory(['rules', 'what-if', 'KZ party to BUDAPST from 2027-01-01']),
      ]);
      expect(lacking).toMatchObject({ code: 2, out: '' });
      expect(lacking.err).toMatch(/CANDIDATE_REFUSED .* is no whole set of rules/);
      expect(unsupposed).toMatchObject({ code: 2, out: '' });
      expect(unsupposed.err).toContain('Did you mean "BUDAPEST"?');
    },
    minutes,
  );
});
