import { operatorOf } from '../rule-set/conditions.js';
import { factsOfEffect, isRead, readableFrom, scopesOf } from '../rule-set/dependencies.js';
import type { Dictionary, FactEntry } from '../rule-set/dictionary.js';
import { routesOf, type Catalogue, type Parameter } from '../rule-set/rule-set.js';
import type { WrittenEffect, WrittenPage } from '../schema/page.js';
import type { Texts } from '../schema/texts.js';
import type { Literal, Operator, WrittenCondition, WrittenLeaf } from '../schema/words.js';
import { didYouMean } from './nearest.js';
import type { PageFault, Source } from './source.js';
import { fits, operatorFits } from '../rule-set/value-types.js';

export type Declared = {
  dictionary: Dictionary;
  catalogue: Catalogue;
  parameters: ReadonlyMap<string, Parameter>;
  texts: Texts;
};

type Place = readonly PropertyKey[];
type Report = (place: Place, says: string) => void;
type Checking = Declared & { concerns: 'case' | 'item'; report: Report };

/** Checks that every word of a page is declared and of the right type; answers every fault with its place. */
export function verifyPage(source: Source<WrittenPage>, declared: Declared): PageFault[] {
  const faults: PageFault[] = [];
  const page = source.content;
  const checking: Checking = {
    ...declared,
    concerns: page.concerns,
    report: (place, says) => faults.push(source.faultAt(place, says)),
  };
  checkCondition(page.when, ['when'], checking);
  page.then.forEach((effect, index) => checkEffect(effect, ['then', index], checking));
  page.examples.forEach((example, index) => {
    for (const [fact, value] of Object.entries(example.given))
      checkValue(fact, value, ['examples', index, 'given', fact], checking);
  });
  checkExamples(page, checking.report);
  checkReferences(page, checking.report);
  return faults;
}

function checkExamples(page: WrittenPage, report: Report): void {
  const kinds = new Set(page.examples.map((example) => example.then));
  for (const kind of ['fires', 'does-not-fire'] as const) {
    if (!kinds.has(kind))
      report(['examples'], `an example that ${kind === 'fires' ? 'fires' : 'does not fire'} is missing`);
  }
  if (page.inForce.until !== undefined && page.inForce.until <= page.inForce.from)
    report(['inForce', 'until'], 'ends before it begins');
}

function checkReferences(page: WrittenPage, report: Report): void {
  page.reference.forEach((reference, index) => {
    if (reference.verifiedOn !== undefined && reference.mark !== 'V')
      report(['reference', index, 'verifiedOn'], 'only a text that was read (mark V) has a date of reading');
    if (page.status === 'confirmed' && (reference.mark === 'K' || reference.mark === 'S'))
      report(
        ['status'],
        `rests on a text marked ${reference.mark}: unconfirmed until a legal adviser has read it`,
      );
  });
}

function checkCondition(condition: WrittenCondition, place: Place, checking: Checking): void {
  if (condition.else !== undefined) checkCode('reasons', condition.else, [...place, 'else'], checking);
  if ('all' in condition)
    return condition.all.forEach((part, index) => checkCondition(part, [...place, 'all', index], checking));
  if ('any' in condition)
    return condition.any.forEach((part, index) => checkCondition(part, [...place, 'any', index], checking));
  if ('not' in condition) return checkCondition(condition.not, [...place, 'not'], checking);
  return checkLeaf(condition, place, checking);
}

function checkLeaf(leaf: WrittenLeaf, place: Place, checking: Checking): void {
  const entry = readFact(leaf.fact, [...place, 'fact'], checking);
  const { operator, other } = operatorOf(leaf);
  if (entry === undefined || other === true) return;
  if (!operatorFits(operator, entry))
    return checking.report([...place, operator], `"${operator}" does not read a fact of type ${entry.type}`);
  if (typeof other === 'object' && other !== null && !Array.isArray(other)) {
    if ('fact' in other) return void readFact(other.fact, [...place, operator, 'fact'], checking);
    const parameter = checking.parameters.get(other.parameter);
    if (parameter === undefined)
      return checking.report(
        [...place, operator, 'parameter'],
        `"${other.parameter}" is no parameter.${didYouMean(other.parameter, checking.parameters.keys())}`,
      );
    return parameter.values.forEach(({ value }) =>
      checkLiteral(operator, entry, value, [...place, operator], checking.report),
    );
  }
  return checkLiteral(operator, entry, other, [...place, operator], checking.report);
}

function checkLiteral(
  operator: Operator,
  entry: FactEntry,
  value: Literal,
  place: Place,
  report: Report,
): void {
  const fault = fits(entry, value, operator);
  if (fault !== undefined) report(place, fault);
}

