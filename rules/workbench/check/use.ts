import { factsOfPage, sourcesOf } from '../../engine/rule-set/dependencies.js';
import type { RuleSet } from '../../engine/index.js';
import { findingOf, type Finding } from '../finding.js';
import type { Checking } from './checking.js';

/** What is declared is read somewhere; what counts something says what. */
export const checkUse = (checking: Checking): Finding[] => [
  ...unusedFacts(checking),
  ...unusedParameters(checking),
  ...unusedCodes(checking),
  ...withoutUnit(checking),
];

/** Derived and concluded facts that nothing reads; an answer may be there for documents, registers and people. */
function unusedFacts({ ruleSet, written: { dictionary } }: Checking): Finding[] {
  const read = factsUsed(ruleSet);
  return (['derived', 'concluded'] as const).flatMap((part) =>
    dictionary.content[part].flatMap(({ id }, index) =>
      read.has(id)
        ? []
        : [findingOf('unused', dictionary.faultAt([part, index, 'id'], `nothing reads "${id}"`))],
    ),
  );
}

function factsUsed(ruleSet: RuleSet): ReadonlySet<string> {
  const { pages, catalogue, dictionary, lifeCycles } = ruleSet;
  return new Set([
    ...[...pages.values()].flatMap((page) => [
      ...factsOfPage(page, catalogue),
      ...page.then.flatMap((effect) =>
        'block' in effect ? [effect.cure.fact] : 'ask' in effect ? effect.facts : [],
      ),
    ]),
    ...[...dictionary.values()].flatMap(sourcesOf),
    ...wordsIn([catalogue.routes, [...lifeCycles.values()], [...pages.values()].map(({ then }) => then)]),
  ]);
}

function unusedParameters({ ruleSet: { pages, dictionary }, written }: Checking): Finding[] {
  const named = wordsIn([[...pages.values()], [...dictionary.values()]]);
  return written.parameters.flatMap(({ content, faultAt }) =>
    content.parameters.flatMap(({ id, readBy }, index) =>
      readBy !== undefined || named.has(id)
        ? []
        : [findingOf('unused', faultAt(['parameters', index, 'id'], `no page names "${id}"`))],
    ),
  );
}

/** Legal bases are a closed list of the specification, and some wait for law that is not in force. */
function unusedCodes({ ruleSet: { pages, catalogue }, written: { texts } }: Checking): Finding[] {
  const used = wordsIn([[...pages.values()], catalogue]);
  return (['reasons', 'blockers', 'questions', 'safeguards', 'measures'] as const).flatMap((kind) =>
    Object.keys(texts.content[kind])
      .filter((code) => !used.has(code))
      .map((code) =>
        findingOf('unused', texts.faultAt([kind, code], `no page and no route uses ${code} of the ${kind}`)),
      ),
  );
}

function withoutUnit({ written: { dictionary, parameters } }: Checking): Finding[] {
  const silent = (says: string) => `${says} is a number of what? Say its unit`;
  const facts = (['stored', 'derived', 'concluded'] as const).flatMap((part) =>
    dictionary.content[part].flatMap((fact, index) => {
      const isRank = 'derive' in fact && 'order' in fact.derive;
      return fact.type !== 'integer' || fact.unit !== undefined || isRank
        ? []
        : [findingOf('unit-missing', dictionary.faultAt([part, index, 'id'], silent(`"${fact.id}"`)))];
    }),
  );
  const figures = parameters.flatMap(({ content, faultAt }) =>
    content.parameters.flatMap(({ id, unit, values }, index) =>
      unit !== undefined || values.every(({ value }) => typeof value !== 'number')
        ? []
        : [findingOf('unit-missing', faultAt(['parameters', index, 'id'], silent(`"${id}"`)))],
    ),
  );
  return [...facts, ...figures];
}

/** Every text that stands as a value somewhere inside. */
function wordsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (value instanceof Map) wordsIn([...value.values()], found);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) wordsIn(part, found);
  return found;
}
