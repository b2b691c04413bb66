import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadForms } from '../../activities/documents/forms.js';
import { createPrinter } from '../../activities/documents/print.js';
import { handbookOf } from '../../rules/workbench/handbook/handbook.js';
import { htmlOf } from '../../rules/workbench/report/html.js';
import type { Block } from '../../rules/workbench/report/report.js';
import { pageTexts } from '../documents/support/pdf-text.js';
import { realRules } from './support/real-rules.js';

const rules = realRules();
const { forms } = loadForms(join(import.meta.dirname, '../../rules/documents'));
const titles = new Map(Object.values(forms).map(({ id, title }) => [id, title]));
const handbook = (state: string, language: 'en' | 'ru') =>
  handbookOf({ rules, state, language, asOf: '2026-12-01', forms: titles });

const english = await handbook('KZ', 'en');
const russian = await handbook('KZ', 'ru');

const rowsUnder = (head: string): number =>
  english.blocks.reduce(
    (sum, block) => sum + (block.head === head && 'rows' in block ? block.rows.length : 0),
    0,
  );
const words = (block: Block): string[] =>
  'lines' in block ? [block.head, ...block.lines] : [block.head, ...block.columns, ...block.rows.flat()];

describe('The handbook of an office', () => {
  it('has every route of the catalogue, and of a route that runs every clock, signature and step of its page', () => {
    const running = rules.ruleSet.catalogue.routes
      .filter(({ status }) => status !== 'dormant')
      .flatMap(({ family }) => rules.ruleSet.lifeCycles.get(family) ?? []);
    const sum = (count: (page: (typeof running)[number]) => number): number =>
      running.reduce((all, page) => all + count(page), 0);
    expect(
      english.blocks.filter(({ within, head }) => !within && head.includes('Art')).length,
    ).toBeGreaterThan(0);
    expect(rowsUnder('Clocks')).toBe(sum(({ clocks }) => clocks.length));
    expect(rowsUnder('Who signs')).toBe(
      sum(
        ({ approvals, approvalsFor }) =>
          Object.values(approvals).flat().length +
          approvalsFor.reduce((all, { urgencies, add }) => all + urgencies.length * add.length, 0),
      ),
    );
    const steps = english.blocks.filter(({ head }) => head === 'Step by step').flatMap(words);
    for (const page of running)
      for (const { does } of Object.values(page.states)) expect(steps).toContain(does.trim());
  });

  it('shows each treaty entry of the State with its source and how sure it is', () => {
    const state = rules.registers.states.get('KZ');
    const entries = Object.values(state?.treaties ?? {}).flat().length + (state?.notParty.length ?? 0);
    expect(rowsUnder('Treaties, as the register has them')).toBe(entries);
  });

  it('says where a route leads: between Kazakhstan and Germany legal assistance, and Article 29 to nobody', () => {
    const [, ...blocks] = english.blocks;
    const leadsOf = (family: 'MLA' | 'ART29'): string => {
      const title = rules.ruleSet.catalogue.routes.find((one) => one.family === family)?.title ?? family;
      return blocks
        .filter(({ head }) => head === title)
        .flatMap(words)
        .join('\n');
    };
    expect(leadsOf('MLA')).toContain('DE');
    expect(leadsOf('ART29')).toContain('In no typical case of this State it is taken.');
  });

  it('is in Russian throughout, marked as a draft, save what registers and sources say in their own words', () => {
    expect(russian.mark).toContain('DRAFT TRANSLATION');
    const lines = russian.blocks.flatMap((block) =>
      'lines' in block ? words(block) : [block.head, ...block.columns],
    );
    expect(lines.filter((line) => line.includes('[en]'))).toEqual([]);
  });

  it('is one page of HTML that needs nothing else, and a PDF with its mark on every page', () => {
    const html = htmlOf(russian);
    expect(html).not.toMatch(/<(script|link|img)|https?:\/\/[^<]*"/);
    const parts = russian.blocks
      .slice(0, 4)
      .map((block) => ({ within: false, lines: [], columns: null, rows: [], ...block }));
    const { bytes } = createPrinter('report.typ')({ ...russian, blocks: parts }, '2026-12-01');
    for (const page of pageTexts(bytes)) expect(page).toContain('DRAFTTRANSLATION');
  });

  it('is refused for a State that no register knows', async () => {
    await expect(handbook('XX', 'en')).rejects.toThrow('No register speaks of "XX".');
  });
});
