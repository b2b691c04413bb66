import type { FactMap, FactSource, FactValue, Frame } from '../../../contracts/determination.js';
import { RogatoryError, type Fault } from '../../../contracts/errors.js';
import type { FactVersion } from '../../../contracts/facts.js';
import { isIdentifiers, isWindow, readIdentifiers } from './answers.js';
import type { Dictionary } from '../rule-set/dictionary.js';
import {
  regimeCodes,
  resolveProvider,
  resolveRelation,
  resolveRequestingState,
  type Asking,
  type Confirmation,
  type Registers,
  type Resolved,
} from '../registers/index.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import { valueOn } from '../rule-set/rule-set.js';
import { isList } from '../rule-set/value-types.js';

export type FrameInput = {
  ruleSet: RuleSet;
  registers: Registers;
  /** Day of the determination, YYYY-MM-DD. */
  asOf: string;
  /** Day whose knowledge of the registers is used; entries learnt later are not seen. Absent: all that is known. */
  knownOn?: string;
  /** Newest version of each fact of the case. */
  caseFacts: readonly FactVersion[];
  items: readonly { id: string; facts: readonly FactVersion[] }[];
  /** `ASSUMED` in training: the age of register entries is set aside. */
  checks?: Asking['checks'];
};

/** Facts of the case or of one item, each with who says so. */
export type Subject = { facts: Record<string, FactValue>; sources: Record<string, FactSource> };

/**
 * The frame of a live case: answers decoded to what rules read, facts of registers resolved with source and date.
 * An answer of a person stands over a register's; "does not know" is unknown.
 * @throws RogatoryError DETERMINATION_REFUSED when a fact is missing that no determination can do without
 */
export function buildFrame(input: FrameInput): Frame {
  const { ruleSet, caseFacts, items } = input;
  const { dictionary } = ruleSet;
  return resolvedFrame(
    input,
    caseFacts.flatMap(confirmed),
    decoded(dictionary, caseFacts, null),
    items.map(({ id, facts }) => ({ id, ...decoded(dictionary, facts, id) })),
  );
}

/** What was said of a case and of each item, with the facts of registers under it. Throws as `buildFrame` does. */
export function resolvedFrame(
  { ruleSet, registers, asOf, knownOn, checks }: Omit<FrameInput, 'caseFacts' | 'items'>,
  confirmations: readonly Confirmation[],
  ofCase: Subject,
  items: readonly ({ id: string } & Subject)[],
): Frame {
  const { dictionary } = ruleSet;
  const asking: Asking = {
    asOf,
    maxAgeDays: ageLimit(ruleSet, asOf),
    ...(knownOn !== undefined && { knownOn }),
    ...(checks && { checks }),
    confirmations,
  };
  ofCase.facts['asOf'] = asOf;
  const requestingState = ofCase.facts['requestingState'];
  const home =
    typeof requestingState === 'string'
      ? resolveRequestingState(registers, { ...asking, requestingState })
      : undefined;
  const whole = under(ofCase, home, dictionary);
  const parts = items.map(({ id, ...said }) => ({
    id,
    ...itemOf(dictionary, registers, asking, whole.facts, said),
  }));
  refuseGaps(dictionary, whole.facts, parts);
  return {
    asOf,
    case: whole.facts,
    items: parts.map(({ id, facts }) => ({ id, facts })),
    sources: Object.fromEntries([
      ['case', whole.sources],
      ...parts.map(({ id, sources }) => [id, sources] as const),
    ]),
  };
}

/** Entries that a recorded decision confirms, each on the day of the decision (M14). */
const confirmed = ({ fact, known, value, at }: FactVersion): Confirmation[] =>
  fact === 'clearance.entryConfirmed' && known && isReferences(value)
    ? value.map((ref) => ({ ref, on: at.slice(0, 10) }))
    : [];

const isReferences = (value: FactVersion['value']): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function ageLimit({ parameters }: RuleSet, asOf: string): number {
  const limit = parameters.get('register.ageLimit');
  return Number(limit === undefined ? 0 : valueOn(limit, asOf));
}

function decoded(dictionary: Dictionary, versions: readonly FactVersion[], item: string | null): Subject {
  const subject: Subject = { facts: {}, sources: {} };
  const second = versions.find(({ fact }) => fact === 'identifiers.secondReading')?.value;
  const readDigest = typeof second === 'string' ? second : undefined;
  for (const { fact, known, value, source, by, decisionId, at } of versions) {
    if (!known || !dictionary.has(fact)) continue;
    const kind = decisionId === null ? ('person' as const) : ('decision' as const);
    const say = (id: string, read: FactValue): void => {
      subject.facts[id] = read;
      subject.sources[id] = { kind, ref: `${source} (${by})`, at };
    };
    if (isWindow(value)) say(fact, 'BOUNDED');
    else if (isIdentifiers(value))
      for (const [id, read] of Object.entries(readIdentifiers(value, readDigest))) say(id, read);
    else say(fact, value);
    if (isIdentifiers(value))
      say('identifiers', [...new Set(value.map(({ type, value: text }) => `${type} ${text}`))]);
  }
  if (item !== null && subject.facts['timeWindow'] === undefined) delete subject.facts['timeWindow'];
  return subject;
}

