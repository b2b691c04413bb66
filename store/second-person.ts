import type { Selectable } from 'kysely';
import type { DecisionSecondsTable } from './schema.js';
import type { CaseSecrets } from './secrets/case-secrets.js';
import type { Opened } from './secrets/sealed.js';

/** Who stood behind another person's act, in which role and for whom, when, and why. */
export type SecondPerson = Omit<Opened<Selectable<DecisionSecondsTable>>, 'decisionId'>;

/** Columns of the second person, `s` in a left join: all `null` while nobody stood behind it. */
export const secondColumns = [
  's.byPerson as sBy',
  's.role as sRole',
  's.onBehalfOf as sFor',
  's.reason as sReason',
  's.at as sAt',
] as const;

type Joined = {
  sBy: string | null;
  sRole: SecondPerson['role'] | null;
  sFor: string | null;
  sReason: DecisionSecondsTable['reason'];
  sAt: string | null;
};

/** Parts a joined row into the act and its second person; `id` is that of the act. */
export function secondIn<Row extends Joined>(
  { sBy, sRole, sFor, sReason, sAt, ...act }: Row,
  id: string,
  table: 'decisionSeconds' | 'overrideSeconds',
  secrets: CaseSecrets,
): { act: Omit<Row, keyof Joined>; second: SecondPerson | null } {
  if (sBy === null || sRole === null || sAt === null) return { act, second: null };
  const { reason } = secrets.open(table, id, { reason: sReason });
  return { act, second: { byPerson: sBy, role: sRole, onBehalfOf: sFor, reason, at: sAt } };
}
