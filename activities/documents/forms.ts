import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { documentForms, type DocumentForm } from '../../contracts/codes.js';
import { form, wordList, type Field, type Form, type Part, type WordList } from './form-schema.js';
import { FormError, readPage } from './read-page.js';

export type FormSet = { forms: Readonly<Record<DocumentForm, Form>>; words: WordList };

/**
 * Reads `D-01.yaml` ... `D-07.yaml` and `words.yaml`. A form that `extends` another takes its fields; a field with the same
 * id takes the place of the inherited one, further fields follow.
 * @throws FormError naming file, line and column of every fault.
 */
export function loadForms(dir: string): FormSet {
  const faults: string[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FormError)) throw error;
      faults.push(...error.faults);
      return undefined;
    }
  };
  const pages = new Map<DocumentForm, Form>();
  for (const id of documentForms) {
    const page = attempt(() => readForm(dir, id));
    if (page !== undefined) pages.set(id, page);
  }
  const words = attempt(() => readPage(join(dir, 'words.yaml'), 'rules/documents/words.yaml', wordList));
  if (words === undefined || faults.length > 0) throw new FormError(faults);
  return { forms: extended(pages), words };
}

function readForm(dir: string, id: DocumentForm): Form {
  const shownAs = `rules/documents/${id}.yaml`;
  const path = join(dir, `${id}.yaml`);
  if (!existsSync(path)) throw new FormError([`${shownAs} is missing`]);
  const page = readPage(path, shownAs, form);
  const twice = page.fields.map((one) => one.id).filter((one, index, all) => all.indexOf(one) !== index);
  const faults = twice.map((one) => `${shownAs} has the field "${one}" twice`);
  if (page.id !== id) faults.push(`${shownAs} calls itself ${page.id}`);
  if (faults.length > 0) throw new FormError(faults);
  return page;
}

function extended(pages: ReadonlyMap<DocumentForm, Form>): Record<DocumentForm, Form> {
  const whole = (id: DocumentForm, seen: readonly DocumentForm[] = []): Form => {
    const page = pages.get(id);
    if (page === undefined) throw new FormError([`rules/documents/${id}.yaml is missing`]);
    if (page.extends === undefined) return page;
    if (seen.includes(id)) throw new FormError([`rules/documents/${id}.yaml extends itself`]);
    return { ...page, fields: overlay(whole(page.extends, [...seen, id]).fields, page.fields) };
  };
  return {
    'D-01': whole('D-01'),
    'D-02': whole('D-02'),
    'D-03': whole('D-03'),
    'D-04': whole('D-04'),
    'D-05': whole('D-05'),
    'D-06': whole('D-06'),
    'D-07': whole('D-07'),
  };
}

function overlay(base: readonly Field[], own: readonly Field[]): Field[] {
  const replaced = base.map((inherited) => own.find((one) => one.id === inherited.id) ?? inherited);
  const added = own.filter((one) => !base.some((inherited) => inherited.id === one.id));
  return [...replaced, ...added];
}

/** Every fact a form copies or asks about, with the scope it is read in: what the dictionary must declare. */
export function factsOfForm(page: Form): readonly { fact: string; scope: 'case' | 'item' | 'any' }[] {
  const found = new Map<string, 'case' | 'item' | 'any'>();
  const add = (fact: string, scope: 'case' | 'item' | 'any'): void => {
    if (scope !== 'any' || !found.has(fact)) found.set(fact, scope);
  };
  for (const one of page.fields) {
    for (const source of [...one.from, ...conditionsOf(one)]) {
      if ('fact' in source) add(source.fact, 'case');
      if ('item' in source) add(source.item, 'item');
      if ('decision' in source) add(source.decision, 'any');
      if ('schedule' in source) for (const column of source.schedule) add(column, 'item');
    }
  }
  return [...found].map(([fact, scope]) => ({ fact, scope }));
}

const conditionsOf = (one: Field): readonly NonNullable<Part['when']>[] =>
  [one.requiredWhen, ...one.from.map((source) => source.when)].filter((when) => when !== undefined);
