import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import canonicalize from 'canonicalize';
import { effectFacts, type Dictionary, type FactEntry } from './dictionary.js';
import { catalogueFile, parametersFile } from './schema-catalogue.js';
import { dictionaryFile } from './schema-dictionary.js';
import { page as pageSchema, type WrittenPage } from './schema-page.js';
import { textsFile } from './schema-texts.js';
import { gathering, readSource, RuleSetError, type PageFault, type Source } from './source.js';
import { CycleError, stratify } from './stratify.js';
import { loadLifeCycles } from './terms.js';
import type { Catalogue, Parameter, RuleSet } from './rule-set.js';
import { verifyPage } from './verify.js';

/** Folders of pages; the rest of `rules/` is dictionary, catalogue, parameters, registers, texts, forms and examples. */
const notPages = [
  'engine',
  'schema',
  'parameters',
  'registers',
  'life-cycles',
  'texts',
  'documents',
  'examples',
];

/**
 * Reads and checks everything under `rules/`.
 * @throws RuleSetError with every fault: file, line, column, what is wrong and what is allowed
 */
export function loadRuleSet(dir: string): RuleSet {
  const dictionary = readDictionary(dir);
  const catalogue = readCatalogue(dir);
  const parameters = readParameters(dir);
  const texts = readSource(join(dir, 'texts', 'en.yaml'), 'texts/en.yaml', textsFile).content;
  const sources = gathering(
    pageFiles(dir).map((path) => () => readSource<WrittenPage>(path, relative(dir, path), pageSchema)),
  );
  const faults = [
    ...twice(sources),
    ...sources.flatMap((source) => verifyPage(source, { dictionary, catalogue, parameters, texts })),
  ];
  if (faults.length > 0) throw new RuleSetError(faults);
  const pages = sources.map(({ content, file }) => ({ ...content, file }));
  const lifeCycles = loadLifeCycles(join(dir, 'life-cycles'));
  const content = {
    dictionary: [...dictionary.values()],
    catalogue: { ...catalogue, byFamily: undefined },
    parameters: [...parameters.values()],
    pages: pages.map(({ file: _file, ...page }) => page).sort(byId),
    lifeCycles: [...lifeCycles.values()],
  };
  return {
    dictionary,
    catalogue,
    parameters,
    texts,
    lifeCycles,
    pages: new Map(pages.sort(byId).map((page) => [page.id, page])),
    strata: inStrata(sources, () => stratify(pages, dictionary, catalogue)),
    digest: createHash('sha256')
      .update(canonicalize(content) ?? '')
      .digest('hex'),
  };
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

function pageFiles(dir: string): string[] {
  const chapters = readdirSync(dir, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !notPages.includes(entry.name),
  );
  const inChapter = (chapter: string): string[] =>
    readdirSync(join(dir, chapter))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(dir, chapter, name));
  return chapters.flatMap((chapter) => inChapter(chapter.name)).sort();
}

function readDictionary(dir: string): Dictionary {
  const source = readSource(join(dir, 'facts.yaml'), 'facts.yaml', dictionaryFile);
  const { stored, derived, concluded } = source.content;
  const entries: FactEntry[] = [
    ...stored.map((fact) => ({ ...fact, origin: 'stored' as const })),
    ...derived.map((fact) => ({ ...fact, origin: 'derived' as const })),
    ...concluded.map((fact) => ({ ...fact, origin: 'concluded' as const })),
    ...effectFacts,
  ];
  const seen = new Set<string>();
  const repeated = entries.filter((entry) => seen.size === seen.add(entry.id).size);
  if (repeated.length > 0)
    throw new RuleSetError(repeated.map(({ id }) => source.faultAt([], `fact "${id}" is declared twice`)));
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function readCatalogue(dir: string): Catalogue {
  const { content } = readSource(join(dir, 'catalogue.yaml'), 'catalogue.yaml', catalogueFile);
  return { ...content, byFamily: new Map(content.routes.map((route) => [route.family, route])) };
}

function readParameters(dir: string): ReadonlyMap<string, Parameter> {
  const folder = join(dir, 'parameters');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const files = gathering(
    names.map((name) => () => readSource(join(folder, name), `parameters/${name}`, parametersFile)),
  );
  const faults: PageFault[] = [];
  const parameters = new Map<string, Parameter>();
  for (const file of files) {
    file.content.parameters.forEach((parameter, index) => {
      if (parameters.has(parameter.id))
        faults.push(
          file.faultAt(['parameters', index, 'id'], `parameter "${parameter.id}" is declared twice`),
        );
      const dates = parameter.values.map(({ from }) => from);
      if (dates.join() !== [...new Set(dates)].sort().join())
        faults.push(file.faultAt(['parameters', index, 'values'], 'dates rise and none stands twice'));
      parameters.set(parameter.id, parameter);
    });
  }
  if (faults.length > 0) throw new RuleSetError(faults);
  return parameters;
}

function twice(sources: readonly Source<WrittenPage>[]): PageFault[] {
  const first = new Map<string, string>();
  return sources.flatMap(({ content, file, faultAt }) => {
    const other = first.get(content.id);
    if (other === undefined) first.set(content.id, file);
    return other === undefined ? [] : [faultAt(['id'], `rule ${content.id} stands in ${other} already`)];
  });
}

/** A ring is shown at the first of its pages. */
function inStrata<T>(sources: readonly Source<WrittenPage>[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CycleError)) throw error;
    const at = sources.find(({ content }) => error.ring.includes(`rule ${content.id}`));
    const says = `no order of evaluation exists: ${error.message}`;
    throw new RuleSetError([at?.faultAt(['when'], says) ?? { file: 'facts.yaml', line: 1, column: 1, says }]);
  }
}
