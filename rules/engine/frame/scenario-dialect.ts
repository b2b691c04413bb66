import type { FactValue } from '../../../contracts/determination.js';
import { identifier } from '../../../contracts/facts.js';
import { isState } from '../../../contracts/states.js';
import { readIdentifiers } from './answers.js';

export type DialectFault = { place: string; says: string };
/** One fact of a scenario file, in the words of the dictionary. */
export type DialectFact = { item: string | null; fact: string; value: FactValue; place: string };

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Groups of a scenario whose members are facts under the same dotted name. */
const caseGroups = [
  'proceedings',
  'offence',
  'persons',
  'threat',
  'rights',
  'authorisation',
  'clearance',
  'requestingAuthority',
];
const itemGroups = ['provider', 'consent', 'preservation'];
const caseFacts = ['asOf', 'requestingState', 'requestingPartyTo'];
const notForRules = ['dataStates', 'relevance'];

/** Members of `states.<S>`: facts of the relation of every item whose custodian that State controls. */
const stateFacts = [
  'bothParty',
  'requestedPartyTo',
  'abolitionist',
  'blockingStatute',
  'dcRequired',
  'dcReservation29_4',
  'minPenaltyMonths',
  'reciprocity',
  'cooperationSuspended',
  'language',
  'lastChecked',
];
const channels = ['budapest247', 'g7', 'liaison', 'interpol', 'hotline'];

/** Stands for an item that is not there: entries of States are held to the dictionary also where no item's data are. */
const ofNoItem = '';

/** Every entry that a scenario mentions is confirmed by one word; an entry that is confirmed is as good as checked today. */
type Reading = { facts: DialectFact[]; items: string[]; faults: DialectFault[]; entriesConfirmed?: boolean };

/** Reads a facts object of the dialect (specification A.7a-3) into facts of the dictionary. Nothing unknown is passed over. */
export function readDialect(json: unknown): Reading {
  const reading: Reading = { facts: [], items: [], faults: [] };
  if (!isRecord(json)) {
    reading.faults.push({ place: '', says: 'facts are an object' });
    return reading;
  }
  const states = isRecord(json['states']) ? json['states'] : {};
  const dual = isRecord(json['dualCriminality']) ? json['dualCriminality'] : {};
  for (const key of ['requestingState', 'items'])
    if (!(key in json)) reading.faults.push({ place: `/${key}`, says: 'is missing' });
  for (const [key, value] of Object.entries(json)) readCase(reading, key, value);
  if (Array.isArray(json['items']))
    json['items'].forEach((item: unknown, index) => readItem(reading, item, `/items/${index}`, states, dual));
  for (const state of new Set([...Object.keys(states), ...Object.keys(dual)]))
    readRelation(reading, ofNoItem, states[state], dual[state], state);
  if (reading.entriesConfirmed === true)
    reading.facts = reading.facts.filter(({ fact }) => !fact.endsWith('.lastChecked'));
  return reading;
}

function readCase(reading: Reading, key: string, value: unknown): void {
  const place = `/${key}`;
  if (key === 'items') {
    if (!Array.isArray(value) || value.length === 0)
      reading.faults.push({ place, says: 'a list with at least one item' });
  } else if (key === 'states') readStates(reading, value);
  else if (key === 'dualCriminality') readKeys(reading, value, place);
  else if (caseFacts.includes(key)) leaf(reading, null, key, value, place);
  else if (caseGroups.includes(key)) group(reading, null, key, value, place);
  else reading.faults.push({ place, says: 'is no fact of a case' });
}

function readKeys(reading: Reading, value: unknown, place: string): boolean {
  if (!isRecord(value)) {
    reading.faults.push({ place, says: 'an object with a key for each State' });
    return false;
  }
  for (const state of Object.keys(value))
    if (!isState(state))
      reading.faults.push({ place: `${place}/${state}`, says: `"${state}" is no State of ISO 3166-1` });
  return true;
}

function readStates(reading: Reading, value: unknown): void {
  if (!readKeys(reading, value, '/states') || !isRecord(value)) return;
  for (const [state, entry] of Object.entries(value)) {
    const place = `/states/${state}`;
    if (!isRecord(entry)) {
      reading.faults.push({ place, says: 'an object' });
      continue;
    }
    for (const key of Object.keys(entry)) {
      if (key === 'inForceCheck' && (entry[key] === 'ASSUMED' || entry[key] === 'CONFIRMED')) continue;
      if (key === 'channels') strangers(reading, entry[key], channels, `${place}/channels`);
      else if (!stateFacts.includes(key))
        reading.faults.push({ place: `${place}/${key}`, says: 'is no fact of a State' });
    }
  }
}

