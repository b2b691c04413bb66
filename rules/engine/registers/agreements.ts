import type { FactValue } from '../../../contracts/determination.js';
import type { Registers } from './model.js';
import type { Agreement } from './schema.js';
import { covering, settle, trust, visible, type Asking, type DoubtReason, type Resolved } from './trust.js';

type Query = Asking & { requestingState: string; requestedState: string };

const lists = [
  { list: 'mutualAssistance', code: 'BILATERAL_MLA' },
  { list: 'cloudAct', code: 'CLOUD_AGREEMENT' },
] as const;

/**
 * Adds the agreements of exactly these two States to `relation.bothParty`. One whose day of entry into force is not
 * known does not count: it is a question (H.8). No row about a pair means that no agreement is known.
 */
export function resolveAgreements(registers: Registers, query: Query, resolved: Resolved): void {
  for (const { list, code } of lists) {
    const rows = registers.agreements[list].filter((row) => isPair(row, query));
    const row = covering(visible(rows, query, registers.compiledOn), query.asOf);
    if (row) weigh(row, `agreements/${[...row.parties].join('-')}#${code}`, code, query, resolved);
  }
}

const isPair = (row: Agreement, query: Query): boolean =>
  row.parties.includes(query.requestingState) &&
  row.parties.includes(query.requestedState) &&
  query.requestingState !== query.requestedState;

function weigh(row: Agreement, ref: string, code: string, query: Query, resolved: Resolved): void {
  if (row.status === 'none') return;
  const trusted = trust({ ref, entry: row }, query);
  const why: DoubtReason | undefined = !row.since ? 'NO_DATE' : trusted.sure ? undefined : trusted.why;
  if (why) {
    const says = row.note ?? row.treaty ?? 'status not known';
    const lastChecked = row.lastChecked ?? null;
    resolved.doubtful.push({ fact: 'relation.bothParty', value: code, ref, why, lastChecked, says });
    return;
  }
  const codes = [...codesOf(resolved.facts['relation.bothParty']), code].sort();
  const source = resolved.sources['relation.bothParty'];
  settle(resolved, 'relation.bothParty', codes, [source?.ref ?? '', ref], source?.at ?? row.lastChecked);
}

const codesOf = (value: FactValue | undefined): readonly string[] =>
  value === undefined || value === null || typeof value !== 'object' ? [] : value;