function checkValue(fact: string, value: Literal, place: Place, checking: Checking): void {
  const entry = checking.dictionary.get(fact);
  if (entry === undefined)
    return checking.report(place, `"${fact}" is no fact.${didYouMean(fact, checking.dictionary.keys())}`);
  const fault = fits(entry, value, 'is');
  if (fault !== undefined) checking.report(place, fault);
}

function readFact(id: string, place: Place, checking: Checking): FactEntry | undefined {
  const entry = checking.dictionary.get(id);
  if (entry === undefined) {
    checking.report(place, `"${id}" is no fact.${didYouMean(id, checking.dictionary.keys())}`);
    return undefined;
  }
  if (entry.origin === 'stored' && entry.forDocuments === true)
    checking.report(place, `"${id}" is read by documents only`);
  if (!readableFrom(checking.dictionary, checking.concerns, id))
    checking.report(
      place,
      `"${id}" belongs to an item: a page of the case reads items only through a derived fact "over"`,
    );
  return entry;
}

function checkEffect(effect: WrittenEffect, place: Place, checking: Checking): void {
  if (effect.when !== undefined) checkCondition(effect.when, [...place, 'when'], checking);
  for (const fact of factsOfEffect(effect, checking.catalogue)) {
    if (!checking.dictionary.has(fact))
      checking.report(place, `"${fact}" is no fact.${didYouMean(fact, checking.dictionary.keys())}`);
  }
  if ('open' in effect) return checkRoutes([effect.open], [...place, 'open'], checking);
  if ('shut' in effect) {
    checkRoutes(typeof effect.shut === 'string' ? [effect.shut] : effect.shut, [...place, 'shut'], checking);
    return checkCode('reasons', effect.reason, [...place, 'reason'], checking);
  }
  if ('block' in effect) return checkBlock(effect, place, checking);
  if ('ask' in effect)
    return (typeof effect.ask === 'string' ? [effect.ask] : effect.ask).forEach((one) =>
      checkCode('questions', one, [...place, 'ask'], checking),
    );
  if ('safeguard' in effect)
    return checkCode('safeguards', effect.safeguard, [...place, 'safeguard'], checking);
  if ('cite' in effect) {
    if (checking.texts.bases[effect.cite] === undefined)
      checking.report(
        [...place, 'cite'],
        `"${effect.cite}" is no legal basis.${didYouMean(effect.cite, Object.keys(checking.texts.bases))}`,
      );
    return checkRoutes([effect.on], [...place, 'on'], checking);
  }
  if ('after' in effect) return checkRoutes([effect.after, effect.on], [...place, 'after'], checking);
  if ('conclude' in effect) return checkConclusion(effect, place, checking);
  return undefined;
}

function checkBlock(
  effect: Extract<WrittenEffect, { block: string }>,
  place: Place,
  checking: Checking,
): void {
  checkCode('blockers', effect.block, [...place, 'block'], checking);
  if (effect.whenPlanned === true && effect.stage === 'remove')
    checking.report(
      [...place, 'whenPlanned'],
      'a blocker that removes a route cannot wait for it to be planned',
    );
  if (!isRead(effect.scope)) {
    const named = scopesOf(effect).filter((scope) => checking.catalogue.scopes[scope] === undefined);
    checkRoutes(named, [...place, 'scope'], checking);
  }
  const entry = readFact(effect.cure.fact, [...place, 'cure', 'fact'], checking);
  const fault = entry === undefined ? undefined : fits(entry, effect.cure.is, 'is');
  if (fault !== undefined) checking.report([...place, 'cure', 'is'], fault);
}

function checkConclusion(
  effect: Extract<WrittenEffect, { conclude: string }>,
  place: Place,
  checking: Checking,
): void {
  const entry = checking.dictionary.get(effect.conclude);
  if (entry?.origin !== 'concluded')
    return checking.report([...place, 'conclude'], `"${effect.conclude}" is not declared as concluded`);
  if (entry.scope !== checking.concerns)
    return checking.report(
      [...place, 'conclude'],
      `a page that concerns the ${checking.concerns} concludes facts of the ${checking.concerns}`,
    );
  const fault = effect.is === undefined ? undefined : fits(entry, effect.is, 'is');
  return fault === undefined ? undefined : checking.report([...place, 'is'], fault);
}

function checkCode(
  kind: 'reasons' | 'blockers' | 'questions' | 'safeguards',
  code: string,
  place: Place,
  { texts, report }: Checking,
): void {
  if (texts[kind][code] === undefined)
    report(
      place,
      `"${code}" is not declared among ${kind} in texts/en.yaml.${didYouMean(code, Object.keys(texts[kind]))}`,
    );
}

function checkRoutes(routes: readonly string[], place: Place, { catalogue, report }: Checking): void {
  const known: readonly string[] = catalogue.routes.flatMap(routesOf);
  for (const route of routes)
    if (!known.includes(route))
      report(place, `"${route}" is no route of the catalogue.${didYouMean(route, known)}`);
}
