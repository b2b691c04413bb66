import { mongoQueryMatcher } from '@casl/ability';
import type { Role } from '../contracts/codes.js';
import type { Action, Actor, Subject } from './actions.js';
import type { Grant } from './grant.js';
import { conditions } from './conditions.js';
import type { Condition } from './conditions.js';
import { matrix } from './matrix.js';
import { sights, standings } from './sight.js';
import type { Sight, Standing } from './sight.js';

/** What a person lacks of one line of the matrix, in words, and who can bring it about. */
export type Lack = { what: Condition | Standing | 'ROLE'; says: string; cure: string };
/** One line of the matrix for an action, held against a person. No lack: the line allows it. */
export type LineHeld = { because: string; roles: readonly Role[]; lacks: readonly Lack[] };

/** Every line of the matrix for an action, with what the person lacks of it for this thing. */
export function whyNot(person: Actor, action: Action, subject: Subject = {}): LineHeld[] {
  return linesFor(action, subject).map((line) => {
    const failed = failedOf(line, person, subject);
    const roles = namedOf(line, subject);
    return { because: line.because, roles, lacks: failed.map((what) => lack(what, roles)) };
  });
}

/** Every line by which a person could see a case, with how he or she would have to stand to it; says nothing of any case. */
export function whyUnseen(person: Actor): LineHeld[] {
  const lines = sights.filter(({ may }) => may);
  return lines.map((line) => {
    const named = line.roles === 'EVERYBODY' ? person.roles : line.roles;
    const lacks = named.some((role) => person.roles.includes(role))
      ? standingLack(line)
      : [lack('ROLE', named)];
    return { because: line.because, roles: named, lacks };
  });
}

const standingLack = ({ standing }: Sight): Lack[] => {
  const { says } = standings[standing];
  return standing === 'EVERY' ? [] : [{ what: standing, says, cure: conditions.NEED_TO_KNOW.cure }];
};

/** The one lack that a refusal names first: of the line that comes nearest to the person. */
export function lackOf(
  person: Actor,
  action: Action,
  subject: Subject,
): { because: string; failed: Condition | 'ROLE'; needs: readonly Role[] } {
  const lines = linesFor(action, subject);
  const needs = [...new Set(lines.flatMap((line) => namedOf(line, subject)))];
  const nearest = lines.map((line) => failedOf(line, person, subject)).find(([first]) => first !== 'ROLE');
  const failed = nearest?.[0] ?? 'ROLE';
  return { because: lack(failed, needs).says, failed, needs };
}

const linesFor = (action: Action, { family }: Subject): Grant[] =>
  matrix.filter(
    (line) =>
      line.action === action &&
      (line.families === undefined || (family !== undefined && line.families.includes(family))),
  );

/** Roles of a line; where the thing itself names roles, only those. */
function namedOf(line: Grant, { namedRoles }: Subject): readonly Role[] {
  const roles = line.roles === 'EVERYBODY' ? [] : line.roles;
  return line.where.includes('NAMED_ROLE') && namedRoles
    ? roles.filter((role) => namedRoles.includes(role))
    : roles;
}

/** Conditions of a line that do not hold for the person; only `ROLE` where no role of the line is the person's. */
function failedOf(line: Grant, person: Actor, subject: Subject): (Condition | 'ROLE')[] {
  const held = line.roles === 'EVERYBODY' ? person.roles : namedOf(line, subject);
  const role = held.find((one) => person.roles.includes(one));
  if (role === undefined) return ['ROLE'];
  return line.where.filter((word) => !mongoQueryMatcher(conditions[word].holds(person, role))(subject));
}

const lack = (what: Condition | 'ROLE', roles: readonly Role[]): Lack =>
  what === 'ROLE'
    ? { what, says: roles.join(' or ') || 'nobody', cure: 'the head of office, through the administrator' }
    : { what, says: conditions[what].says, cure: conditions[what].cure };
