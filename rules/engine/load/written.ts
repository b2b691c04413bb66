import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import canonicalize from 'canonicalize';
import { faultsOfPage } from './check-life-cycle.js';
import { effectFacts, type Dictionary, type FactEntry } from '../rule-set/dictionary.js';
import type { Catalogue, Parameter, RuleSet } from '../rule-set/rule-set.js';
import type { CatalogueFile, ParametersFile } from '../schema/catalogue.js';
import type { LifeCyclePage } from '../schema/life-cycle.js';
import type { DictionaryFile } from '../schema/dictionary.js';
import type { WrittenPage } from '../schema/page.js';
import type { Texts, WordingFile } from '../schema/texts.js';
import { RuleSetError, type PageFault, type Source } from './source.js';
import { CycleError, stratify } from './stratify.js';
import { verifyPage } from './verify.js';

/**
 * Everything a rule set is made of, as it was written and not yet held together: from the files under `rules/`, or from the
 * content that was kept under a digest. What is not in here is in no rule set.
 */
export type Written = {
  dictionary: Source<DictionaryFile>;
  catalogue: Source<CatalogueFile>;
  parameters: readonly Source<ParametersFile>[];
  texts: Source<Texts>;
  wordings: readonly Source<WordingFile>[];
  lifeCycles: readonly Source<LifeCyclePage>[];
  pages: readonly Source<WrittenPage>[];
};

/**
 * Holds what was written together, and names it by its content.
 * @param content text that was kept; it keeps its digest also where a later schema reads more into it than it says
 * @throws RuleSetError with every fault: its place, what is wrong and what is allowed
 */
export function assemble(written: Written, content = canonicalText(contentOf(written))): RuleSet {
  const dictionary = dictionaryOf(written.dictionary);
  const catalogue = catalogueOf(written.catalogue.content);
  const parameters = parametersOf(written.parameters);
  const texts = written.texts.content;
  const faults = [
    ...written.lifeCycles.flatMap(lifeCycleFaults),
    ...twice(written.pages),
    ...written.pages.flatMap((page) => verifyPage(page, { dictionary, catalogue, parameters, texts })),
  ];
  if (faults.length > 0) throw new RuleSetError(faults);
  const pages = written.pages.map(({ content: page, file }) => ({ ...page, file })).sort(byId);
  return {
    dictionary,
    catalogue,
    parameters,
    texts,
    wordings: written.wordings.map(({ content: wording }) => wording),
    lifeCycles: new Map(written.lifeCycles.map(({ content: page }) => [page.family, page])),
    pages: new Map(pages.map((page) => [page.id, page])),
    strata: inStrata(written.pages, () => stratify(pages, dictionary, catalogue)),
    content,
    digest: createHash('sha256').update(content).digest('hex'),
  };
}

/** RFC 8785 text; members that are undefined are not there. */
export const canonicalText = (value: unknown): string =>
  canonicalize(JSON.parse(JSON.stringify(value))) ?? '';

/** What was written, without the files it stood in and in an order of its own: the same rules have one content. */
export const contentOf = (written: Written) => ({
  form: 1 as const,
  dictionary: written.dictionary.content,
  catalogue: written.catalogue.content,
  parameters: written.parameters.flatMap(({ content }) => content.parameters).sort(byId),
  texts: written.texts.content,
  ...(written.wordings.length > 0 && { wordings: written.wordings.map(({ content }) => content) }),
  lifeCycles: written.lifeCycles.map(({ content }) => content).sort((a, b) => (a.family < b.family ? -1 : 1)),
  pages: written.pages.map(({ content }) => content).sort(byId),
});

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** Every fact of a dictionary by its id. Throws RuleSetError for one that stands twice. */
export function dictionaryOf({ content, faultAt }: Source<DictionaryFile>): Dictionary {
  const { stored, derived, concluded } = content;
  const entries: FactEntry[] = [
    ...stored.map((fact) => ({ ...fact, origin: 'stored' as const })),
    ...derived.map((fact) => ({ ...fact, origin: 'derived' as const })),
    ...concluded.map((fact) => ({ ...fact, origin: 'concluded' as const })),
    ...effectFacts,
  ];
  const seen = new Set<string>();
  const repeated = entries.filter((entry) => seen.size === seen.add(entry.id).size);
  if (repeated.length > 0)
    throw new RuleSetError(repeated.map(({ id }) => faultAt([], `fact "${id}" is declared twice`)));
  return new Map(entries.map((entry) => [entry.id, entry]));
}

const catalogueOf = (content: CatalogueFile): Catalogue => ({
  ...content,
  byFamily: new Map(content.routes.map((route) => [route.family, route])),
});

function parametersOf(files: readonly Source<ParametersFile>[]): ReadonlyMap<string, Parameter> {
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

const lifeCycleFaults = ({ content, file, faultAt }: Source<LifeCyclePage>): PageFault[] =>
  faultsOfPage(content, basename(file)).map(({ at, says }) => faultAt(at, says));

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
