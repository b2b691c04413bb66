import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRegisters } from '../../rules/engine/registers/index.js';
import { confirmed, placeOfEntry } from '../../rules/workbench/registers/confirm.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const registers = join(root, 'rules/registers');
const read = { source: 'UNTC, chapter XVIII-12, copy of that day', on: '2026-11-20' };

/** The lines that an entry read again has and had not. */
async function changed(entry: string, how = read): Promise<{ gone: string[]; come: string[] }> {
  const place = placeOfEntry(entry);
  if (place === null) throw new Error(`${entry} is no entry`);
  const before = await readFile(join(registers, place.file), 'utf8');
  const done = confirmed(before, place.path, how);
  if ('refused' in done) throw new Error(done.refused);
  const [was, is] = [before.split('\n'), done.text.split('\n')];
  const without = (some: string[], others: string[]): string[] =>
    some.filter(
      (line) => some.filter((one) => one === line).length > others.filter((one) => one === line).length,
    );
  return { gone: [...new Set(without(was, is))], come: [...new Set(without(is, was))] };
}

describe('an entry that was read again', () => {
  it('has the day and the source where they stood, and no other line of the file is touched', async () => {
    const { gone, come } = await changed('states / KZ / treaties / untoc');
    expect(gone).toContain('    lastChecked: "2014-01-27"');
    expect(gone.length).toBeLessThanOrEqual(2);
    expect(come).toEqual([
      '    lastChecked: "2026-11-20"',
      '    source: "UNTC, chapter XVIII-12, copy of that day"',
    ]);
  });

  it('that nobody had read gets a line for the day; a list of sources becomes the one that was read', async () => {
    const { come } = await changed('agreements / mutualAssistance / 1');
    expect(come).toEqual([
      '    lastChecked: "2026-11-20"',
      '    source: "UNTC, chapter XVIII-12, copy of that day"',
    ]);
  });

  it('by the same source keeps it as it is written', async () => {
    const { come } = await changed('states / KZ / treaties / untoc', { ...read, source: 'untc-untoc' });
    expect(come).toEqual(['    lastChecked: "2026-11-20"']);
  });

  it('was not read later already, and is an entry that says how sure it is', async () => {
    const text = await readFile(join(registers, 'providers/meta.yaml'), 'utf8');
    expect(confirmed(text, [], { ...read, on: '2026-01-01' })).toEqual({
      refused: 'it was read on 2026-08-22 already',
    });
    expect(confirmed(text, ['terms'], read)).toHaveProperty('refused');
    expect(placeOfEntry('texts / en')).toBeNull();
    expect(placeOfEntry('states / ../facts')).toBeNull();
  });
});

describe('rogatory registers confirm', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'rogatory-confirm-'));
    await cp(registers, join(dir, 'registers'), { recursive: true });
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  const run = (...args: readonly string[]) =>
    promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', join(root, 'cli/rogatory.ts'), 'registers', 'confirm', ...args, '--dir', dir],
      { cwd: root },
    ).then(
      ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );

  it('writes a register that holds together and has another digest, so that open cases are looked at anew', async () => {
    const before = loadRegisters(join(dir, 'registers')).digest;
    const done = await run('providers / meta', '--source', 'Meta, copy of that day', '--on', '2026-11-20');
    expect(done).toMatchObject({ code: 0 });
    const after = loadRegisters(join(dir, 'registers'));
    expect(after.providers.get('meta')).toMatchObject({
      lastChecked: '2026-11-20',
      source: 'Meta, copy of that day',
    });
    expect(after.digest).not.toBe(before);
  });

  it('refuses a day that has not come and an entry that is none, with status 2', async () => {
    const ahead = await run('providers / meta', '--source', 'x', '--on', '2999-01-01');
    expect(ahead).toMatchObject({ code: 2 });
    const nothing = await run('providers / nobody', '--source', 'x', '--on', '2026-11-20');
    expect(nothing).toMatchObject({ code: 2 });
    expect(nothing.stderr).toContain('NOTHING_SUCH');
  });
});
