import { z } from 'zod';
import type { Dictionary } from '../rule-set/dictionary.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { catalogueFile, parametersFile } from '../schema/catalogue.js';
import { lifeCyclePage } from '../schema/life-cycle.js';
import { dictionaryFile } from '../schema/dictionary.js';
import { page } from '../schema/page.js';
import { textsFile, wordingFile } from '../schema/texts.js';
import { RuleSetError, type PageFault, type Source } from './source.js';
import { assemble, canonicalText, dictionaryOf, type Written } from './written.js';

/**
 * A rule set as one JSON document: what its digest is taken of (RFC 8785), and all that is needed to read it again. What was
 * kept once has to stay readable: a later member of any schema in here has a default, and none is taken away.
 */
const ruleSetContent = z.strictObject({
  form: z.literal(1),
  dictionary: dictionaryFile,
  catalogue: catalogueFile,
  parameters: parametersFile.shape.parameters,
  texts: textsFile,
  /** Absent from content that was kept before there were any. */
  wordings: z.array(wordingFile).default([]),
  lifeCycles: z.array(lifeCyclePage),
  pages: z.array(page),
});

/**
 * The rule set of a content, checked as files are. Its digest is the digest of the content.
 * @param content as `RuleSet.content` is once it is parsed
 * @throws RuleSetError naming the place of every fault inside the content
 */
export function loadRuleSetFrom(content: unknown): RuleSet {
  return assemble(writtenFrom(content), canonicalText(content));
}

/** The dictionary alone of a content that was kept. Throws RuleSetError. */
export const dictionaryFrom = (content: unknown): Dictionary =>
  dictionaryOf(
    within(['dictionary'], ruleSetContent.pick({ dictionary: true }).strip().parse(content).dictionary),
  );

/**
 * What was written into a content, each part with its place in it. Pages stand in the files that `files` names by their id.
 * @throws RuleSetError where it is no content
 */
export function writtenFrom(content: unknown, files: ReadonlyMap<string, string> = new Map()): Written {
  const read = ruleSetContent.safeParse(content);
  if (!read.success)
    throw new RuleSetError(read.error.issues.map(({ path, message }) => placed(path, message)));
  const { dictionary, catalogue, parameters, texts, wordings, lifeCycles, pages } = read.data;
  return {
    dictionary: within(['dictionary'], dictionary),
    catalogue: within(['catalogue'], catalogue),
    parameters: [within([], { parameters })],
    texts: within(['texts'], texts),
    wordings: wordings.map((one, index) => within(['wordings', index], one)),
    lifeCycles: lifeCycles.map((one, index) => within(['lifeCycles', index], one, `${one.family}.yaml`)),
    pages: pages.map((one, index) => {
      const file = files.get(one.id);
      return file === undefined ? within(['pages', index], one, one.id) : inFile(file, one);
    }),
  };
}

function within<T>(place: readonly PropertyKey[], content: T, file = 'rule set'): Source<T> {
  return { file, content, faultAt: (path, says) => placed([...place, ...path], says) };
}

const inFile = <T>(file: string, content: T): Source<T> => ({
  file,
  content,
  faultAt: (path, says) => ({ ...placed(path, says), file }),
});

const placed = (path: readonly PropertyKey[], says: string): PageFault => ({
  file: 'rule set',
  line: 1,
  column: 1,
  says: `/${path.map(String).join('/')}: ${says}`,
});
