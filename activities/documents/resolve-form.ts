import type { DocumentForm } from '../../contracts/codes.js';
import { holds } from './conditions.js';
import type { Field, Form } from './form-schema.js';
import { requestNumber } from './material.js';
import { letterTime, resolvePart, type Gap, type Line, type Resolving } from './resolve-part.js';
import { identifierLines, isIdentifiers, isTimeWindow, valueText, windowLines } from './values.js';

export const trainingMark = 'TRAINING - NOT A REQUEST';

export type ScheduleRow = {
  id: string;
  category: string;
  custodian: string;
  identifiers: readonly { kind: string; value: string; more: readonly string[] }[];
  /** Both ends and the zone as typed, or the words for no limit. */
  period: readonly string[];
};
export type SignatureBlock = { title: string; name: string; role: string };

/** Canonical content of one letter: what the digest covers, what the PDF shows, what the JSON of the packet is. */
export type LetterContent = {
  form: DocumentForm;
  number: string;
  caseReference: string;
  title: string;
  to: string;
  addressee: string;
  authority: string;
  unit: string;
  classification: string;
  language: 'en';
  mark: string | null;
  status: string;
  date: string;
  opening: string;
  closing: string;
  fields: readonly { id: string; number: string; section: string; title: string; lines: readonly Line[] }[];
  schedule: readonly ScheduleRow[];
  signatures: readonly SignatureBlock[];
  source: readonly { field: string; source: string }[];
};

export type MissingField = { field: string; says: string; facts: readonly string[] };
export type ResolvedForm =
  { complete: true; content: LetterContent } | { complete: false; missing: readonly MissingField[] };

/**
 * Fills a form from what is known. Every required field without a value is named with the facts that would fill it; nothing
 * is guessed. A value whose absence is already a dispatch blocker of the lot is shown as pending: drafting never waits.
 */
export function resolveForm(page: Form, context: Resolving): ResolvedForm {
  const outcomes = page.fields.map((field) => ({ field, ...resolveField(field, context) }));
  const missing = outcomes.flatMap(({ field, gaps }) =>
    gaps.length === 0 ? [] : [named(page, field, gaps)],
  );
  if (missing.length > 0) return { complete: false, missing };
  const given = outcomes.filter(({ lines }) => lines.length > 0);
  return { complete: true, content: content(page, given, context) };
}

type Filled = { field: Field; lines: readonly Line[] };

function resolveField(field: Field, context: Resolving): { lines: readonly Line[]; gaps: readonly Gap[] } {
  const asked = field.requiredWhen === undefined || holds(field.requiredWhen, context.material);
  if (!asked) return { lines: [], gaps: [] };
  const parts = field.from.map((part) => resolvePart(part, context));
  const lines = parts.flatMap((part) => part.lines);
  const gaps = parts.flatMap((part) => part.gaps);
  if (parts.some((part) => part.pending)) return { lines, gaps: [] };
  if (field.atLeastOne) return { lines, gaps: lines.length > 0 ? [] : allOf(field) };
  const required = field.required === 'R' || field.requiredWhen !== undefined;
  if (required) return { lines, gaps: gaps.length === 0 && lines.length === 0 ? allOf(field) : gaps };
  return { lines, gaps: [] };
}

const allOf = (field: Field): Gap[] =>
  field.from.flatMap((part) => {
    const fact =
      'fact' in part ? part.fact : 'item' in part ? part.item : 'decision' in part ? part.decision : null;
    return fact === null ? [] : [{ fact, says: `${(part.label ?? '').toLowerCase()} (${fact})`.trim() }];
  });

const named = (page: Form, field: Field, gaps: readonly Gap[]): MissingField => ({
  field: `${page.id}.${field.id}`,
  says: `${page.id}, field ${field.number} "${field.title}" needs: ${gaps.map((gap) => gap.says).join('; ')}`,
  facts: [...new Set(gaps.map((gap) => gap.fact))],
});

function content(page: Form, filled: readonly Filled[], context: Resolving): LetterContent {
  const { material, words, training } = context;
  const text = (fact: string): string => valueText(fact, material.facts[fact] ?? '', words);
  return {
    form: page.id,
    number: requestNumber(material.reference, material.routeId),
    caseReference: material.reference,
    title: page.title,
    to: page.to,
    addressee: words.states[material.lot.addressee] ?? material.lot.addressee,
    authority: text('requestingAuthority.name'),
    unit: text('requestingAuthority.unit'),
    classification: page.classification,
    language: 'en',
    mark: training ? trainingMark : null,
    status:
      'Draft for approval. It becomes a request only together with the approvals recorded for this version.',
    date: letterTime(material).date,
    opening: page.opening.trim(),
    closing: page.closing.trim(),
    fields: filled.map(({ field, lines }) => ({
      id: field.id,
      number: field.number,
      section: field.section,
      title: field.title,
      lines,
    })),
    schedule: scheduleRows(context),
    signatures: signatureBlocks(page, context),
    source: filled.map(({ field }) => ({ field: field.id, source: field.source })),
  };
}

function scheduleRows({ material, words }: Resolving): ScheduleRow[] {
  return material.items.map(({ id, facts }) => {
    const { dataCategory, identifiers, timeWindow } = facts;
    return {
      id,
      category: typeof dataCategory === 'string' ? valueText('dataCategory', dataCategory, words) : '-',
      custodian: valueText('provider.name', facts['provider.name'] ?? '-', words),
      identifiers: isIdentifiers(identifiers) ? identifiers.map((one) => identifierLines(one, words)) : [],
      period: isTimeWindow(timeWindow) ? windowLines(timeWindow) : ['not limited in this request'],
    };
  });
}

function signatureBlocks(page: Form, { material, words }: Resolving): SignatureBlock[] {
  const { drafter, lot } = material;
  const { drafter: title, approvals, seal } = page.signatures;
  const role = (code: keyof typeof words.roles): string => words.roles[code] ?? code;
  return [
    { title, name: drafter?.name ?? '', role: drafter === null ? '' : role(drafter.role) },
    ...lot.terms.approvals.map((term) => ({
      title: approvals,
      name: '',
      role: term.roles.map(role).join(' or '),
    })),
    ...(seal === undefined ? [] : [{ title: seal, name: '', role: '' }]),
  ];
}
