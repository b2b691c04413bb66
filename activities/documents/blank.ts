import { createPrinter } from './print.js';
import type { Field, Form, Part, WordList } from './form-schema.js';
import { loadBlankPage, type BlankLanguage, type BlankPage, type Translation } from './blank-page.js';
import { loadForms } from './forms.js';
import { trainingMark } from './resolve-form.js';

/** Whom the office calls, in order. */
export type CallList = readonly {
  order: number;
  who: string;
  role: string;
  number: string;
  after?: string | undefined;
}[];
export type BlankAsked = { language: BlankLanguage; training: boolean; callList: CallList | null };

/** Sentences of the blank that have no translation: a page that says half of itself in another language is not printed. */
export class Untranslated extends Error {
  constructor(sentences: readonly string[]) {
    super(`No translation of: ${sentences.map((one) => `"${one}"`).join(', ')}`);
    this.name = 'Untranslated';
  }
}

/**
 * Prints blanks of D-05: the fields of the form with room to write, the true times, the approval by phone and the call list.
 * Needs the pages and fonts of this installation and nothing else: neither store nor network.
 * @throws RuleSetError for a page that cannot be read, Untranslated when printing
 */
export function createBlanks({ formsDir, fontsDir }: { formsDir: string; fontsDir?: string }) {
  const { forms, words } = loadForms(formsDir);
  const page = loadBlankPage(formsDir);
  const print = createPrinter('blank.typ', fontsDir);
  return (asked: BlankAsked): Uint8Array =>
    print(blankContent(forms[page.id], page, words, asked), '1970-01-01').bytes;
}

/** What stands on the blank, in the language that was asked for; each sentence once translated or as it stands. */
export function blankContent(form: Form, page: BlankPage, words: WordList, asked: BlankAsked) {
  const { say, missing, translation } = speaking(page, asked.language);
  const content = {
    form: form.id,
    mark: asked.training ? trainingMark : null,
    language: asked.language,
    note: translation?.note ?? null,
    title: say(page.title),
    how: say(page.how),
    to: say(form.to),
    classification: say(form.classification),
    opening: say(form.opening.trim()),
    closing: say(form.closing.trim()),
    fields: form.fields.map((field) => fieldOf(field, say)),
    items: { columns: page.itemColumns.map(say), rows: page.itemRows },
    times: { title: say(page.times.title), rows: page.times.rows.map(say) },
    approval: { title: say(page.approval.title), rows: page.approval.rows.map(say) },
    calls: callsOf(page, words, asked.callList, say),
    signatures: [say(form.signatures.drafter), say(form.signatures.approvals)],
  };
  if (missing.size > 0) throw new Untranslated([...missing]);
  return content;
}

type Say = (sentence: string) => string;

function speaking(page: BlankPage, language: BlankLanguage) {
  const translation: Translation | undefined = page.translations.find((one) => one.language === language);
  const missing = new Set<string>();
  const say: Say = (sentence) => {
    if (language === 'en') return sentence;
    const found = translation?.said[sentence];
    if (found === undefined) missing.add(sentence);
    return found ?? sentence;
  };
  return { say, missing, translation };
}

function fieldOf({ number, section, title, from }: Field, say: Say) {
  const rows = from.flatMap((part) => rowOf(part, say));
  return { number, section: say(section), title: say(title), rows };
}

/** A fixed sentence is printed; what the system would copy is room to write; items and signatures have places of their own. */
function rowOf(part: Part, say: Say): { text: string; room: boolean }[] {
  if ('text' in part) return [{ text: say(part.text.trim()), room: false }];
  if ('schedule' in part || 'signatures' in part) return [];
  return [{ text: part.label === undefined ? '' : say(part.label), room: true }];
}

function callsOf({ callList }: BlankPage, words: WordList, list: CallList | null, say: Say) {
  const roleOf = (code: string): string =>
    Object.entries(words.roles).find(([role]) => role === code)?.[1] ?? code;
  return {
    title: say(callList.title),
    columns: callList.columns.map(say),
    none: say(callList.none),
    rows: (list ?? [])
      .toSorted((one, other) => one.order - other.order)
      .map(({ order, who, role, number, after }) => [
        ...[String(order), who, say(roleOf(role)), number],
        after ?? say(callList.atOnce),
      ]),
  };
}
