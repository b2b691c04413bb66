import { Temporal as T } from 'temporal-polyfill';
import type { StoredValue } from '../../contracts/facts.js';
import { holds, lotValue } from './conditions.js';
import type { Part, ScheduleColumn, WordList } from './form-schema.js';
import { requestNumber, type DraftMaterial, type Recorded } from './material.js';
import { dateInWords, isIdentifiers, isTimeWindow, lotText, valueText } from './values.js';

/** A line of a field: words, or a note that stands where a value may not or cannot yet stand. */
export type Line = {
  label: string | null;
  text: string;
  kind: 'value' | 'pending' | 'withheld' | 'reference';
};
/** A value that is needed and not known: its fact, and where. */
export type Gap = { fact: string; says: string };
export type Resolved = { lines: readonly Line[]; gaps: readonly Gap[]; pending: boolean };

export type Resolving = { material: DraftMaterial; words: WordList; training: boolean };

const nothing: Resolved = { lines: [], gaps: [], pending: false };
export const withheldText = 'withheld in training';

/** Lines of one part of a field, or what is missing for them. */
export function resolvePart(part: Part, context: Resolving): Resolved {
  const { material, training } = context;
  if (part.when !== undefined && !holds(part.when, material)) return nothing;
  const line = (text: string, kind: Line['kind'] = 'value'): Resolved => ({
    lines: [{ label: part.label ?? null, text, kind }],
    gaps: [],
    pending: false,
  });
  if ('text' in part) return line(part.text.trim());
  if ('schedule' in part) return schedule(part.schedule, context);
  if ('signatures' in part) return line('See the signatures at the end of this letter.', 'reference');
  if ('related' in part) return related(part, context);
  if ('gaps' in part) return gapLines(part, context);
  if ('document' in part) return line(documentText(part.document, material));
  if ('person' in part) return person(part, context);
  if ('lot' in part) return ofLot(part, context);
  if ('decision' in part) return decision(part, context);
  if (part.inTraining !== undefined && training) return line(part.inTraining, 'withheld');
  return 'fact' in part ? caseFact(part, context) : itemFact(part, context);
}

function missing(fact: string, part: Part, context: Resolving, where = ''): Resolved {
  if (part.optional) return nothing;
  const label = part.label ?? null;
  const blocker = context.material.lot.dispatchBlockers.find((one) => one.cure.fact === fact);
  if (blocker !== undefined) {
    const text = `Not recorded yet. The request cannot leave before that (${blocker.code}).`;
    return { lines: [{ label, text, kind: 'pending' }], gaps: [], pending: true };
  }
  const name = label === null ? '' : `${label.toLowerCase()} `;
  return { lines: [], gaps: [{ fact, says: `${name}(${fact}${where})` }], pending: false };
}

function caseFact(part: Extract<Part, { fact: string }>, context: Resolving): Resolved {
  const value = context.material.facts[part.fact];
  if (value === undefined || isBlank(value)) return missing(part.fact, part, context);
  return { lines: [shown(part, value, part.fact, context)], gaps: [], pending: false };
}

function shown(
  part: Extract<Part, { address: boolean }>,
  value: StoredValue,
  fact: string,
  { words, training }: Resolving,
  prefix = '',
): Line {
  const label = part.label ?? null;
  if (part.address && training) return { label, text: `${prefix}${withheldText}`, kind: 'withheld' };
  return { label, text: `${prefix}${valueText(fact, value, words)}`, kind: 'value' };
}

function itemFact(part: Extract<Part, { item: string }>, context: Resolving): Resolved {
  const fact = part.item;
  const known = context.material.items.map((item) => ({ id: item.id, value: item.facts[fact] }));
  const without = known.filter(({ value }) => value === undefined || isBlank(value));
  if (without.length > 0 && !part.optional) {
    return missing(fact, part, context, ` of item ${without.map((one) => one.id).join(', ')}`);
  }
  const given = known.flatMap(({ id, value }) =>
    value === undefined || isBlank(value) ? [] : [{ id, value, text: valueText(fact, value, context.words) }],
  );
  const [first] = given;
  if (first === undefined) return nothing;
  const alike = given.length === known.length && given.every((one) => one.text === first.text);
  const lines = alike
    ? [shown(part, first.value, fact, context)]
    : given.map((one) => shown(part, one.value, fact, context, `${one.id}: `));
  return { lines, gaps: [], pending: false };
}

