import { join } from 'node:path';
import { documentForms, type DocumentForm } from '../../contracts/codes.js';
import { form, wordList, type Field, type Form, type Part, type WordList } from './form-schema.js';
import { gathering, readSource, RuleSetError } from '../../rules/engine/load/source.js';

const shownDir = 'rules/documents';

export type FormSet = { forms: Readonly<Record<DocumentForm, Form>>; words: WordList };

/**
 * Reads `D-01.yaml` ... `D-07.yaml` and `words.yaml`. A form that `extends` another takes its fields; a field with the same
 * id takes the place of the inherited one, further fields follow.
 * @throws RuleSetError naming file, line and column of every fault.
 */
export function loadForms(dir: string): FormSet {
  const words = (): WordList =>
    readSource(join(dir, 'words.yaml'), `${shownDir}/words.yaml`, wordList).content;
  const read = gathering<Form | WordList>([...documentForms.map((id) => () => readForm(dir, id)), words]);
  const forms = read.filter((one): one is Form => 'fields' in one);
  const found = read.find((one): one is WordList => !('fields' in one));
  if (found === undefined) throw new Error('the words of the forms were not read');
  return { forms: extended(new Map(forms.map((page) => [page.id, page]))), words: found };
}

function readForm(dir: string, id: DocumentForm): Form {
  const { content: page, faultAt } = readSource(join(dir, `${id}.yaml`), `${shownDir}/${id}.yaml`, form);
  const ids = page.fields.map((one) => one.id);
  const faults = ids.flatMap((one, index) =>
    ids.indexOf(one) === index ? [] : [faultAt(['fields', index, 'id'], `the field "${one}" stands twice`)],
  );
  if (page.id !== id) faults.push(faultAt(['id'], `the page calls itself ${page.id}`));
  if (page.extends === id) faults.push(faultAt(['extends'], 'the form extends itself'));
  if (faults.length > 0) throw new RuleSetError(faults);
  return page;
}

function extended(pages: ReadonlyMap<DocumentForm, Form>): Record<DocumentForm, Form> {
  const whole = (id: DocumentForm, seen: readonly DocumentForm[] = []): Form => {
    const page = pages.get(id);
    if (page === undefined || seen.includes(id)) {
      const says = page === undefined ? 'is missing' : 'extends itself over another form';
      throw new RuleSetError([{ file: `${shownDir}/${id}.yaml`, line: 1, column: 1, says }]);
    }
    if (page.extends === undefined) return page;
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
