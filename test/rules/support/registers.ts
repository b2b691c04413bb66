import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { RuleSetError } from '../../../rules/engine/index.js';
import { loadRegisters, type Asking } from '../../../rules/engine/registers/index.js';

export const registersDir = join(import.meta.dirname, '../../../rules/registers');

/** Asked on a day on which the registers are read; ages count. */
export const live: Asking = { asOf: '2026-11-24', maxAgeDays: 180 };
/** As in training: age of an entry is set aside. */
export const training: Asking = { ...live, checks: 'ASSUMED' };

/** Copy of the real registers with one passage of one file changed; `find` must be there. */
export function changed(file: string, find: string | RegExp, replace: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'registers-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  cpSync(registersDir, dir, { recursive: true });
  const path = join(dir, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(find, replace);
  if (after === before) throw new Error(`nothing to change in ${file}`);
  writeFileSync(path, after);
  return dir;
}

/** Faults of a folder as `file:line says`, or an empty list when it loads. */
export function faultsOf(dir: string): string[] {
  try {
    loadRegisters(dir);
    return [];
  } catch (error) {
    if (!(error instanceof RuleSetError)) throw error;
    return error.faults.map((fault) => `${fault.file}:${fault.line} ${fault.says}`);
  }
}

/** Line of the first line of a changed file that contains a text, counted from 1. */
export const lineOf = (dir: string, file: string, text: string): number =>
  readFileSync(join(dir, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;
