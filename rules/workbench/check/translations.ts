import { Wording } from '../../engine/wording/wording.js';
import { findingOf, type Finding } from '../finding.js';
import type { Checking } from './checking.js';

/** Sentences that an officer reads stand in Russian too: reasons of pages, codes, questions, names of instruments. */
export const checkTranslations = (checking: Checking): Finding[] => [
  ...pages(checking),
  ...codes(checking),
  ...questions(checking),
  ...instruments(checking),
];

const pages = ({ written }: Checking): Finding[] =>
  written.pages
    .filter(({ content: { because } }) => because.ru === undefined)
    .map(({ faultAt }) =>
      findingOf('translation-missing', faultAt(['because'], 'the reason has no Russian sentence')),
    );

function codes({ ruleSet, written: { texts } }: Checking): Finding[] {
  const russian = new Wording(ruleSet, 'ru');
  return (['reasons', 'blockers', 'questions', 'safeguards'] as const).flatMap((kind) =>
    Object.keys(texts.content[kind])
      .filter((code) => fellBack(russian.says(kind, code)))
      .map((code) =>
        findingOf('translation-missing', texts.faultAt([kind, code], `${code} has no Russian sentence`)),
      ),
  );
}

function questions({ ruleSet, written: { dictionary } }: Checking): Finding[] {
  const russian = new Wording(ruleSet, 'ru');
  return dictionary.content.stored.flatMap(({ id, setBy }, index) =>
    setBy === 'system' || !fellBack(russian.asks(id))
      ? []
      : [
          findingOf(
            'translation-missing',
            dictionary.faultAt(
              ['stored', index, 'question'],
              `the question of "${id}" has no Russian sentence`,
            ),
          ),
        ],
  );
}

function instruments({ ruleSet: { wordings }, written }: Checking): Finding[] {
  const named = new Set(
    wordings.filter(({ language }) => language === 'ru').flatMap((file) => Object.keys(file.instruments)),
  );
  return written.pages.flatMap(({ content, faultAt }) =>
    content.reference.flatMap(({ instrument }, index) =>
      named.has(instrument)
        ? []
        : [
            findingOf(
              'translation-missing',
              faultAt(['reference', index, 'instrument'], `"${instrument}" has no Russian name`),
            ),
          ],
    ),
  );
}

/** Wording marks a sentence that fell back with the language it stands in. */
const fellBack = (sentence: string): boolean => sentence.endsWith(' [en]');
