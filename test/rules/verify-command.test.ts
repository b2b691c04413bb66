import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programVersion } from '../../cli/version.js';
import { certified, ruleSet } from './support/certificates.js';

const project = fileURLToPath(new URL('../..', import.meta.url));
const command = join(project, 'cli/rogatory.ts');
const folder = mkdtempSync(join(tmpdir(), 'rogatory-certificate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Answer = { status: number; out: string };
/** Runs the command as a person would, in a process of its own. */
const rogatory = (...words: string[]): Promise<Answer> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', command, ...words],
      { cwd: project },
      (error, stdout, stderr) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, out: stdout + stderr }),
    );
  });

const written = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

let text: string;
let light: string;
beforeAll(async () => {
  text = JSON.stringify(await certified('SC09', { version: programVersion() }));
  light = JSON.stringify(await certified('SC09', { version: programVersion(), byReference: true }));
});

describe('rogatory verify', () => {
  it('says that a certificate is valid, with status 0', async () => {
    const { status, out } = await rogatory('verify', written('whole.json', text));
    expect(status).toBe(0);
    expect(out).toContain('whole.json  valid:');
  });

  it('names the part of a changed byte, with status 1', async () => {
    const changed = text.replace(/("frame":.*?"requestingState":")[A-Z]/, '$1Q');
    expect(changed).not.toBe(text);
    const { status, out } = await rogatory('verify', written('changed.json', changed));
    expect(status).toBe(1);
    expect(out).toContain('NOT valid');
    expect(out).toContain('fact requestingState of the case is not as it was certified');
  });

  it('names the place of a byte after which the file is no text or no JSON, with status 2', async () => {
    const bytes = Buffer.from(text);
    bytes[1234] = 0xff;
    const noText = await rogatory('verify', written('bytes.json', bytes));
    expect(noText.status).toBe(2);
    expect(noText.out).toContain('byte at 1234');
    const noJson = await rogatory('verify', written('cut.json', text.slice(0, -1)));
    expect(noJson.status).toBe(2);
    expect(noJson.out).toMatch(/NOT_JSON .*JSON/);
  });

  it('takes the rule set of that day from a file where the certificate carries none', async () => {
    const rules = written('rules.json', ruleSet.content);
    const certificate = written('light.json', light);
    expect(await rogatory('verify', certificate, '--rule-set', rules)).toMatchObject({ status: 0 });
    const other = written('other.json', ruleSet.content.replace('"id":"S02"', '"id":"S99"'));
    const { status, out } = await rogatory('verify', certificate, '--rule-set', other);
    expect(status).toBe(1);
    expect(out).toContain('rule page S02 was certified and is not here');
  });

  it('holds it against the trace digest of the audit trail', async () => {
    const { status, out } = await rogatory('verify', written('one.json', text), '--digest', '0'.repeat(64));
    expect(status).toBe(1);
    expect(out).toContain('trace digest is not 0000');
  });
});

describe('rogatory decide on other days', () => {
  const scenario = fileURLToPath(new URL('../../rules/examples/SC01.json', import.meta.url));

  it('takes the law in force on the day asked for', async () => {
    const { status, out } = await rogatory('decide', scenario, '--at', '2026-01-01');
    expect(status).toBe(0);
    expect(out).toContain('2026-01-01');
  });

  it.each([
    ['--at', '2026-02-30'],
    ['--known', '2026-13-01'],
    ['--known', '2999-01-01'],
  ])('refuses a day that cannot be: %s %s', async (option, day) => {
    const { status, out } = await rogatory('decide', scenario, option, day);
    expect(status).toBe(2);
    expect(out).toContain(`DATE_INVALID  ${option} ${day}`);
  });

  it('refuses a day that the rules do not reach back to', async () => {
    const { status, out } = await rogatory('decide', scenario, '--at', '1990-01-01');
    expect(status).toBe(2);
    expect(out).toContain('The rules do not reach back to 1990-01-01');
  });
});