/** Facts of registers stand under what persons have said. Facts that the dictionary does not know are the register's own. */
function under(said: Subject, resolved: Resolved | undefined, dictionary: Dictionary): Subject {
  if (resolved === undefined) return said;
  const known = Object.entries(resolved.facts).filter(([fact]) => dictionary.has(fact));
  const sources = Object.entries(resolved.sources).filter(([fact]) => dictionary.has(fact));
  return {
    facts: { ...Object.fromEntries(known), ...said.facts },
    sources: { ...Object.fromEntries(sources), ...said.sources },
  };
}

function itemOf(
  dictionary: Dictionary,
  registers: Registers,
  asking: Asking,
  ofCase: FactMap,
  said: Subject,
): Subject {
  const text = (facts: FactMap, fact: string): string | undefined =>
    typeof facts[fact] === 'string' ? facts[fact] : undefined;
  const service = text(said.facts, 'provider.service');
  const userPlace = text(said.facts, 'userPlace');
  const requestingState = text(ofCase, 'requestingState');
  const dataCategory = text(said.facts, 'dataCategory');
  const about = { ...asking, ...(dataCategory && { dataCategory }) };
  const provider =
    service === undefined
      ? undefined
      : resolveProvider(registers, {
          service,
          ...about,
          ...(userPlace && { userPlace }),
          ...(requestingState && { requestingState }),
        });
  const withProvider = under(said, provider, dictionary);
  const requestedState = text(withProvider.facts, 'controllerState');
  if (requestedState === undefined || requestingState === undefined) return withProvider;
  const related = under(
    withProvider,
    resolveRelation(registers, { requestingState, requestedState, ...about }),
    dictionary,
  );
  return under(related, regimesAndSeats(registers, asking, related.facts, requestedState), dictionary);
}

function regimesAndSeats(
  registers: Registers,
  asking: Asking,
  facts: FactMap,
  controllerState: string,
): Resolved {
  const ref = { kind: 'register' as const, ref: `states/${controllerState}#regimes` };
  const established = facts['provider.establishedIn'];
  const seats = established !== undefined && isList(established) ? established : [];
  return {
    facts: {
      'custodian.regimes': regimeCodes(registers, controllerState, asking),
      'provider.onlyInEea': onlyInEea(registers, asking, seats),
    },
    sources: { 'custodian.regimes': ref, 'provider.onlyInEea': { ...ref, ref: 'unions/eea' } },
    doubtful: [],
  };
}

/** Whether all seats lie in the European Economic Area; a custodian without a known seat lies nowhere. */
export const onlyInEea = (registers: Registers, asking: Asking, seats: readonly string[]): boolean =>
  seats.length > 0 &&
  seats.every(
    (state) =>
      resolveRequestingState(registers, { ...asking, requestingState: state }).facts[
        'requestingState.inEea'
      ] === true,
  );

function refuseGaps(
  dictionary: Dictionary,
  ofCase: FactMap,
  items: readonly ({ id: string } & Subject)[],
): void {
  const needed = [...dictionary.values()].flatMap((entry) =>
    entry.origin === 'stored' &&
    typeof entry.whenUnknown === 'object' &&
    entry.whenUnknown !== null &&
    'refuse' in entry.whenUnknown
      ? [entry]
      : [],
  );
  const missing = (facts: FactMap, scope: string, where: string): Fault[] =>
    needed
      .filter((entry) => entry.scope === scope && (facts[entry.id] === undefined || facts[entry.id] === null))
      .map(({ id, question }) => ({ pointer: `${where}/${id}`, detail: question }));
  const faults = [
    ...missing(ofCase, 'case', '/case'),
    ...items.flatMap(({ id, facts }) => missing(facts, 'item', `/items/${id}`)),
  ];
  if (items.length === 0)
    faults.push({ pointer: '/items', detail: 'Which data are wanted? A case has at least one item.' });
  if (faults.length === 0) return;
  throw new RogatoryError('DETERMINATION_REFUSED', {
    about: `Answer first: ${faults.map(({ pointer, detail }) => `${detail} (${pointer.slice(1)})`).join(' ')}`,
    faults,
  });
}
