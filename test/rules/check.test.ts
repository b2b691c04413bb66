import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../rules/workbench/check/check.js';
import type { CheckId } from '../../rules/workbench/finding.js';
import { sarif } from '../../rules/workbench/sarif.js';
import { aCandidate, findingsOfPage, type Candidate } from './support/a-candidate.js';
import { rulesDir } from './support/real-rules.js';

const s02 = readdirSync(join(rulesDir, 'securing')).find((name) => name.startsWith('S02-')) ?? '';
const file = `securing/${s02}`;
const text = readFileSync(join(rulesDir, file), 'utf8');

/** Letters of Windows-1251 for the Russian ones of UTF-8. */
const inWindows1251 = (words: string): Uint8Array =>
  Uint8Array.from([...words], (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code < 0x80 ? code : 0x3f;
  });

/** The page with one thing changed. */
const changed = (from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`the page has no ${from}`);
  return text.replace(from, to);
};

type PageFault = [name: string, id: CheckId, says: RegExp, page: string | Uint8Array];

const pageFaults: PageFault[] = [
  [
    'a page in Windows-1251',
    'does-not-hold',
    /^the file is saved as Windows-1251 \(it reads "Оба" so\): save it as UTF-8$/,
    inWindows1251(text),
  ],
  [
    'a page in UTF-16',
    'does-not-hold',
    /^the file is saved as UTF-16: save it as UTF-8$/,
    Uint8Array.from([0xff, 0xfe, 0x76, 0]),
  ],
  [
    'a tab',
    'does-not-hold',
    /^a tab stands here: indent with two spaces$/,
    changed('  en: Both', '\ten: Both'),
  ],
  [
    'a no-break space',
    'does-not-hold',
    /^a no-break space stands here: write a plain one$/,
    changed('  en: Both', '\u00a0\u00a0en: Both'),
  ],
  [
    'typographic quotation marks',
    'does-not-hold',
    /^a typographic quotation mark is kept as a letter: write "\.\.\."$/,
    changed('from: "2004-07-01"', 'from: \u201c2004-07-01\u201d'),
  ],
  [
    'half a page',
    'does-not-hold',
    /^"when", "then", "because", "examples" are missing: the file ends here and may be cut off$/,
    text.slice(0, text.indexOf('when:')),
  ],
  [
    'a page that is cut off within a line',
    'does-not-hold',
    /the file ends here and may be cut off$/,
    text.slice(0, text.indexOf('isKnown')),
  ],
  ['an empty page', 'does-not-hold', /^the file is empty$/, '\n'],
  [
    'two rules in one file, one after the other',
    'does-not-hold',
    /^"vocabulary" stands twice: one file holds one rule, give the second a file of its own$/,
    `${text}${text.replace('id: S02', 'id: S19')}`,
  ],
  [
    'two rules in one file, as two documents',
    'does-not-hold',
    /^a second page begins here: one file holds one rule$/,
    `${text}---\n${text.replace('id: S02', 'id: S19')}`,
  ],
  [
    'a merge that was not finished',
    'does-not-hold',
    /^a merge was not finished here$/,
    `<<<<<<< HEAD\n${text}`,
  ],
  [
    'a page whose rule the catalogue does not name',
    'page-without-rule',
    /^S92 is no rule of catalogue\.yaml\. Did you mean "S02"\?$/,
    changed('id: S02', 'id: S92'),
  ],
  [
    'an instrument that no register names',
    'law-unknown',
    /^"budapesht" is no instrument of registers\/cited-law\.yaml\. Did you mean "budapest"\?$/,
    changed('instrument: budapest,', 'instrument: budapesht,'),
  ],
  [
    'a page that is in force before its law',
    'law-not-yet',
    /^the page is in force from 2003-07-01, the law that it cites from 2004-07-01$/,
    changed('from: "2004-07-01"', 'from: "2003-07-01"'),
  ],
  [
    'an example that the page contradicts',
    'example-contradicts',
    /^"both are Parties and a request will follow" should be not met and is met$/,
    changed('OPEN_INVESTIGATION }, then: fires', 'OPEN_INVESTIGATION }, then: does-not-fire'),
  ],
  [
    'no example in doubt',
    'example-missing',
    /^an example in doubt is missing: "both are Parties and a request will follow" without an answer on /,
    changed(text.slice(text.lastIndexOf('  - {')), ''),
  ],
  [
    'no example of a day before the law',
    'example-missing',
    /^an example of a day before 2004-07-01 is missing$/,
    changed(', on: "2004-06-30"', ', on: "2004-07-01"'),
  ],
  [
    'a reason in English only',
    'translation-missing',
    /^the reason has no Russian sentence$/,
    changed(text.slice(text.indexOf('  ru: '), text.indexOf('examples:')), ''),
  ],
];

