import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadRuleSet, RuleSetError, type RuleSet } from '../../../rules/engine/index.js';
import { catalogue, dictionary, lifeCycle, parameters, texts } from './a-house.js';

export type Files = Record<string, string>;
export type Written = {
  dir: string;
  load(): RuleSet;
  read(file: string): string;
  /** Every fault as `file:line:column  what is wrong`; empty when the set loads. */
  faults(): string[];
  /** `file:line:column` where a text stands first in a file; with `after`, first behind that other text. */
  at(file: string, text: string, after?: string): string;
};

const families = ['P2P', 'PROV_PRES', 'PROV_DISC', 'ART29', 'MLA'];

const house: Files = {
  'facts.yaml': dictionary,
  'catalogue.yaml': catalogue,
  'parameters/law.yaml': parameters,
  'texts/en.yaml': texts,
  'texts/labels/.keep': '',
  ...Object.fromEntries(families.map((family) => [`life-cycles/${family}.yaml`, lifeCycle(family)])),
};

/** A small rule set in a folder of its own, gone when the test ends. `files` come beside the house, or in the place of its own. */
export function aRuleSet(files: Files): Written {
  const dir = mkdtempSync(join(tmpdir(), 'rule-set-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return write(dir, files);
}

function write(dir: string, files: Files): Written {
  for (const [name, text] of Object.entries({ ...house, ...files })) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return {
    dir,
    load: () => loadRuleSet(dir),
    read: (file) => readFileSync(join(dir, file), 'utf8'),
    faults: () => faultsOf(dir),
    at: (file, text, after) => `${file}:${placeOf(readFileSync(join(dir, file), 'utf8'), text, after)}`,
  };
}

/** Loads a small rule set and leaves nothing behind: for properties, which load many. */
export function loaded(files: Files): RuleSet {
  const dir = mkdtempSync(join(tmpdir(), 'rule-set-'));
  try {
    return write(dir, files).load();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function faultsOf(dir: string): string[] {
  try {
    loadRuleSet(dir);
    return [];
  } catch (error) {
    if (error instanceof RuleSetError) return error.message.split('\n');
    throw error;
  }
}

function placeOf(content: string, text: string, after = ''): string {
  const offset = content.indexOf(text, content.indexOf(after) + after.length);
  if (offset < 0 || !content.includes(after)) throw new Error(`nowhere: ${after} ${text}`);
  const before = content.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

export type PageParts = {
  id?: string;
  concerns?: 'case' | 'item';
  kind?: string;
  status?: string;
  reference?: string;
  inForce?: string;
  /** Flow YAML on one line. */
  when?: string;
  then?: readonly string[];
  examples?: readonly string[];
  /** Lines at the end, as they stand. */
  more?: string;
};

const always = '{ fact: offence.maxPenaltyMonths, atLeast: 0 }';

/** A page that loads; what a test is about takes the place of its own parts. */
export const aPage = (parts: PageParts = {}): string =>
  [
    'vocabulary: 1',
    `id: ${parts.id ?? 'G01'}`,
    'title: A page of a test',
    `kind: ${parts.kind ?? 'policy'}`,
    `concerns: ${parts.concerns ?? 'item'}`,
    `status: ${parts.status ?? 'confirmed'}`,
    'reference:',
    `  - ${parts.reference ?? '{ instrument: office practice, mark: P, says: nothing }'}`,
    `inForce: ${parts.inForce ?? '{ from: "2000-01-01" }'}`,
    `when: ${parts.when ?? always}`,
    'then:',
    ...(parts.then ?? ['{ safeguard: SG_0 }']).map((effect) => `  - ${effect}`),
    'because:',
    '  en: It is a test.',
    'examples:',
    ...(
      parts.examples ?? [
        '{ says: it fires, given: { offence.maxPenaltyMonths: 12 }, then: fires }',
        '{ says: it does not, given: { offence.maxPenaltyMonths: 0 }, then: does-not-fire }',
      ]
    ).map((example) => `  - ${example}`),
    ...(parts.more === undefined ? [] : [parts.more]),
    '',
  ].join('\n');
