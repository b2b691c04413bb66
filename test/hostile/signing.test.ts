import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueTicket, registerMachine } from '../../store/index.js';
import type { PersonAct, Store } from '../../store/index.js';
import {
  aDraft,
  aLot,
  aRunningCase,
  aTicket,
  at,
  later,
  person,
  redeem,
  somePeople,
  stepIdOf,
  system,
} from '../store/world.js';
import type { People } from '../store/world.js';
import { at as in_, startHarness } from '../api/harness.js';
import type { Harness } from '../api/harness.js';
import { aRoute, askSignature } from '../api/running-route.js';
import { openMemoryStore } from '../support/memory-store.js';

let store: Store;
let people: People;
let h: Harness;
beforeAll(async () => {
  store = await openMemoryStore();
  people = await somePeople(store);
  h = await startHarness();
});
afterAll(async () => {
  await store.close();
  await h.stop();
});

const votes = (routeId: string) =>
  store.read.db.selectFrom('votes').select('id').where('routeId', '=', routeId).execute();

async function aDraftedRoute() {
  const { routeId } = await aRunningCase(store, people, [aLot()]);
  return { routeId, ...(await aDraft(store, routeId)) };
}

/** Asks for a ticket as this person, whatever he or she is. */
const ticketFor = async (act: PersonAct, routeId: string, step: string, digest: string) => {
  const stepId = await stepIdOf(store, routeId, step);
  const asked = { stepId, decision: 'approve' as const, digest, expiresAt: at(30) };
  return store.transaction((tx) => issueTicket(tx, act, asked));
};

describe('who signs for himself', () => {
  it('through a second role is refused: a drafter is a person, not a role', async () => {
    const { routeId, digest } = await aDraftedRoute();
    const drafter = people.officer.actor.personId;
    await store.read.db.insertInto('personRoles').values({ personId: drafter, role: 'SUPERVISOR' }).execute();
    const signing = ticketFor(person(drafter, 'SUPERVISOR', 2), routeId, 'supervisor', digest);
    await expect(signing).rejects.toMatchObject({ code: 'APPROVAL_SELF_DECISION' });
    await store.read.db
      .deleteFrom('personRoles')
      .where('personId', '=', drafter)
      .where('role', '=', 'SUPERVISOR')
      .execute();
  });

  it('through a service account is refused: a machine holds no role and casts no vote', async () => {
    const { routeId, digest } = await aDraftedRoute();
    const machine = { id: `machine:${routeId}`, unitId: people.unitId, label: 'Sender', actions: [] };
    await store.transaction((tx) => registerMachine(tx, system(), machine));
    const signing = ticketFor(person(machine.id, 'SUPERVISOR', 2), routeId, 'supervisor', digest);
    await expect(signing).rejects.toMatchObject({ code: 'APPROVAL_ROLE' });
    expect(await votes(routeId)).toEqual([]);
  });

  it('twice in one round, once for each role, is refused the second time', async () => {
    const { routeId, digest } = await aDraftedRoute();
    const both = (role: 'SUPERVISOR' | 'PROSECUTOR') => person(people.id('bothRoles'), role, 2);
    const { ticketId } = await ticketFor(both('SUPERVISOR'), routeId, 'supervisor', digest);
    await redeem(store, { routeId, ticketId, step: 'supervisor', digest });
    const again = ticketFor(both('PROSECUTOR'), routeId, 'prosecutor', digest);
    await expect(again).rejects.toMatchObject({ code: 'APPROVAL_TWICE' });
  });
});

describe('a document that was swapped after it was read', () => {
  it('is not approved by who read the one before: the digest that was read is asked for', async () => {
    const route = await aRoute(h);
    const read = await askSignature(h, route, 'the letter');
    const swapped = await askSignature(h, route, 'another letter');
    expect(swapped.digest).not.toBe(read.digest);
    for (const { stepId } of [read, swapped]) {
      const body = { decision: 'approve', digest: read.digest };
      const answer = await h.as('supervisor').post(`/v1/approvals/${stepId}/decision`, body);
      expect(answer.status).toBe(409);
      expect(['APPROVAL_DIGEST_STALE', 'APPROVAL_STEP_CLOSED']).toContain(answer.code);
    }
    const { body } = await h.as('supervisor').get(`/v1/routes/${route.routeId}`);
    expect(JSON.stringify(in_(body, 'approvals'))).not.toContain('"decision":"approve"');
  });

  it('between signature and count counts for nothing', async () => {
    const { routeId, digest } = await aDraftedRoute();
    const ticketId = await aTicket(store, later(people.supervisor, 2), {
      routeId,
      step: 'supervisor',
      digest,
    });
    await aDraft(store, routeId, 'another letter', 2);
    expect(await redeem(store, { routeId, ticketId, step: 'supervisor', digest })).toMatchObject({
      valid: false,
    });
    expect(await votes(routeId)).toEqual([]);
  });
});

describe('a ticket', () => {
  it('replayed to its own step does not count twice', async () => {
    const { routeId, digest } = await aDraftedRoute();
    const ticketId = await aTicket(store, later(people.supervisor, 2), {
      routeId,
      step: 'supervisor',
      digest,
    });
    const one = { routeId, ticketId, step: 'supervisor', digest };
    await redeem(store, one);
    await redeem(store, one);
    await redeem(store, one);
    expect(await votes(routeId)).toHaveLength(1);
  });

  it('of one step does not sign another', async () => {
    const { routeId, digest } = await aDraftedRoute();
    const ticketId = await aTicket(store, later(people.supervisor, 2), {
      routeId,
      step: 'supervisor',
      digest,
    });
    expect(await redeem(store, { routeId, ticketId, step: 'prosecutor', digest })).toEqual({
      valid: false,
      reason: 'TICKET_OF_ANOTHER_STEP_OR_DIGEST',
    });
    expect(await votes(routeId)).toEqual([]);
  });

  it('stolen for another route signs nothing there', async () => {
    const { routeId, digest } = await aDraftedRoute();
    const ticketId = await aTicket(store, later(people.supervisor, 2), {
      routeId,
      step: 'supervisor',
      digest,
    });
    const other = await aDraftedRoute();
    const theft = { routeId: other.routeId, ticketId, step: 'supervisor', digest: other.digest };
    expect(await redeem(store, theft)).toMatchObject({ valid: false });
    expect(await votes(other.routeId)).toEqual([]);
  });

  it('kept until it ran out, or made up, counts for nothing', async () => {
    const { routeId, digest } = await aDraftedRoute();
    const ticketId = await aTicket(store, later(people.supervisor, 2), {
      routeId,
      step: 'supervisor',
      digest,
    });
    const late = await redeem(store, { routeId, ticketId, step: 'supervisor', digest }, 31);
    expect(late).toEqual({ valid: false, reason: 'TICKET_EXPIRED' });
    const invented = await redeem(store, { routeId, ticketId: 'invented', step: 'supervisor', digest });
    expect(invented).toEqual({ valid: false, reason: 'TICKET_UNKNOWN' });
    expect(await votes(routeId)).toEqual([]);
  });

  it('of a person who lost the role meanwhile counts for nothing', async () => {
    const { routeId, digest } = await aDraftedRoute();
    const ticketId = await aTicket(store, later(people.otherSupervisor, 2), {
      routeId,
      step: 'supervisor',
      digest,
    });
    await store.read.db
      .deleteFrom('personRoles')
      .where('personId', '=', people.otherSupervisor.actor.personId)
      .execute();
    expect(await redeem(store, { routeId, ticketId, step: 'supervisor', digest })).toEqual({
      valid: false,
      reason: 'APPROVAL_ROLE',
    });
  });
});
