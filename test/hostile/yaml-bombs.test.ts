import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSource, RuleSetError, type PageFault } from '../../rules/engine/load/source.js';
import { readFile } from '../../rules/engine/registers/read.js';

const folder = mkdtempSync(join(tmpdir(), 'rogatory-yaml-'));
afterAll(() => rmSync(folder, { recursive: true }));

const asPage = (text: string): readonly PageFault[] => {
  writeFileSync(join(folder, 'bomb.yaml'), text);
  try {
    readSource(join(folder, 'bomb.yaml'), 'bomb.yaml', z.unknown());
  } catch (error) {
    if (error instanceof RuleSetError) return error.faults;
    throw error;
  }
  return [];
};
const asRegister = (text: string): readonly PageFault[] => {
  const faults: PageFault[] = [];
  const read = readFile({ file: 'bomb.yaml', text }, z.unknown(), faults);
  expect(read).toBeUndefined();
  return faults;
};

/** Nine lists of nine times the one before: 387,420,489 texts, if anybody unfolded them. */
const levels = [...'abcdefghi'];
const laughs = levels
  .map((name, level) => {
    const part = level === 0 ? '"lol"' : `*${levels[level - 1]}`;
    return `${name}: &${name} [${Array.from({ length: 9 }, () => part).join(', ')}]`;
  })
  .join('\n');

describe.each([
  ['a rule page', asPage],
  ['a register', asRegister],
])('%s that unfolds to more than any memory holds', (_what, faultsOf) => {
  it('is refused at the line that begins it, before anything is unfolded', () => {
    const before = process.memoryUsage().heapUsed;
    expect(faultsOf(laughs)).toEqual([
      { file: 'bomb.yaml', line: 2, column: 8, says: '*a repeats another part: write it out here' },
    ]);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(32 * 1024 * 1024);
  });

  it('is refused when it names itself, or is longer than any file of ours', () => {
    expect(faultsOf('a: &a [*a]')[0]?.says).toContain('*a repeats another part');
    expect(faultsOf(`a: "${'x'.repeat(2_000_001)}"`)[0]?.says).toContain('is longer than');
  });
});
