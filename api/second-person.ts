import { z } from 'zod';
import type { Role } from '../contracts/codes.js';
import type { CaseRecord } from '../store/index.js';

/** Why a person did what only holds once a second person stands behind it. */
export const reason = z.string().trim().min(3).max(4000);

/** Who owns a case drafted what a decision or an override would let pass, and so cannot be the one who signs it. */
export const ownersOf = ({ members }: CaseRecord): string[] =>
  members.filter(({ access }) => access === 'OWNER').map(({ personId }) => personId);

type TwoPersons = { byPerson: string; role: Role; at: string; second: Named | null };
type Named = { byPerson: string; role: Role; at: string };

/** An act with both its persons as the API shows them: `seconded` is `null` while nobody stood behind it. */
export const withBothPersons = <Act extends TwoPersons>({ byPerson, role, at, second, ...rest }: Act) => ({
  ...rest,
  recorded: { personId: byPerson, role, at },
  seconded: second && { personId: second.byPerson, role: second.role, at: second.at },
});
