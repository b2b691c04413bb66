import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, conditions, matrix, may, whyNot } from '../../authority/index.js';
import type { Actor, Condition, Subject } from '../../authority/index.js';
import { roles, routeFamilies } from '../../contracts/codes.js';
import type { Role } from '../../contracts/codes.js';

const ids = ['ann', 'bob', 'eve'];
const people = fc.record({
  id: fc.constantFrom(...ids),
  unitId: fc.constantFrom('north', 'south'),
  roles: fc.subarray([...roles], { maxLength: 3 }),
});
const things = fc.record(
  {
    unitId: fc.constantFrom('north', 'south'),
    family: fc.constantFrom(...routeFamilies),
    drafterIds: fc.subarray(ids),
    involvedIds: fc.subarray(ids),
    anythingApproved: fc.boolean(),
    concernsOversight: fc.boolean(),
    privileged: fc.boolean(),
    memberIds: fc.subarray(ids),
    concernedIds: fc.subarray(ids),
    role: fc.constantFrom(...roles),
    namedRoles: fc.subarray([...roles], { maxLength: 6 }),
  },
  { requiredKeys: [] },
);

/** The conditions once more, said plainly. */
const plainly: Record<Condition, (person: Actor, role: Role, thing: Subject) => boolean> = {
  NEED_TO_KNOW: () => true,
  OWN_UNIT: (person, _role, thing) => thing.unitId === person.unitId,
  ONESELF: (person, _role, { concernedIds }) => concernedIds?.includes(person.id) ?? false,
  NOT_ONESELF: (person, _role, { concernedIds }) =>
    concernedIds !== undefined && !concernedIds.includes(person.id),
  UNIT_ROLE: (_person, _role, { role }) =>
    role === 'CASE_OFFICER' || role === 'DUTY_OFFICER' || role === 'SUPERVISOR' || role === 'DUTY_SUPERVISOR',
  NOT_DRAFTER: (person, _role, { drafterIds }) => drafterIds !== undefined && !drafterIds.includes(person.id),
  NOT_INVOLVED: (person, _role, { involvedIds }) =>
    involvedIds !== undefined && !involvedIds.includes(person.id),
  OF_THE_OFFICE: (_person, _role, { concernsOversight }) => concernsOversight === false,
  NOT_PRIVILEGED: (_person, _role, { privileged }) => privileged === false,
  NOT_ON_THE_CASE: (person, _role, { memberIds }) =>
    memberIds !== undefined && !memberIds.includes(person.id),
  NAMED_ROLE: (_person, role, { namedRoles }) => namedRoles?.includes(role) ?? false,
  NOTHING_APPROVED: (_person, _role, { anythingApproved }) => anythingApproved === false,
};

/** Roles in which some line allows it, read line by line. */
function rolesAllowed(person: Actor, action: string, thing: Subject): Role[] {
  return matrix
    .filter((line) => line.action === action)
    .filter(({ families }) => families === undefined || families.some((one) => one === thing.family))
    .flatMap((line) =>
      person.roles
        .filter((role) => line.roles === 'EVERYBODY' || line.roles.includes(role))
        .filter((role) => line.where.every((word) => plainly[word](person, role, thing))),
    );
}

describe('the matrix, read by the ability that is made of it for one person', () => {
  it('allows exactly what some line allows, in a role of that line', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...actions), things, (person, action, thing) => {
        const allowed = rolesAllowed(person, action, thing);
        const verdict = may(person, action, thing);
        expect(verdict.allowed).toBe(allowed.length > 0);
        if (verdict.allowed) expect(allowed).toContain(verdict.role);
      }),
      { numRuns: 3000 },
    );
  });

  it('says of every refusal what is lacking of each line, and of no refusal that nothing is', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...actions), things, (person, action, thing) => {
        const lines = whyNot(person, action, thing);
        const free = lines.filter(({ lacks }) => lacks.length === 0);
        expect(free.length > 0).toBe(may(person, action, thing).allowed);
        for (const { lacks } of lines) for (const { says, cure } of lacks) expect(says && cure).toBeTruthy();
      }),
      { numRuns: 3000 },
    );
  });

  it('gives a reason for every line and a cure for every condition', () => {
    for (const { because } of matrix) expect(because).toMatch(/^\p{Lu}.+\.$/u);
    for (const { says, cure } of Object.values(conditions))
      expect(says.length * cure.length).toBeGreaterThan(0);
  });
});
