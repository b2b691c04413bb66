import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatted } from '../../rules/workbench/write/format.js';
import { toFill } from '../../rules/engine/load/text.js';
import { newPage } from '../../rules/workbench/write/new-page.js';
import { graphOf } from '../../rules/workbench/graph/rules.js';
import { mermaidOf } from '../../rules/workbench/graph/mermaid.js';
import { svgOf } from '../../rules/workbench/graph/svg.js';
import { findingsOfPage } from './support/a-candidate.js';
import { realRules, rulesDir } from './support/real-rules.js';

const { ruleSet } = realRules();
const pages = [...ruleSet.pages.values()].map(({ file }) => ({
  file,
  text: readFileSync(join(rulesDir, file), 'utf8'),
}));

describe('format', () => {
  it('leaves every page of the house as it stands', () => {
    expect(pages.filter(({ text }) => formatted(text) !== text).map(({ file }) => file)).toEqual([]);
  });

  it('puts words in their order, dates in quotes and one kind of line end, and moves comments along', () => {
    const written = 'id: S19\r\n# why\r\nkind: law\r\nvocabulary: 1\r\ninForce: { from: 2004-07-01 }\r\n';
    expect(formatted(written)).toBe(
      'vocabulary: 1\nid: S19\n# why\nkind: law\ninForce: { from: "2004-07-01" }\n',
    );
  });
});

describe('new', () => {
  it('writes a page that check refuses until everything is filled in, and takes then', () => {
    const made = newPage('S02.again', ruleSet);
    expect(made?.file).toBe('securing/S02.again-to-be-named.yaml');
    const text = made?.text ?? '';
    const open = findingsOfPage(made?.file ?? '', text);
    expect(open.map(({ line }) => line)).toEqual([4, 9, 13, 15, 17, 18, 20, 21, 22]);
    expect(new Set(open.map(({ says }) => says))).toEqual(new Set(['this is still to be filled in']));
    const filled = text
      .replace(`instrument: ${toFill}, article: ${toFill}`, 'instrument: office practice, article: S02')
      .replace(`fact: ${toFill}, is: true`, 'fact: publiclyAvailable, is: true')
      .replace(`open: ${toFill}`, 'safeguard: MLA_URGENT')
      .replace('given: {}, then: fires', 'given: { publiclyAvailable: true }, then: fires')
      .replace('given: {}, then: does-not-fire', 'given: { publiclyAvailable: false }, then: does-not-fire')
      .replaceAll(toFill, 'A sentence');
    expect(findingsOfPage('securing/S02.again.yaml', filled)).toEqual([]);
  });

  it('says that a rule which the catalogue does not name has to be named there', () => {
    expect(newPage('S77', ruleSet)?.next.join(' ')).toMatch(/Name S77 in catalogue\.yaml/);
    expect(newPage('S02.again', ruleSet)?.next.join(' ')).not.toMatch(/catalogue/);
    expect(newPage('Q01', ruleSet)).toBeUndefined();
  });
});

describe('graph', () => {
  it('draws around one page what it reads, who makes that, and who reads what it makes', () => {
    const { boxes, arrows } = graphOf(ruleSet, 'S02');
    expect(arrows).toContainEqual({ from: 'S01', to: 'preservation.needed', events: ['concludes'] });
    expect(arrows).toContainEqual({ from: 'preservation.needed', to: 'S02', events: ['reads'] });
    expect(arrows).toContainEqual({ from: 'art29.available', to: 'S04', events: ['reads'] });
    expect(boxes.find(({ id }) => id === 'S02')?.kind).toBe('rule');
  });

  it('names on every arrow two boxes that are there, as SVG and as Mermaid', () => {
    const whole = graphOf(ruleSet);
    const ids = new Set(whole.boxes.map(({ id }) => id));
    expect(whole.arrows.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
    expect(whole.boxes.filter(({ kind }) => kind === 'rule').length).toBeGreaterThan(140);
    const near = graphOf(ruleSet, 'S09');
    expect(mermaidOf(near)).toMatch(/"S09 [^"]+"/);
    expect(mermaidOf(near)).not.toMatch(/-- +-->/);
    expect(svgOf(near)).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  });
});
