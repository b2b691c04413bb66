import { createMongoAbility } from '@casl/ability';
import type { MongoAbility, MongoQuery, RawRuleOf } from '@casl/ability';
import { rulesToCondition } from '@casl/ability/extra';
import type { Role } from '../contracts/codes.js';
import type { Action, Actor, Subject } from './actions.js';
import type { Grant } from './grant.js';
import { conditions } from './conditions.js';
import { matrix } from './matrix.js';
import { sights, standings } from './sight.js';
import type { CaseSeen, Sight, SightCondition } from './sight.js';

type Thing = 'thing' | Subject;
type Seen = 'case' | CaseSeen;
type ActingAbility = MongoAbility<[Action, Thing], MongoQuery<Subject>>;
type SeeingAbility = MongoAbility<['see', Seen], SightCondition>;

/** Roles of the person that a line names. */
export const heldOf = ({ roles }: Pick<Grant, 'roles'>, person: Actor): readonly Role[] =>
  roles === 'EVERYBODY' ? person.roles : roles.filter((role) => person.roles.includes(role));

/** What one person may do: the lines of the matrix that name a role of his or hers, one rule for each such role. */
export function actingAbility(person: Actor): {
  ability: ActingAbility;
  /** Role in which the matrix allows it, `null` where it does not. */
  roleFor(action: Action, subject: Subject): Role | null;
} {
  const roleOf = new Map<unknown, Role>();
  const rules = matrix.flatMap((line) =>
    heldOf(line, person).map((role) => {
      const rule = ruleOf(line, person, role);
      roleOf.set(rule, role);
      return rule;
    }),
  );
  // CASL reads from the last rule upward; the matrix is read from its first line downward.
  const ability = createMongoAbility<ActingAbility>(rules.reverse(), { detectSubjectType: () => 'thing' });
  const roleFor = (action: Action, subject: Subject): Role | null =>
    roleOf.get(ability.relevantRuleFor(action, subject)?.origin) ?? null;
  return { ability, roleFor };
}

function ruleOf(
  { action, where, families, because }: Grant,
  person: Actor,
  role: Role,
): RawRuleOf<ActingAbility> {
  const ofFamily: MongoQuery<Subject> = families ? { family: { $in: [...families] } } : {};
  const all = where.reduce<MongoQuery<Subject>>(
    (before, word) => ({ ...before, ...conditions[word].holds(person, role) }),
    ofFamily,
  );
  return { action, subject: 'thing', conditions: all, reason: because };
}

/** Which cases one person sees: a rule for each line that names a role of his or hers, those that deny last. */
export function seeingAbility(person: Actor): SeeingAbility {
  const lines = [...sights.filter(({ may }) => may), ...sights.filter(({ may }) => !may)];
  const rules = lines.flatMap((line) => {
    const held = heldOf(line, person);
    return held.length > 0 ? [sightRule(line, person, held)] : [];
  });
  return createMongoAbility<SeeingAbility>(rules, { detectSubjectType: () => 'case' });
}

function sightRule(line: Sight, person: Actor, held: readonly Role[]): RawRuleOf<SeeingAbility> {
  const conditions = standings[line.standing].holds(person, held);
  const rule = { action: 'see', subject: 'case', inverted: !line.may, reason: line.because } as const;
  return conditions === null ? rule : { ...rule, conditions };
}

/** How conditions on a case are said where cases are looked for; in the store that is SQL. */
export type SightLanguage<R> = { [Field in keyof CaseSeen]: (values: readonly string[]) => R } & {
  and(parts: readonly R[]): R;
  or(parts: readonly R[]): R;
  not(part: R): R;
  everything(): R;
};

/** The condition on a case that a person may see, in another language; `null` where no line lets the person see any. */
export function sightOf<R>(person: Actor, say: SightLanguage<R>): R | null {
  const rules = seeingAbility(person).rulesFor('see', 'case');
  return rulesToCondition<SeeingAbility, R, R>(
    rules,
    ({ conditions, inverted }) => {
      const said = conditions ? say.and(partsOf(conditions, say)) : say.everything();
      return inverted ? say.not(said) : said;
    },
    { and: (parts) => say.and(parts), or: (parts) => say.or(parts), empty: () => say.everything() },
  );
}

/** Every field of a condition is said; one that has no words here would open everything, and stops instead. */
function partsOf<R>(conditions: SightCondition, say: SightLanguage<R>): R[] {
  const said = fields.flatMap((field) => {
    const values = conditions[field]?.$in;
    return values === undefined ? [] : [say[field](values)];
  });
  if (said.length === 0 || said.length !== Object.keys(conditions).length)
    throw new Error(`a condition on cases cannot be said: ${JSON.stringify(conditions)}`);
  return said;
}
const fields = [
  'unitId',
  'memberIds',
  'askedRoles',
  'recusedIds',
  'fileMarks',
] as const satisfies readonly (keyof CaseSeen)[];