type FolderFault = [
  name: string,
  id: CheckId,
  where: string,
  says: RegExp,
  change: (rules: Candidate) => void,
];

const folderFaults: FolderFault[] = [
  [
    'a folder without its dictionary',
    'does-not-hold',
    'facts.yaml',
    /^is missing$/,
    (rules) => rules.remove('facts.yaml'),
  ],
  [
    'a folder without its parameters',
    'does-not-hold',
    'parameters',
    /^the folder is missing$/,
    (rules) => rules.remove('parameters'),
  ],
  [
    'a candidate folder that lacks half the pages',
    'rule-without-page',
    'catalogue.yaml',
    /^\d+ rules have no page, the first of them G01, .*: this folder holds only a part of the rules$/,
    (rules) => ['gates', 'assistance', 'completeness', 'rights'].forEach((one) => rules.remove(one)),
  ],
  [
    'a rule of the catalogue that has lost its page',
    'rule-without-page',
    'catalogue.yaml',
    /^rule S02 has no page$/,
    (rules) => rules.remove(file),
  ],
  [
    'a register in Windows-1251',
    'register-does-not-hold',
    'registers/sources.yaml',
    /save it as UTF-8$/,
    (rules) => rules.write('registers/sources.yaml', inWindows1251('sources: { a: Оба государства }')),
  ],
  [
    'an article that was repealed',
    'law-ended',
    file,
    /^Budapest Convention, article 29\(7\) ended on 2026-06-01 \(a protocol\), and the page goes on: end it with inForce\.until, or cite what took its place$/,
    (rules) =>
      rules.change(
        'registers/cited-law.yaml',
        'from: "2004-07-01", source: register-of-treaties',
        'from: "2004-07-01", articles: [{ article: "29(7)", until: "2026-06-01", says: a protocol }], source: register-of-treaties',
      ),
  ],
  [
    'an instrument that has ended',
    'law-ended',
    'assistance/F07-drugs-convention.yaml',
    /^UN Convention against Illicit Traffic in Drugs 1988 ended on 2026-01-01, and the page goes on/,
    (rules) =>
      rules.change(
        'registers/cited-law.yaml',
        'from: "1990-11-11"',
        'from: "1990-11-11", until: "2026-01-01"',
      ),
  ],
  [
    'a concluded fact that nothing reads',
    'unused',
    'facts.yaml',
    /^nothing reads "item\.forgotten"$/,
    (rules) =>
      rules.change(
        'facts.yaml',
        'concluded:\n',
        'concluded:\n  - { id: item.forgotten, scope: item, type: boolean, concluded: true, else: false }\n',
      ),
  ],
  [
    'a parameter that nothing names',
    'unused',
    'parameters/law.yaml',
    /^no page names "review\.forgotten"$/,
    (rules) =>
      rules.change(
        'parameters/law.yaml',
        'parameters:\n',
        'parameters:\n  - { id: review.forgotten, title: A, unit: days, kind: policy, reference: none, values: [{ from: "2000-01-01", value: 3 }] }\n',
      ),
  ],
  [
    'a figure without a unit',
    'unit-missing',
    'parameters/law.yaml',
    /^"review\.exPost" is a number of what\? Say its unit$/,
    (rules) => rules.change('parameters/law.yaml', 'not involved\n    unit: hours\n', 'not involved\n'),
  ],
  [
    'a code that nothing uses',
    'unused',
    'texts/en.yaml',
    /^no page and no route uses FORGOTTEN of the reasons$/,
    (rules) => rules.change('texts/en.yaml', 'reasons:\n', 'reasons:\n  FORGOTTEN: Nobody says it.\n'),
  ],
  [
    'a code without its Russian sentence',
    'translation-missing',
    'texts/en.yaml',
    /^SLOWER has no Russian sentence$/,
    (rules) => rules.change('texts/ru.yaml', '  SLOWER: Другой путь даёт тот же результат раньше.\n', ''),
  ],
];

