import { exportKind } from '../../contracts/audit-record.js';
import { canonicalText } from '../canonical.js';
import type { Bare } from '../tx.js';
import { checkpointsAfter, timeStamps } from './checkpoints.js';
import type { AuditEntry } from './entries.js';
import { treeNow } from './proofs.js';
import { everyEntry, type AuditFilter } from './read.js';
import { shown } from './shown.js';

/**
 * The record as JSON lines, each in canonical form (RFC 8785): what it is, the signed checkpoints, the time-stamps, the
 * entries. With a filter it is a selection: each entry can be checked, and not that none is missing.
 */
export async function* exportLines(read: Bare, filter: AuditFilter = {}): AsyncGenerator<string> {
  const { size, root } = await treeNow(read);
  yield line({ kind: exportKind, filter, size, root });
  for (const checkpoint of await checkpointsAfter(read, 0))
    if (checkpoint.size <= size) yield line({ checkpoint });
  for (const { token, ...stamp } of await timeStamps(read))
    if (stamp.size <= size)
      yield line({ timeStamp: { ...stamp, token: Buffer.from(token).toString('base64') } });
  for await (const { entry } of everyEntry(read, { ...filter, upTo: size })) yield line(entry);
}

const line = (value: unknown): string => `${canonicalText(value)}\n`;

const columns: readonly (readonly [string, (entry: AuditEntry) => string])[] = [
  ['sequence', ({ sequence }) => String(sequence)],
  ['at', ({ at }) => at],
  ['verb', ({ verb }) => verb],
  ['actor', ({ actor }) => actor.kind],
  ['who', ({ actor }) => whoOf(actor)],
  ['role', ({ actor }) => (actor.kind === 'person' ? actor.role : '')],
  ['subject', ({ subject }) => subject.kind],
  ['subject_id', ({ subject }) => subject.id],
  ['case_id', ({ caseId }) => caseId ?? ''],
  ['reason', ({ reason }) => reason ?? ''],
  ['old_digest', ({ oldDigest }) => oldDigest ?? ''],
  ['new_digest', ({ newDigest }) => newDigest ?? ''],
  ['body', ({ body }) => body],
  ['hash', ({ hash }) => hash],
];

function whoOf(actor: AuditEntry['actor']): string {
  if (actor.kind === 'person')
    return actor.onBehalfOf === undefined ? actor.personId : `${actor.personId} for ${actor.onBehalfOf}`;
  if (actor.kind === 'machine') return actor.serviceId;
  return actor.kind === 'system' ? actor.component : actor.seenAs;
}

/** The record as CSV (RFC 4180), for people with a spreadsheet: nothing in it is a formula, nothing in it is unseen. */
export async function* exportCsv(read: Bare, filter: AuditFilter = {}): AsyncGenerator<string> {
  const { size } = await treeNow(read);
  yield csvRow(columns.map(([name]) => name));
  for await (const { entry } of everyEntry(read, { ...filter, upTo: size }))
    yield csvRow(columns.map(([, cell]) => cell(entry)));
}

export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** What a spreadsheet would compute begins with an apostrophe. */
function csvCell(text: string): string {
  const seen = shown(text);
  const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(seen) ? `'${seen}` : seen;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