function strangers(reading: Reading, value: unknown, known: readonly string[], place: string): void {
  if (!isRecord(value)) reading.faults.push({ place, says: 'an object' });
  else
    for (const key of Object.keys(value))
      if (!known.includes(key))
        reading.faults.push({
          place: `${place}/${key}`,
          says: `is not known here; there are ${known.join(', ')}`,
        });
}

function readItem(
  reading: Reading,
  value: unknown,
  place: string,
  states: Record<string, unknown>,
  dual: Record<string, unknown>,
): void {
  if (!isRecord(value) || typeof value['id'] !== 'string' || value['id'] === '') {
    reading.faults.push({ place: `${place}/id`, says: 'an item is an object with an id' });
    return;
  }
  const id = value['id'];
  if (reading.items.includes(id) || id === 'case')
    reading.faults.push({ place: `${place}/id`, says: `"${id}" stands for another item already` });
  reading.items.push(id);
  for (const key of ['dataCategory', 'identifiers'])
    if (!(key in value)) reading.faults.push({ place: `${place}/${key}`, says: 'is missing' });
  for (const [key, part] of Object.entries(value)) readItemPart(reading, id, key, part, `${place}/${key}`);
  const state = value['controllerState'];
  if (typeof state === 'string') readRelation(reading, id, states[state], dual[state], state);
}

function readItemPart(reading: Reading, id: string, key: string, value: unknown, place: string): void {
  if (key === 'id' || notForRules.includes(key)) return;
  if (itemGroups.includes(key)) return group(reading, id, key, value, place);
  if (key === 'identifiers') return readIdentifierList(reading, id, value, place);
  if (key === 'intendMla')
    return leaf(
      reading,
      id,
      'intendMla.stated',
      value === true ? 'YES' : value === false ? 'NO' : value === 'UNKNOWN' ? 'UNDECIDED' : value,
      place,
    );
  if (key === 'volatility' && value === 'UNKNOWN') return leaf(reading, id, key, null, place);
  return leaf(reading, id, key, value, place);
}

function readIdentifierList(reading: Reading, id: string, value: unknown, place: string): void {
  if (!Array.isArray(value)) return void reading.faults.push({ place, says: 'a list of identifiers' });
  const read = value.map((one: unknown, index) => {
    const parsed = identifier.safeParse(one);
    if (parsed.success) return [parsed.data];
    reading.faults.push(
      ...parsed.error.issues.map(({ path, message }) => ({
        place: [place, index, ...path.map(String)].join('/'),
        says: message,
      })),
    );
    return [];
  });
  const types = readIdentifiers(read.flat())['identifiers.types'] ?? [];
  reading.facts.push({ item: id, fact: 'identifiers.types', value: types, place });
}

function readRelation(reading: Reading, id: string, entry: unknown, dual: unknown, state: string): void {
  const place = `/states/${state}`;
  if (dual !== undefined) leaf(reading, id, 'relation.dualCriminality', dual, `/dualCriminality/${state}`);
  if (!isRecord(entry)) return;
  for (const key of stateFacts)
    if (key in entry) leaf(reading, id, `relation.${key}`, entry[key], `${place}/${key}`);
  const means = isRecord(entry['channels']) ? entry['channels'] : {};
  for (const channel of channels)
    if (channel in means)
      leaf(reading, id, `relation.channels.${channel}`, means[channel], `${place}/channels/${channel}`);
}

function group(reading: Reading, item: string | null, name: string, value: unknown, place: string): void {
  if (!isRecord(value)) return void reading.faults.push({ place, says: 'an object' });
  for (const [key, part] of Object.entries(value)) {
    const fact = `${name}.${key}`;
    if (fact === 'clearance.entryConfirmed' && typeof part === 'boolean') reading.entriesConfirmed = part;
    else if (fact === 'requestingAuthority.competent' && isRecord(part))
      competence(reading, part, `${place}/${key}`);
    else if (isRecord(part)) group(reading, item, fact, part, `${place}/${key}`);
    else leaf(reading, item, fact, part, `${place}/${key}`);
  }
}

/** A map route -> answer: competent at large, but not for the routes answered with no. */
function competence(reading: Reading, value: Record<string, unknown>, place: string): void {
  for (const [route, answer] of Object.entries(value))
    if (typeof answer !== 'boolean')
      reading.faults.push({ place: `${place}/${route}`, says: 'true or false' });
  const refused = Object.entries(value)
    .filter(([, answer]) => answer === false)
    .map(([route]) => route);
  reading.facts.push({ item: null, fact: 'requestingAuthority.competent', value: true, place });
  reading.facts.push({ item: null, fact: 'requestingAuthority.notCompetentFor', value: refused, place });
}

function leaf(reading: Reading, item: string | null, fact: string, value: unknown, place: string): void {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    reading.facts.push({ item, fact, value, place });
  else if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    reading.facts.push({ item, fact, value, place });
  else reading.faults.push({ place, says: 'a single value or a list of texts' });
}
