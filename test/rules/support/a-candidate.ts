import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readRules } from '../../../rules/engine/load/load.js';
import { checkPages } from '../../../rules/workbench/check/check-pages.js';
import { check } from '../../../rules/workbench/check/check.js';
import type { Finding } from '../../../rules/workbench/finding.js';
import { realRules, rulesDir } from './real-rules.js';

/** The real rules in a folder of their own, to be broken; gone when the test ends. */
export type Candidate = {
  dir: string;
  write(file: string, content: string | Uint8Array): void;
  change(file: string, from: string, to: string): void;
  remove(file: string): void;
  /** What `rogatory rules check` finds on a day. */
  findings(today?: string): readonly Finding[];
};

export function aCandidate(): Candidate {
  const dir = mkdtempSync(join(tmpdir(), 'candidate-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  cpSync(rulesDir, dir, { recursive: true, filter: (path) => !/rules\/(engine|workbench)(\/|$)/.test(path) });
  const at = (file: string): string => join(dir, file);
  return {
    dir,
    write: (file, content) => writeFileSync(at(file), content),
    change: (file, from, to) => {
      const text = readFileSync(at(file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      writeFileSync(at(file), text.replace(from, to));
    },
    remove: (file) => rmSync(at(file), { recursive: true }),
    findings: (today = '2026-11-30') => check(dir, today).findings,
  };
}

const written = readRules(rulesDir);
const { registers } = realRules();

/** What is found on one page in the place of the one that stands. */
export const findingsOfPage = (file: string, text: string | Uint8Array): Finding[] =>
  checkPages([{ file, text }], { written, registers }, '2026-11-30');
