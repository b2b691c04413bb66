import { describe, expect, it } from 'vitest';
import {
  auditOf,
  closeApprovalSteps,
  inbox,
  issueTicket,
  markAdopted,
  proposePlan,
  seedPeople,
  verifyAudit,
  type Store,
} from '../../store/index.js';
import { onEachEngine } from './engines.js';
import {
  aDraft,
  aLot,
  aRunningCase,
  at,
  aTicket,
  determined,
  person,
  readerOf,
  redeem,
  somePeople,
  stepIdOf,
  system,
  type People,
} from './world.js';

/** A route with one draft, whose two signatures are open. */
async function aRouteToSign(store: Store) {
  const people = await somePeople(store);
  const { routeId, caseId } = await aRunningCase(store, people, [aLot()]);
  const draft = await aDraft(store, routeId);
  return { people, routeId, caseId, ...draft };
}

const issue = async (
  store: Store,
  act: People['officer'],
  input: { routeId: string; step: string; digest: string; decision?: 'return'; reason?: string },
) => {
  const { routeId, step, decision = 'approve', ...rest } = input;
  const stepId = await stepIdOf(store, routeId, step);
  return store.transaction((tx) => issueTicket(tx, act, { ...rest, stepId, decision, expiresAt: at(30) }));
};

onEachEngine((opened) => {
  describe('a ticket is not written', () => {
    it.each([
      ['the drafter', 'officer', 'CASE_OFFICER', 'APPROVAL_SELF_DECISION'],
      ['a role the step does not name', 'adviser', 'LEGAL_ADVISOR', 'APPROVAL_ROLE'],
      ['a role the person does not hold', 'adviser', 'SUPERVISOR', 'APPROVAL_ROLE'],
    ] as const)('for %s', async (_, name, role, code) => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteToSign(store);
      const asked = issue(store, person(people.id(name), role), { routeId, step: 'supervisor', digest });
      await expect(asked).rejects.toMatchObject({ code });
    });

    it('for another digest than the open one, nor after the step was closed', async () => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteToSign(store);
      const sign = (of: string) =>
        issue(store, people.supervisor, { routeId, step: 'supervisor', digest: of });
      await expect(sign('0'.repeat(64))).rejects.toMatchObject({ code: 'APPROVAL_DIGEST_STALE' });
      await store.transaction((tx) => closeApprovalSteps(tx, system(2), { routeId, digest, why: 'voided' }));
      await expect(sign(digest)).rejects.toMatchObject({ code: 'APPROVAL_STEP_CLOSED' });
    });

    it('for a return without a reason', async () => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteToSign(store);
      const asked = issue(store, people.supervisor, {
        routeId,
        step: 'supervisor',
        digest,
        decision: 'return',
        reason: '  ',
      });
      await expect(asked).rejects.toMatchObject({ code: 'APPROVAL_REASON_MISSING' });
    });

    it('for a second step by a person who has signed the request', async () => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteToSign(store);
      const both = people.id('bothRoles');
      const ticketId = await aTicket(store, person(both, 'SUPERVISOR'), {
        routeId,
        step: 'supervisor',
        digest,
      });
      await redeem(store, { routeId, ticketId, step: 'supervisor', digest });
      const again = issue(store, person(both, 'PROSECUTOR'), { routeId, step: 'prosecutor', digest });
      await expect(again).rejects.toMatchObject({ code: 'APPROVAL_TWICE' });
    });

    it('for a step whose turn has not come', async () => {
      const { store } = opened;
      const people = await somePeople(store);
      const { terms } = aLot();
      const approvals = terms.approvals.map((term, index) => ({ ...term, order: index + 1 }));
      const { routeId } = await aRunningCase(store, people, [aLot({ terms: { ...terms, approvals } })]);
      const { digest } = await aDraft(store, routeId);
      const early = issue(store, people.prosecutor, { routeId, step: 'prosecutor', digest });
      await expect(early).rejects.toMatchObject({ code: 'APPROVAL_STEP_CLOSED' });
    });
  });

  describe('a ticket', () => {
    it('counts once redeemed: vote, used ticket and audit entry of the person in one transaction', async () => {
      const { store } = opened;
      const { people, routeId, caseId, digest } = await aRouteToSign(store);
      const ticketId = await aTicket(store, people.supervisor, { routeId, step: 'supervisor', digest });
      const redeemed = await redeem(store, { routeId, ticketId, step: 'supervisor', digest });
      const personId = people.id('supervisor');
      expect(redeemed).toEqual({
        valid: true,
        personId,
        role: 'SUPERVISOR',
        decision: 'approve',
        expired: false,
      });
      const entries = await auditOf(store.read, { caseId, limit: 100 });
      expect(entries.at(-1)).toMatchObject({
        verb: 'APPROVAL_DECIDED',
        actor: { kind: 'person', personId, role: 'SUPERVISOR' },
        newDigest: digest,
      });
    });

    it('redeemed again by its own step gives its first answer and no second vote', async () => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteToSign(store);
      const ticketId = await aTicket(store, people.supervisor, { routeId, step: 'supervisor', digest });
      const input = { routeId, ticketId, step: 'supervisor', digest };
      const answers = await Promise.all([redeem(store, input), redeem(store, input), redeem(store, input)]);
      expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
      const votes = await store.read.db
        .selectFrom('votes')
        .select('id')
        .where('routeId', '=', routeId)
        .execute();
      expect(votes).toHaveLength(1);
    });

    it('that nobody wrote counts for nothing, and the attempt is in the audit', async () => {
      const { store } = opened;
      const { routeId, caseId, digest } = await aRouteToSign(store);
      const invented = { routeId, ticketId: 'supervisor-2-says-yes', step: 'supervisor', digest };
      expect(await redeem(store, invented)).toEqual({ valid: false, reason: 'TICKET_UNKNOWN' });
      const entries = await auditOf(store.read, { caseId, limit: 100 });
      expect(entries.at(-1)).toMatchObject({ verb: 'APPROVAL_REFUSED', subject: { id: invented.ticketId } });
    });

    it('of another step, another digest or another route counts for nothing', async () => {
      const { store } = opened;
      const one = await aRouteToSign(store);
      const other = await aRouteToSign(store);
      const { people, routeId, digest } = one;
      const ticketId = await aTicket(store, people.supervisor, { routeId, step: 'supervisor', digest });
      const attempts = [
        { routeId, ticketId, step: 'prosecutor', digest },
        { routeId, ticketId, step: 'supervisor', digest: '0'.repeat(64) },
        { routeId: other.routeId, ticketId, step: 'supervisor', digest },
      ];
      for (const attempt of attempts) {
        expect(await redeem(store, attempt)).toMatchObject({ valid: false });
      }
      expect(await redeem(store, { routeId, ticketId, step: 'supervisor', digest })).toMatchObject({
        valid: true,
      });
    });

    it('counts for nothing after its expiry', async () => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteToSign(store);
      const ticketId = await aTicket(store, people.supervisor, { routeId, step: 'supervisor', digest });
      const late = await redeem(store, { routeId, ticketId, step: 'supervisor', digest }, 30);
      expect(late).toEqual({ valid: false, reason: 'TICKET_EXPIRED' });
    });

    it('counts for nothing when the person lost the role, or left, after it was written', async () => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteToSign(store);
      const { unitId } = people;
      const gone = async (name: string, change: { active?: boolean; roles: 'SUPERVISOR'[] }) => {
        const act = person(people.id(name), 'SUPERVISOR');
        const ticketId = await aTicket(store, act, { routeId, step: 'supervisor', digest });
        const persons = [{ id: people.id(name), unitId, label: name, ...change }];
        await store.transaction((tx) => seedPeople(tx, system(3), { units: [], persons }));
        return redeem(store, { routeId, ticketId, step: 'supervisor', digest });
      };
      const refused = { valid: false, reason: 'APPROVAL_ROLE' };
      expect(await gone('supervisor', { roles: [] })).toEqual(refused);
      expect(await gone('otherSupervisor', { roles: ['SUPERVISOR'], active: false })).toEqual(refused);
    });

    it('of two persons for one step, the first counts', async () => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteToSign(store);
      const input = { routeId, step: 'supervisor', digest };
      const tickets = [
        await aTicket(store, people.supervisor, input),
        await aTicket(store, people.otherSupervisor, input),
      ];
      const answers = await Promise.all(tickets.map((ticketId) => redeem(store, { ...input, ticketId })));
      expect(answers.filter((one) => one.valid)).toHaveLength(1);
      expect(answers.filter((one) => !one.valid)).toEqual([{ valid: false, reason: 'APPROVAL_STEP_CLOSED' }]);
    });

    it('of one person for two steps of a request, one counts', async () => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteToSign(store);
      const both = people.id('bothRoles');
      const steps = [
        ['supervisor', 'SUPERVISOR'],
        ['prosecutor', 'PROSECUTOR'],
      ] as const;
      const tickets = [];
      for (const [step, role] of steps) {
        tickets.push({ step, ticketId: await aTicket(store, person(both, role), { routeId, step, digest }) });
      }
      const answers = await Promise.all(tickets.map((one) => redeem(store, { ...one, routeId, digest })));
      expect(answers.filter((one) => one.valid)).toHaveLength(1);
      expect(answers.filter((one) => !one.valid)).toEqual([{ valid: false, reason: 'APPROVAL_TWICE' }]);
    });

    it('counts for nothing once its round was closed, used or not, also when the same draft is signed again', async () => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteToSign(store);
      const input = { routeId, step: 'supervisor', digest };
      const used = await aTicket(store, people.supervisor, input);
      const unused = await aTicket(store, people.otherSupervisor, input);
      await redeem(store, { ...input, ticketId: used });
      await store.transaction((tx) => closeApprovalSteps(tx, system(6), { routeId, digest, why: 'expired' }));
      await aDraft(store, routeId, 'letter', 2);
      expect(await redeem(store, { ...input, ticketId: used })).toEqual({
        valid: false,
        reason: 'TICKET_USED',
      });
      expect(await redeem(store, { ...input, ticketId: unused })).toMatchObject({ valid: false });
    });

    it('counts for nothing when the slice it rests on changed by an adopted plan', async () => {
      const { store } = opened;
      const { people, routeId, caseId, digest } = await aRouteToSign(store);
      const ticketId = await aTicket(store, people.supervisor, { routeId, step: 'supervisor', digest });
      const determinationId = await determined(store, caseId, [aLot({ basis: ['NEW BASIS'] })]);
      await store.transaction(async (tx) => {
        const plan = await proposePlan(tx, system(3), { caseId, determinationId });
        const input = { planId: plan?.id ?? '', baseDigest: plan?.baseDigest ?? '' };
        return markAdopted(tx, { ...people.officer, reason: 'New basis.' }, input);
      });
      const refused = await redeem(store, { routeId, ticketId, step: 'supervisor', digest });
      expect(refused).toEqual({ valid: false, reason: 'APPROVAL_DIGEST_STALE' });
    });

    it('adds no signature to one that has run out', async () => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteToSign(store);
      const sign = async (name: 'supervisor' | 'prosecutor', minute: number) => {
        const ticketId = await aTicket(store, people[name], { routeId, step: name, digest });
        return redeem(store, { routeId, ticketId, step: name, digest }, minute, at(minute + 10));
      };
      expect(await sign('supervisor', 5)).toMatchObject({ valid: true });
      expect(await sign('prosecutor', 15)).toEqual({ valid: false, reason: 'APPROVAL_EXPIRED' });
    });
  });

  describe('the inbox', () => {
    it('shows a step to who may sign it: not to the drafter, not to who signed, not once it is closed', async () => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteToSign(store);
      const names = ['officer', 'supervisor', 'otherSupervisor', 'prosecutor', 'bothRoles', 'adviser'];
      const seen = async () => {
        const lists = await Promise.all(
          names.map((name) => inbox(store.read, readerOf(people, name), { limit: 100 })),
        );
        return lists.map((list) =>
          list
            .filter((one) => one.routeId === routeId)
            .map((one) => one.step)
            .sort(),
        );
      };
      expect(await seen()).toEqual([
        [],
        ['supervisor'],
        ['supervisor'],
        ['prosecutor'],
        ['prosecutor', 'supervisor'],
        [],
      ]);
      const act = person(people.id('bothRoles'), 'SUPERVISOR');
      const ticketId = await aTicket(store, act, { routeId, step: 'supervisor', digest });
      await redeem(store, { routeId, ticketId, step: 'supervisor', digest });
      expect(await seen()).toEqual([[], [], [], ['prosecutor'], [], []]);
      await store.transaction((tx) =>
        closeApprovalSteps(tx, system(6), { routeId, digest, why: 'rejected' }),
      );
      expect(await seen()).toEqual([[], [], [], [], [], []]);
    });

    it('names the draft that would be signed', async () => {
      const { store } = opened;
      const { people, routeId, digest } = await aRouteToSign(store);
      const list = await inbox(store.read, readerOf(people, 'prosecutor'), { limit: 100 });
      expect(list.filter((one) => one.routeId === routeId)).toMatchObject([
        { digest, documentVersion: 1, caseReference: 'R-1', addressee: 'Provider X', dueAt: at(50) },
      ]);
    });
  });

  it('after all these attempts the chain of the audit is whole', async () => {
    expect((await verifyAudit(opened.store.read)).findings).toEqual([]);
  });
});