function schedule(columns: readonly ScheduleColumn[], context: Resolving): Resolved {
  const fits: Record<ScheduleColumn, (value: StoredValue | undefined) => boolean> = {
    dataCategory: (value) => typeof value === 'string',
    identifiers: isIdentifiers,
    timeWindow: isTimeWindow,
  };
  const gaps = columns.flatMap((column) => {
    const without = context.material.items.filter((item) => !fits[column](item.facts[column]));
    if (without.length === 0) return [];
    return [{ fact: column, says: `(${column} of item ${without.map((item) => item.id).join(', ')})` }];
  });
  const items = context.material.items.map((item) => item.id).join(', ');
  const line: Line = { label: null, text: `See the schedule of items: ${items}.`, kind: 'reference' };
  return { lines: gaps.length > 0 ? [] : [line], gaps, pending: false };
}

function decision(part: Extract<Part, { decision: string }>, context: Resolving): Resolved {
  const inLot = new Set(context.material.items.map((item) => item.id));
  const recorded = context.material.decisions.filter(
    (one) => one.fact === part.decision && gives(one) && (one.item === null || inLot.has(one.item)),
  );
  if (recorded.length === 0) return missing(part.decision, part, context);
  const label = part.label ?? null;
  const lines = recorded.map((one): Line => {
    const item = one.item === null ? '' : `${one.item}: `;
    const level = typeof one.value === 'string' ? `${valueText(one.fact, one.value, context.words)}, ` : '';
    const text = `${item}${level}${one.documentRef}, of ${dateInWords(one.decidedOn)}`;
    return { label, text, kind: 'value' };
  });
  return { lines, gaps: [], pending: false };
}

const gives = (one: Recorded): boolean => one.value !== false && one.value !== 'NONE' && one.value !== null;

function related(part: Extract<Part, { related: unknown }>, { material, words }: Resolving): Resolved {
  const wanted = part.related;
  const lines = material.related
    .filter((one) => wanted === 'all' || wanted.includes(one.family))
    .map((one): Line => {
      const to = lotText('addressee', one.addressee, words);
      const text = `${one.number}, ${lotText('route', one.route, words)}, to ${to}`;
      return { label: part.label ?? null, text, kind: 'value' };
    });
  return { lines, gaps: [], pending: false };
}

function gapLines(part: Part, { material, words }: Resolving): Resolved {
  const label = part.label ?? null;
  const lines = material.gaps.map(({ item, lacks }): Line => {
    const said = words.gaps[lacks.kind];
    const text = Object.entries(lacks).reduce(
      (all, [name, value]) => all.replace(`{${name}}`, () => inWords(name, value)),
      said,
    );
    return { label, text: `${item}: ${text}`, kind: 'value' };
  });
  return { lines, gaps: [], pending: false };
}

const inWords = (name: string, value: string): string => (name === 'which' ? value : dateInWords(value));

function ofLot(part: Extract<Part, { lot: string }>, { material, words }: Resolving): Resolved {
  const value = lotValue(material.lot, part.lot);
  const members = typeof value === 'string' ? [value] : value;
  if (members.length === 0 || members[0] === '?') {
    const gap = { fact: `lot.${part.lot}`, says: `${part.label ?? part.lot} (the plan names none)` };
    return part.optional ? nothing : { lines: [], gaps: [gap], pending: false };
  }
  const text = members.map((one) => lotText(part.lot, one, words)).join('; ');
  return { lines: [{ label: part.label ?? null, text, kind: 'value' }], gaps: [], pending: false };
}

function person(part: Extract<Part, { person: string }>, { material, words }: Resolving): Resolved {
  const { drafter } = material;
  if (drafter === null) {
    return { lines: [], gaps: [{ fact: part.person, says: '(nobody is named as drafter)' }], pending: false };
  }
  const text = part.person === 'drafter.name' ? drafter.name : (words.roles[drafter.role] ?? drafter.role);
  return { lines: [{ label: part.label ?? null, text, kind: 'value' }], gaps: [], pending: false };
}

function documentText(what: 'date' | 'time' | 'number', material: DraftMaterial): string {
  if (what === 'number') return requestNumber(material.reference, material.routeId);
  const { date, time } = letterTime(material);
  return what === 'date' ? dateInWords(date) : time;
}

/** Day and minute of the draft on the clock of the office. */
export function letterTime({ at, zone }: { at: string; zone: string }): { date: string; time: string } {
  const local = T.Instant.from(at).toZonedDateTimeISO(zone);
  const date = local.toPlainDate().toString();
  const minute = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return { date, time: `${date} ${minute} UTC${local.offset} (${zone})` };
}

/** `null` is "none" to the rules; a letter needs words, so it is no value there. */
const isBlank = (value: StoredValue): boolean =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
