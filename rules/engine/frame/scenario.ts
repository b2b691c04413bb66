import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { FactMap, FactValue, Frame } from '../../../contracts/determination.js';
import { onlyInEea } from './frame.js';
import { regimeCodes, resolveRequestingState, type Asking, type Registers } from '../registers/index.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import type { StoredFact } from '../schema/dictionary.js';
import { isRecord, readDialect, type DialectFault } from './scenario-dialect.js';
import { isList, valueFault } from '../rule-set/value-types.js';

/** A scenario or facts file that cannot be read: every fault names its place in the file. */
export class ScenarioError extends Error {
  readonly faults: readonly DialectFault[];
  constructor(faults: readonly DialectFault[]) {
    super(faults.map(({ place, says }) => `${place || '/'}: ${says}`).join('\n'));
    this.name = 'ScenarioError';
    this.faults = faults;
  }
}

export type Scenario = { id: string; title: string; facts: unknown; expected: unknown };

/** A scenario, `{ facts }`, or the bare facts: what `decide` accepts. Other keys beside `facts` are refused. */
export function scenarioOf(json: unknown): Scenario {
  if (!isRecord(json))
    throw new ScenarioError([
      { place: '', says: 'an object of facts, an object with "facts", or a scenario' },
    ]);
  if (!('facts' in json)) return { id: 'case', title: '', facts: json, expected: undefined };
  const strange = Object.keys(json).filter(
    (key) => !['id', 'title', 'facts', 'expected', 'reasoning'].includes(key),
  );
  if (strange.length > 0)
    throw new ScenarioError(
      strange.map((key) => ({
        place: `/${key}`,
        says: 'is no part of a scenario; there are id, title, facts, expected, reasoning',
      })),
    );
  return {
    id: text(json['id']) ?? 'case',
    title: text(json['title']) ?? '',
    facts: json['facts'],
    expected: json['expected'],
  };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What a fact that a scenario leaves out means, for the case and for each item. */
export const trainingAnswers = trainingDefaults();

function trainingDefaults(): Record<'case' | 'item', FactMap> {
  const path = fileURLToPath(new URL('../../examples/training-defaults.yaml', import.meta.url));
  return parse(readFileSync(path, 'utf8')) as Record<'case' | 'item', FactMap>;
}

/** In the place of the file's own day: the day whose law counts, and the day whose knowledge of the registers counts. */
export type Days = { asOf?: string; knownOn?: string };

/**
 * The frame of a scenario file (specification A.7a-3): a dialect with an adapter of its own. A fact that is absent takes its
 * training default and is no open question; `null` is read by the fact's own meaning. Union membership and foreign-law
 * regimes are register data. Unknown paths, wrong types, dates and States that do not exist are refused with their place.
 */
export function frameFromScenario(
  ruleSet: RuleSet,
  registers: Registers,
  facts: unknown,
  days: Days = {},
): Frame {
  const read = readDialect(facts);
  const faults = once([
    ...read.faults,
    ...read.facts.flatMap(({ fact, value, place }) => faultOf(ruleSet, fact, value, place)),
  ]);
  const asOf =
    days.asOf ??
    text(read.facts.find(({ fact }) => fact === 'asOf')?.value) ??
    new Date().toISOString().slice(0, 10);
  if (faults.length > 0) throw new ScenarioError(faults);
  const asking: Asking = {
    asOf,
    maxAgeDays: 0,
    checks: 'ASSUMED',
    ...(days.knownOn !== undefined && { knownOn: days.knownOn }),
  };
  const said = (item: string | null): FactMap =>
    Object.fromEntries(read.facts.filter((one) => one.item === item).map(({ fact, value }) => [fact, value]));
  const own = said(null);
  const requestingState = String(own['requestingState']);
  const home = resolveRequestingState(registers, { ...asking, requestingState }).facts;
  const unions = ['requestingState.euBound', 'requestingState.euMember', 'requestingState.inEea'].map(
    (fact): [string, FactValue] => [fact, home[fact] ?? false],
  );
  const opensOn = home['requestingState.officeOpensOn'];
  const opening = opensOn === undefined ? {} : { 'requestingState.officeOpensOn': opensOn };
  return {
    asOf,
    case: { ...trainingAnswers.case, ...Object.fromEntries(unions), ...opening, ...own, asOf },
    items: read.items.map((id) => ({ id, facts: itemFacts(registers, asking, said(id)) })),
    sources: {},
  };
}

function itemFacts(registers: Registers, asking: Asking, said: FactMap): FactMap {
  const state = said['controllerState'];
  const seats = said['provider.establishedIn'];
  return {
    ...trainingAnswers.item,
    'custodian.regimes': typeof state === 'string' ? regimeCodes(registers, state, asking) : [],
    'provider.onlyInEea': onlyInEea(registers, asking, seats !== undefined && isList(seats) ? seats : []),
    ...said,
  };
}

/** The entry of a State is read for each of its items; what is wrong with it is said once. */
const once = (faults: readonly DialectFault[]): DialectFault[] => [
  ...new Map(faults.map((fault) => [`${fault.place} ${fault.says}`, fault])).values(),
];

function faultOf({ dictionary }: RuleSet, fact: string, value: FactValue, place: string): DialectFault[] {
  const entry = dictionary.get(fact);
  if (entry === undefined) return [{ place, says: 'is no fact' }];
  if (value === null && entry.origin === 'stored' && isRefused(entry.whenUnknown))
    return [{ place, says: `nothing is decided without it: ${entry.question}` }];
  const says = valueFault(entry, value);
  return says === undefined ? [] : [{ place, says }];
}

const isRefused = (whenUnknown: StoredFact['whenUnknown']): boolean =>
  typeof whenUnknown === 'object' && whenUnknown !== null && 'refuse' in whenUnknown;
