import { describe, expect, it } from 'vitest';
import { blankContent, createBlanks, Untranslated } from '../../activities/documents/blank.js';
import { blankLanguages, loadBlankPage } from '../../activities/documents/blank-page.js';
import { loadForms } from '../../activities/documents/forms.js';
import { pageTexts } from './support/pdf-text.js';

const formsDir = new URL('../../rules/documents', import.meta.url).pathname;
const callList = [
  { order: 2, who: 'TRAINING second', role: 'HEAD_OF_OFFICE', number: 'TRAINING 2', after: '20 minutes' },
  { order: 1, who: 'TRAINING first', role: 'DUTY_SUPERVISOR', number: 'TRAINING 1' },
];
const print = createBlanks({ formsDir });
const textOf = (asked: Partial<Parameters<typeof print>[0]> = {}): string =>
  pageTexts(print({ language: 'en', training: true, callList, ...asked })).join('\n');
const squeezed = (text: string): string => text.replaceAll(' ', '');

describe('the blank of D-05', () => {
  it('has every field of the form, by its title', () => {
    const text = textOf();
    for (const { title } of loadForms(formsDir).forms['D-05'].fields) expect(text).toContain(squeezed(title));
  });

  it('asks for the true times and for the approval by phone', () => {
    const text = textOf();
    for (const asked of ['Danger known', 'Approved by phone', 'Sent', 'Number that was called'])
      expect(text).toContain(squeezed(asked));
  });

  it('shows who is called in order, and says so where the office has no list', () => {
    const text = textOf();
    expect(text.indexOf('TRAININGfirst')).toBeGreaterThan(0);
    expect(text.indexOf('TRAININGfirst')).toBeLessThan(text.indexOf('TRAININGsecond'));
    expect(textOf({ callList: null })).toContain(squeezed('The office has no call list.'));
  });

  it('is marked on every page in training, and on none at a site', () => {
    const pages = pageTexts(print({ language: 'en', training: true, callList }));
    for (const page of pages) expect(page).toContain('TRAINING-NOTAREQUEST');
    expect(textOf({ training: false, callList: null })).not.toContain('TRAINING');
  });

  it.each(blankLanguages)('is printed in %s without a sentence that was not translated', (language) => {
    expect(textOf({ language }).length).toBeGreaterThan(1000);
  });

  it('says in Russian that the translation is a draft', () => {
    expect(textOf({ language: 'ru' })).toContain(squeezed('Перевод - проект'));
  });

  it('is not printed in half a language: what is not translated is named', () => {
    const page = loadBlankPage(formsDir);
    const translations = page.translations.map((one) => {
      const said = Object.entries(one.said).filter(([sentence]) => sentence !== 'Who asks');
      return { ...one, said: Object.fromEntries(said) };
    });
    const { forms, words } = loadForms(formsDir);
    const half = () =>
      blankContent(forms['D-05'], { ...page, translations }, words, {
        language: 'ru',
        training: true,
        callList,
      });
    expect(half).toThrow(Untranslated);
    expect(half).toThrow(/"Who asks"/);
  });

  it('is the same file each time, so that it can be compared', () => {
    const [one, other] = [1, 2].map(() => Buffer.from(print({ language: 'ru', training: true, callList })));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  });
});