describe('rules check', () => {
  it('finds nothing on the rules that the system runs with', () => {
    expect(check(rulesDir, '2026-11-30').findings).toEqual([]);
  });

  it.each(pageFaults)('names %s on a page', (_name, id, says, page) => {
    const found = findingsOfPage(file, page).filter((one) => one.check === id && one.file === file);
    expect(found.map((one) => one.says)).toContainEqual(expect.stringMatching(says));
    expect(found.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
  });

  it.each(folderFaults)('names %s where it stands', (_name, id, where, says, change) => {
    const rules = aCandidate();
    change(rules);
    const found = rules.findings().filter((one) => one.check === id && one.file === where);
    expect(found.map((one) => one.says)).toContainEqual(expect.stringMatching(says));
    expect(found.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
  });

  it('calls for a new reading of a law a year after it was read', () => {
    const found = aCandidate().findings('2027-11-22');
    expect(new Set(found.map(({ check: id }) => id))).toEqual(new Set(['reading-stale']));
    expect(found[0]?.says).toBe('the text was read 366 days ago: read it again within 365');
    expect(found[0]?.level).toBe('warning');
  });

  it('says every finding in SARIF with the line that a code host shows it at', () => {
    const found = findingsOfPage(file, changed('from: "2004-07-01"', 'from: "2003-07-01"'));
    const late = found.filter((one) => one.check === 'law-not-yet');
    expect(sarif(late, 'rules')).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'rogatory' } },
          results: [
            {
              ruleId: 'law-not-yet',
              level: 'error',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: `rules/${file}` },
                    region: { startLine: 11, startColumn: 18 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });
});

describe('what json-rules-engine takes in silence is refused with a sentence', () => {
  const aLeaf = '{ fact: preservation.needed, is: true }';
  it.each([
    ['an empty any', '{ any: [] }', /a group is never empty/],
    ['an empty all', '{ all: [] }', /a group is never empty/],
    ['any and all in one group', `{ any: [${aLeaf}], all: [${aLeaf}] }`, /"(any|all)" is no word here/],
    [
      'dates compared as texts',
      '{ fact: relation.lastChecked, greaterThan: "07-Jan-2020" }',
      /"greaterThan" is no word here: write "atLeast" for a number or a degree, "onOrAfter" for a day/,
    ],
    ['a number in quotes', '{ fact: offence.maxPenaltyMonths, atLeast: "9" }', /is a whole number/],
    ['a number compared with a word', '{ fact: offence.maxPenaltyMonths, atMost: abc }', /is a whole number/],
    [
      'not around a comparison that cannot be true',
      '{ not: { fact: offence.maxPenaltyMonths, lessThan: abc } }',
      /"lessThan" is no word here: write "atMost"/,
    ],
    [
      'a list operator on a text',
      '{ fact: provider.name, doesNotContain: x }',
      /"doesNotContain" is no word here: write \{ not: \{ fact: \.\.\., includes: \.\.\. \} \}/,
    ],
    [
      'a path into a fact',
      '{ fact: provider.name, path: $.x, isNot: x }',
      /"path" is no word here: facts are flat/,
    ],
    [
      'a fact that is declared nowhere',
      '{ fact: preservation.neded, isNot: true }',
      /Did you mean "preservation\.needed"\?/,
    ],
    [
      'a priority of a condition',
      '{ fact: preservation.needed, is: true, priority: 5 }',
      /"priority" is no word here: every condition is answered/,
    ],
    [
      'a misspelt key',
      '{ fact: preservation.needed, si: true }',
      /"si" is no word here\. Did you mean "is"\?/,
    ],
  ])('%s', (_name, condition, says) => {
    const page = text.replace(
      /when:[\s\S]*then:\n {2}- \{ conclude/,
      `when: ${condition}\nthen:\n  - { conclude`,
    );
    expect(findingsOfPage(file, page).map((one) => one.says)).toContainEqual(expect.stringMatching(says));
  });

  it('two rules of one name', () => {
    const rules = aCandidate();
    rules.write('securing/S02-again.yaml', text);
    expect(rules.findings().map((one) => one.says)).toContainEqual(
      expect.stringMatching(/^rule S02 stands in /),
    );
  });
});
