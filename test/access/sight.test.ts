import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeingAbility } from '../../authority/index.js';
import type { CaseSeen } from '../../authority/index.js';
import { roles } from '../../contracts/codes.js';
import type { Role } from '../../contracts/codes.js';
import { addMember, caseForReader, listCases, routeForReader } from '../../store/index.js';
import { declareConflict, endConflict } from '../../store/index.js';
import type { Reader, Reading, Store } from '../../store/index.js';
import { aLot, aDraft, aRunningCase, somePeople } from '../store/world.js';
import type { People } from '../store/world.js';
import { openMemoryStore } from '../support/memory-store.js';

let store: Store;
let people: People;
/** Cases that differ in who is a member, whose signature was asked for and who has a conflict. */
let cases: { id: string; routeId: string; seen: CaseSeen }[];

const reader = 'colleague';
const asked: readonly (readonly Role[])[] = [
  [],
  ['SUPERVISOR'],
  ['CHANNEL_UNIT'],
  ['PROSECUTOR', 'CONTACT_24_7'],
];
const kinds = asked.flatMap((askedRoles) =>
  [true, false].flatMap((member) => [true, false].map((recused) => ({ askedRoles, member, recused }))),
);

beforeAll(async () => {
  store = await openMemoryStore();
  people = await somePeople(store);
  cases = [];
  for (const kind of kinds) cases.push(await aCaseOf(kind));
});
afterAll(() => store.close());

async function aCaseOf({ askedRoles, member, recused }: (typeof kinds)[number]) {
  const { terms } = aLot();
  const within = { amount: 2, unit: 'day' } as const;
  const approvals = askedRoles.map((role) => ({ step: role, order: 1, roles: [role], within, ladder: [] }));
  const { caseId, routeId } = await aRunningCase(store, people, [aLot({ terms: { ...terms, approvals } })]);
  if (askedRoles.length > 0) await aDraft(store, routeId);
  const personId = people.id(reader);
  if (member) await store.transaction((tx) => addMember(tx, people.officer, { caseId, personId }));
  if (recused) await declare(caseId, personId);
  const memberIds = [people.id('officer'), ...(member ? [personId] : [])];
  return {
    id: caseId,
    routeId,
    seen: {
      unitId: people.unitId,
      memberIds,
      askedRoles,
      recusedIds: recused ? [personId] : [],
      fileMarks: [],
    },
  };
}

const declare = (caseId: string, personId: string) =>
  store.transaction((tx) =>
    declareConflict(tx, { ...people.supervisor, reason: 'A brother of the suspect.' }, { caseId, personId }),
  );

const readers: Reader[] = roles.flatMap((role) =>
  [true, false].map((own) => ({ personId: reader, unitId: own ? 'own' : 'next', roles: [role] })),
);
const bothHats: Reader = { personId: reader, unitId: 'next', roles: ['CASE_OFFICER', 'CHANNEL_UNIT'] };

/** The reader, with the ids of this store. */
const here = ({ personId, unitId, roles: held }: Reader): Reader => ({
  personId: people.id(personId),
  unitId: unitId === 'own' ? people.unitId : 'unit-elsewhere',
  roles: held,
});

/** The store's own reading, counting the queries that go through it. */
function counting(): { read: Reading; asked: () => number } {
  let queries = 0;
  const db = store.read.db.withPlugin({
    transformQuery: ({ node }) => {
      queries += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { read: { ...store.read, db }, asked: () => queries };
}

describe('who sees which case', () => {
  it.each([...readers, bothHats])('is the same in a list, one by one, and by the matrix: %j', async (one) => {
    const who = here(one);
    const ability = seeingAbility({ ...who, id: who.personId });
    const expected = cases.filter(({ seen }) => ability.can('see', seen)).map(({ id }) => id);
    const listed = await listCases(store.read, who, { limit: 100 });
    expect(listed.map(({ id }) => id).sort()).toEqual([...expected].sort());
    for (const { id } of cases)
      expect((await caseForReader(store.read, who, id)) !== null).toBe(expected.includes(id));
  });

  it('is nobody without a role, and no administrator, though he or she be a member', async () => {
    for (const held of [[], ['ADMINISTRATOR'], ['FILTER_PERSON']] as const)
      expect(await listCases(store.read, here({ ...bothHats, roles: held }), { limit: 100 })).toEqual([]);
  });

  it('is nobody with a conflict, not even an overseer', async () => {
    const seen = await listCases(store.read, here({ ...bothHats, roles: ['OVERSEER'] }), { limit: 100 });
    const recused = cases.filter((one) => one.seen.recusedIds.length > 0).map(({ id }) => id);
    expect(seen.length).toBe(cases.length - recused.length);
    expect(seen.filter(({ id }) => recused.includes(id))).toEqual([]);
  });
});

describe('a conflict of interest', () => {
  it('takes the case away at once, and gives it back when it is over', async () => {
    const { caseId } = await aRunningCase(store, people, [aLot()]);
    const officer = {
      personId: people.id('officer'),
      unitId: people.unitId,
      roles: ['CASE_OFFICER'] as const,
    };
    expect(await caseForReader(store.read, officer, caseId)).not.toBeNull();
    const { conflictId } = await declare(caseId, officer.personId);
    expect(await caseForReader(store.read, officer, caseId)).toBeNull();
    const act = { ...people.supervisor, reason: 'The suspect is another man.' };
    await store.transaction((tx) => endConflict(tx, act, { conflictId }));
    expect(await caseForReader(store.read, officer, caseId)).not.toBeNull();
    await expect(store.transaction((tx) => endConflict(tx, act, { conflictId }))).rejects.toMatchObject({
      code: 'ROUTE_STATE',
    });
  });
});

describe('what may not be seen and what does not exist', () => {
  it('are answered after the same one query', async () => {
    const hidden = cases[0];
    if (hidden === undefined) throw new Error('no case');
    const stranger = here({ ...bothHats, roles: ['CASE_OFFICER'], personId: 'nobody' });
    const queries = async (id: string) => {
      const { read, asked: count } = counting();
      expect(await routeForReader(read, stranger, id)).toBeNull();
      return count();
    };
    expect([await queries(hidden.routeId), await queries('0'.repeat(26))]).toEqual([1, 1]);
  });
});
