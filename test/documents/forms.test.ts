import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentForms } from '../../contracts/codes.js';
import { factsOfForm, loadForms } from '../../activities/documents/index.js';
import { RuleSetError } from '../../rules/engine/index.js';
import { formSet, formsDir } from './support/forms.js';

describe('the shipped forms', () => {
  it.each(documentForms)('%s numbers its fields once each', (form) => {
    const numbers = formSet.forms[form].fields.map((field) => field.number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('D-02 has the 21 fields of the specification, D-03 adds its own to them', () => {
    expect(formSet.forms['D-02'].fields.map((field) => field.number)).toEqual(
      Array.from({ length: 21 }, (_, index) => String(index + 1)),
    );
    const added = formSet.forms['D-03'].fields.slice(21).map((field) => field.id);
    expect(added).toEqual(['art29Reference', 'communication', 'path', 'sameDay']);
  });

  it('D-04 has all of D-01 and its own', () => {
    const ids = new Set(formSet.forms['D-04'].fields.map((field) => field.id));
    for (const field of formSet.forms['D-01'].fields) expect(ids).toContain(field.id);
    expect(ids).toContain('leastIntrusive');
  });

  it('D-07 has the 23 fields of the specification', () => {
    expect(formSet.forms['D-07'].fields).toHaveLength(23);
  });

  it('lists the facts a form reads, with the scope it reads them in', () => {
    const facts = factsOfForm(formSet.forms['D-04']);
    expect(facts).toContainEqual({ fact: 'relevance', scope: 'item' });
    expect(facts).toContainEqual({ fact: 'offence.summary', scope: 'case' });
    expect(facts).toContainEqual({ fact: 'identifiers', scope: 'item' });
    expect(facts).toContainEqual({ fact: 'request.certificateWanted', scope: 'case' });
  });
});

describe('a page that an adviser broke', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'forms-'));
    cpSync(formsDir, dir, { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const edit = (file: string, from: string, to: string): readonly string[] => {
    const path = join(dir, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    try {
      loadForms(dir);
    } catch (error) {
      if (error instanceof RuleSetError) return error.message.split('\n');
      throw error;
    }
    return [];
  };

  const lineOf = (file: string, text: string): number =>
    readFileSync(join(formsDir, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1;

  it('names file, line and column of an unknown word', () => {
    const faults = edit('D-01.yaml', 'person: drafter.name', 'person: drafter.shoe');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(
      new RegExp(`^rules/documents/D-01.yaml:${lineOf('D-01.yaml', 'drafter.name')}:\\d+ `),
    );
    expect(faults[0]).toContain('drafter.name');
  });

  it('names an unknown key', () => {
    const faults = edit('D-05.yaml', 'required: R', 'requird: R');
    expect(faults.join('\n')).toContain('requird');
  });

  it('refuses a condition with two tests', () => {
    const faults = edit(
      'D-05.yaml',
      'lot: categories, is: CONTENT',
      'lot: categories, is: CONTENT, isKnown: true',
    );
    expect(faults.join('\n')).toContain('exactly one of is, in, isKnown');
  });

  it('refuses requiredWhen on a field that is required always', () => {
    const faults = edit(
      'D-05.yaml',
      'required: C\n    requiredWhen: { lot: categories',
      'required: R\n    requiredWhen: { lot: categories',
    );
    expect(faults.join('\n')).toContain('required: C');
  });

  it('refuses a required field whose parts are all optional', () => {
    const faults = edit(
      'D-01.yaml',
      '{ fact: request.preserveDays,',
      '{ fact: request.preserveDays, optional: true,',
    );
    expect(faults.join('\n')).toContain('atLeastOne');
  });

  it('refuses the same key twice, and broken YAML', () => {
    expect(edit('D-06.yaml', 'id: D-06', 'id: D-06\nid: D-06').join('\n')).toMatch(/D-06.yaml:\d+:\d+/);
    expect(edit('D-07.yaml', 'fields:', 'fields: [').join('\n')).toMatch(/D-07.yaml:\d+:\d+/);
  });

  it('refuses the same field twice', () => {
    const faults = edit('D-01.yaml', 'id: account', 'id: related');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^rules\/documents\/D-01.yaml:\d+:\d+ {2}the field "related" stands twice$/);
  });

  it('refuses a form that is missing, one under another name, and a ring of forms', () => {
    const [renamed] = edit('D-02.yaml', 'id: D-02', 'id: D-01');
    expect(renamed).toMatch(/^rules\/documents\/D-02.yaml:\d+:\d+ {2}the page calls itself D-01$/);
    cpSync(formsDir, dir, { recursive: true });
    expect(edit('D-01.yaml', 'id: D-01', 'id: D-01\nextends: D-04').join()).toContain('extends itself');
    cpSync(formsDir, dir, { recursive: true });
    rmSync(join(dir, 'D-06.yaml'));
    expect(() => loadForms(dir)).toThrow(/rules\/documents\/D-06.yaml:1:1 {2}is missing/);
  });

  it('tells all faults of all pages at once', () => {
    edit('D-06.yaml', 'required: R', 'required: X');
    expect(edit('D-07.yaml', 'required: R', 'required: Y').length).toBeGreaterThanOrEqual(2);
  });
});
