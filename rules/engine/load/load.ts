import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { RuleSet } from '../rule-set/rule-set.js';
import { catalogueFile, parametersFile, type ParametersFile } from '../schema/catalogue.js';
import { dictionaryFile } from '../schema/dictionary.js';
import { page as pageSchema, type WrittenPage } from '../schema/page.js';
import { textsFile, wordingFile, type WordingFile } from '../schema/texts.js';
import { gathering, readSource, RuleSetError, type Source } from './source.js';
import { lint } from './lint.js';
import { readLifeCycles } from '../merge/terms.js';
import { assemble, type Written } from './written.js';

/** Folders of pages; the rest of `rules/` is dictionary, catalogue, parameters, registers, texts, forms, mails and examples. */
const notPages = [
  'engine',
  'schema',
  'parameters',
  'registers',
  'life-cycles',
  'texts',
  'documents',
  'intake',
  'mail',
  'examples',
  'workbench',
];

/**
 * Reads and checks everything under `rules/`.
 * @throws RuleSetError with every fault: file, line, column, what is wrong and what is allowed
 */
export function loadRuleSet(dir: string): RuleSet {
  return holdTogether(readRules(dir));
}

/** Everything under `rules/` that makes a rule set, read and not yet held together. Throws RuleSetError. */
export function readRules(dir: string): Written {
  return {
    dictionary: readSource(join(dir, 'facts.yaml'), 'facts.yaml', dictionaryFile),
    catalogue: readSource(join(dir, 'catalogue.yaml'), 'catalogue.yaml', catalogueFile),
    parameters: readParameters(join(dir, 'parameters')),
    texts: readSource(join(dir, 'texts', 'en.yaml'), 'texts/en.yaml', textsFile),
    wordings: readWordings(join(dir, 'texts')),
    lifeCycles: readLifeCycles(join(dir, 'life-cycles')),
    pages: gathering(pageFiles(dir).map((path) => () => readPage(path, relative(dir, path)))),
  };
}

/** The rule set of what was read. Throws RuleSetError. */
export function holdTogether(written: Written): RuleSet {
  const ruleSet = assemble(written);
  const faults = lint(written, ruleSet);
  if (faults.length > 0) throw new RuleSetError(faults);
  return ruleSet;
}

/** Translations (`texts/ru.yaml`) and labels (`texts/labels/<language>.yaml`); the English codes stand apart. */
const readWordings = (folder: string): Source<WordingFile>[] =>
  gathering(
    [
      ...yamlIn(folder).filter((name) => name !== 'en.yaml'),
      ...yamlIn(join(folder, 'labels')).map((name) => `labels/${name}`),
    ].map((name) => () => readSource(join(folder, name), `texts/${name}`, wordingFile)),
  );

const readPage = (path: string, file: string): Source<WrittenPage> =>
  readSource<WrittenPage>(path, file, pageSchema);

function pageFiles(dir: string): string[] {
  const chapters = readdirSync(dir, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !notPages.includes(entry.name),
  );
  return chapters.flatMap(({ name }) => yamlIn(join(dir, name)).map((file) => join(dir, name, file))).sort();
}

const readParameters = (folder: string): Source<ParametersFile>[] =>
  gathering(
    yamlIn(folder).map((name) => () => readSource(join(folder, name), `parameters/${name}`, parametersFile)),
  );

function yamlIn(folder: string): string[] {
  if (!existsSync(folder))
    throw new RuleSetError([{ file: basename(folder), line: 1, column: 1, says: 'the folder is missing' }]);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}
