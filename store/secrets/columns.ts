import type { Selectable } from 'kysely';
import type { Database } from '../schema.js';
import type { Plain, Sealed } from './sealed.js';

type SealedColumn<Row> = {
  [Column in keyof Row]-?: NonNullable<Row[Column]> extends Sealed<unknown> ? Column : never;
}[keyof Row];

type Rows = { [Table in keyof Database]: Selectable<Database[Table]> };

/** Tables with at least one column that only the case's key opens. */
export type SealedTable = {
  [Table in keyof Rows]: SealedColumn<Rows[Table]> extends never ? never : Table;
}[keyof Rows];

type Columns<Table extends SealedTable> = SealedColumn<Rows[Table]>;
/** What the sealed columns of a table say, as plain values. */
export type PlainColumns<Table extends SealedTable> = {
  [Column in Columns<Table>]: Plain<Rows[Table][Column]>;
};
export type SealedColumns<Table extends SealedTable> = Pick<Rows[Table], Columns<Table>>;

/** Every sealed column. A column of type `Sealed` that is not named here does not compile, nor one here that is not. */
export const sealedColumns: { [Table in SealedTable]: { [Column in Columns<Table>]: true } } = {
  cases: { title: true, salt: true },
  decisions: { value: true, documentRef: true, reason: true },
  decisionSeconds: { reason: true },
  overrides: { reason: true },
  overrideSeconds: { reason: true },
  factVersions: { value: true, source: true },
  determinations: { frame: true, result: true, prose: true },
  plans: { reason: true },
  documents: { fields: true },
  tickets: { reason: true },
  returnComments: { says: true },
  votes: { reason: true },
  holds: { reason: true },
  holdReleases: { reason: true },
  withdrawals: { reason: true },
  clockTurns: { reason: true },
  dispatches: { means: true, reference: true },
  inFlight: { reason: true, approval: true },
  phoneApprovals: { line: true },
  replies: { reference: true, says: true, means: true },
  gaps: { lacks: true },
  gapEnds: { reason: true },
  setAsideDecisions: { reason: true },
  routeReports: { ref: true, finding: true },
  evidence: { fileName: true, means: true },
  relay: { payload: true, outcome: true },
  idempotencyKeys: { response: true },
  webhooks: { url: true, secret: true },
};
