import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadForms } from '../../activities/documents/forms.js';
import { determine, frameFromScenario, languages, prose, scenarioOf } from '../../rules/engine/index.js';
import { realRules } from './support/real-rules.js';

const { ruleSet, registers } = realRules();
const { forms } = loadForms(new URL('../../rules/documents', import.meta.url).pathname);
const examples = new URL('../../rules/examples/', import.meta.url);
const files = readdirSync(examples).filter((name) => name.endsWith('.json'));
const wordingOf = (language: string) => ruleSet.wordings.filter((one) => one.language === language);

const determined = async (name: string) => {
  const json: unknown = JSON.parse(readFileSync(new URL(name, examples), 'utf8'));
  const frame = frameFromScenario(ruleSet, registers, scenarioOf(json).facts);
  return { frame, determination: await determine({ ruleSet, frame, salt: 'languages' }) };
};

/** Names that a custodian bears stand as they are in every language. */
const withoutNames = (
  text: string,
  frame: { items: readonly { facts: Readonly<Record<string, unknown>> }[] },
) =>
  frame.items
    .flatMap(({ facts }) => (typeof facts['provider.name'] === 'string' ? [facts['provider.name']] : []))
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, ''), text);

describe('The text of a determination stands in one language', () => {
  it('Russian text holds no English sentence, and English text no Russian word, in any worked case', async () => {
    const mixed: string[] = [];
    for (const name of files) {
      const { determination, frame } = await determined(name);
      const [draft = '', ...russian] = withoutNames(prose(determination, ruleSet, 'ru', frame), frame).split(
        '\n',
      );
      expect(draft).toContain('DRAFT TRANSLATION');
      mixed.push(
        ...russian.filter((line) => /[a-z]{2,} [a-z]{2,}|\[en\]/.test(line.replaceAll('probable cause', ''))),
      );
      const english = prose(determination, ruleSet, 'en', frame);
      mixed.push(...english.split('\n').filter((line) => /[\u0400-\u04ff]|\[ru\]/.test(line)));
    }
    expect([...new Set(mixed)]).toEqual([]);
  }, 180_000);

  it('every fact has its question, and every fact that rules read its name, in English and Russian', () => {
    const without = [...ruleSet.dictionary.values()].flatMap((fact) => {
      const named = (language: string) =>
        wordingOf(language).some(({ facts }) => facts[fact.id] !== undefined);
      const asked = wordingOf('ru').some(({ asks }) => asks[fact.id] !== undefined);
      return [
        ...(fact.origin === 'stored' && !asked ? [`${fact.id}: no question in Russian`] : []),
        ...(fact.origin === 'effect' || (fact.origin === 'stored' && fact.forDocuments === true)
          ? []
          : ['en', 'ru']
              .filter((language) => !named(language))
              .map((language) => `${fact.id}: no name in ${language}`)),
      ];
    });
    expect(without).toEqual([]);
  });

  it('every value that a fact may have is in words in English and Russian, unless it is a route', () => {
    const values = [...ruleSet.dictionary.values()].flatMap((fact) =>
      'values' in fact ? (fact.values ?? []) : [],
    );
    const route = (value: string) => ruleSet.catalogue.byFamily.has(value.split(':')[0] ?? value);
    const bare = ['en', 'ru'].flatMap((language) =>
      [...new Set(values)]
        .filter((value) => !route(value))
        .filter((value) => !wordingOf(language).some((one) => one.values[value] !== undefined))
        .map((value) => `${language}: ${value}`),
    );
    expect(values.length).toBeGreaterThan(100);
    expect(bare).toEqual([]);
  });

  it('every page, duty, clock and source is worded in Russian', () => {
    const said = new Set(wordingOf('ru').flatMap((one) => Object.keys(one.said)));
    const pages = [...ruleSet.pages.values()];
    const duties = pages.flatMap(({ then }) =>
      then.flatMap((effect) => ('duty' in effect ? [effect.duty] : [])),
    );
    const clocks = [...ruleSet.lifeCycles.values()].flatMap((page) => page.clocks);
    const times = ruleSet.catalogue.routes.flatMap(({ expectedTime }) => expectedTime?.source ?? []);
    const instruments = new Set(wordingOf('ru').flatMap((one) => Object.keys(one.instruments)));
    expect(pages.filter(({ because }) => because.ru === undefined).map(({ id }) => id)).toEqual([]);
    expect(
      [...duties, ...clocks.map(({ title }) => title), ...times].filter((one) => !said.has(one)),
    ).toEqual([]);
    expect(clocks.map(({ reference }) => reference.trim()).filter((one) => !said.has(one))).toEqual([]);
    expect(
      pages
        .flatMap(({ reference }) => reference.map((one) => one.instrument))
        .filter((one) => !instruments.has(one)),
    ).toEqual([]);
  });

  it('a translation names no fact, question or sentence that is not there', () => {
    const written = JSON.stringify([
      [...ruleSet.pages.values()],
      [...ruleSet.lifeCycles.values()],
      ruleSet.catalogue,
      [...ruleSet.parameters.values()],
      Object.values(forms).map(({ title }) => title),
    ]);
    const stray = ruleSet.wordings.flatMap(({ language, facts, asks, said }) =>
      [
        ...[...Object.keys(facts), ...Object.keys(asks)].filter((fact) => !ruleSet.dictionary.has(fact)),
        ...Object.keys(said).filter((sentence) => !written.includes(JSON.stringify(sentence).slice(1, -1))),
      ].map((one) => `${language}: ${one}`),
    );
    expect(stray).toEqual([]);
  });

  it('the five other languages have their own headings and say on the first line that they are drafts', async () => {
    const { determination, frame } = await determined('SC14.json');
    for (const language of languages.filter((one) => !['en', 'ru'].includes(one))) {
      const text = prose(determination, ruleSet, language, frame);
      expect(text.split('\n')[0]).toContain('DRAFT TRANSLATION');
      const own = wordingOf(language).flatMap(({ labels }) => labels['section.plan'] ?? []);
      expect(own).toHaveLength(1);
      expect(text).toContain(`${own[0]}:`);
    }
  });
});
