import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dispatch, officer, reply, stands, startPlan, supervisor } from '../../scripts/demo/acts.js';
import { text, until } from '../../scripts/demo/office.js';
import { routeOf } from '../../scripts/demo/stories.js';
import { RunningSystem } from '../support/running-system.js';
import { prepareSc09, signStep, stepFor } from './support/cases.js';
import { digestOfPacket, packetFiles } from './support/papers.js';
import { aboutRoute, auditTrail, type Entry, firstBroken, routeFile } from './support/record.js';
import { messagesOf, post, type Posted } from './support/wire.js';

/** kill -9 of API and worker in the middle of a case, and whatever is sent twice: nothing is lost, nothing leaves twice. */
const system = new RunningSystem();
const { office } = system;
const duty = 'training-duty-supervisor-b';
const channelUnit = 'training-channel-unit-a';
type Routes = ReadonlyMap<string, string>;
let first: Routes;
let second: Routes;

beforeAll(async () => {
  await system.start();
  [first, second] = await Promise.all([emergency(), emergency()]);
});
afterAll(() => system.stop());

async function emergency(): Promise<Routes> {
  const { caseId, determinationId } = await prepareSc09(office);
  return (await startPlan(office, caseId, determinationId)).routes;
}

const fileOf = (routeId: string) => routeFile(system, officer, routeId);
const handedOver = (routeId: string) => stands(office, routeId, 'HANDED_OVER');
const packetFolders = (): string[] => readdirSync(system.outbox).sort();

/** One row, one folder, the very files that were recorded. */
async function onePacket(routeId: string): Promise<void> {
  const { packets } = await fileOf(routeId);
  expect(packets).toHaveLength(1);
  for (const { id, packetSha256 } of packets) {
    expect(packetFolders().filter((name) => name.includes(id))).toEqual([id]);
    expect(digestOfPacket(packetFiles(system, id))).toBe(packetSha256);
  }
}

const instantOf = (entries: readonly Entry[], verb: Entry['verb']): number =>
  Date.parse(entries.find((entry) => entry.verb === verb)?.at ?? '');

describe('killed while signatures are being counted', () => {
  const key = new Map<string, string>();
  const answered: Posted[] = [];
  let routes: string[];
  let killedAt: number;

  const sign = async (routeId: string): Promise<Posted> => {
    const { stepId, digest } = await stepFor(office, routeId, duty);
    const idempotencyKey = key.get(routeId) ?? randomUUID();
    key.set(routeId, idempotencyKey);
    const path = `/v1/approvals/${stepId}/decision`;
    return post(system, duty, path, { decision: 'approve', digest }, idempotencyKey);
  };

  beforeAll(async () => {
    routes = [first, second].flatMap((one) => [routeOf(one, 'EDR'), routeOf(one, 'PROV_PRES')]);
    await stepFor(office, routeOf(first, 'P2P:INTERPOL'), duty);
    const steps = await Promise.all(routes.map((routeId) => stepFor(office, routeId, duty)));
    const decisions = routes.map((routeId, index) => {
      const { stepId = '', digest = '' } = steps[index] ?? {};
      key.set(routeId, randomUUID());
      const path = `/v1/approvals/${stepId}/decision`;
      return post(system, duty, path, { decision: 'approve', digest }, key.get(routeId));
    });
    answered.push(await Promise.race(decisions));
    killedAt = Date.now();
    await system.kill();
    for (const one of await Promise.allSettled(decisions))
      if (one.status === 'fulfilled') answered.push(one.value);
    await system.start();
  });

  it('goes on with every decision that was recorded: no signature is asked for again', async () => {
    const trail = await auditTrail(system);
    const recorded = routes.filter((id) =>
      aboutRoute(trail, id).some(({ verb, at }) => verb === 'TICKET_ISSUED' && Date.parse(at) <= killedAt),
    );
    expect(recorded.length).toBeGreaterThanOrEqual(answered.length > 0 ? 1 : 0);
    await Promise.all(recorded.map(handedOver));
    const later = await auditTrail(system);
    const between = recorded.filter((id) => instantOf(aboutRoute(later, id), 'HANDED_OVER') > killedAt);
    expect(between, 'the kill came too late to prove anything').not.toEqual([]);
  });

  it('takes the decisions that were sent again under their own keys, and counts each person once', async () => {
    const open = (await Promise.all(routes.map(fileOf))).filter(({ state }) => state === 'APPROVAL');
    for (const { id } of open) expect((await sign(id)).status).toBeLessThan(300);
    await Promise.all(routes.map(handedOver));
    const trail = await auditTrail(system);
    for (const id of routes) {
      const verbs = aboutRoute(trail, id).map(({ verb }) => verb);
      expect(verbs.filter((verb) => verb === 'APPROVAL_DECIDED')).toHaveLength(1);
      expect(verbs.filter((verb) => verb === 'HANDED_OVER')).toHaveLength(1);
    }
  });

  it('leaves exactly one packet for each route and digest', async () => {
    await Promise.all(routes.map(onePacket));
    expect(packetFolders()).toHaveLength(routes.length);
  });
});

describe('sent twice', () => {
  it('a reply under one key, twice at the same moment, is one reply', async () => {
    const routeId = routeOf(second, 'PROV_PRES');
    await dispatch(office, routeId);
    const said = { outcome: 'ACKNOWLEDGED', receivedAt: new Date().toISOString(), reference: 'R-1' };
    const idempotencyKey = randomUUID();
    const once = () => post(system, officer, `/v1/routes/${routeId}/replies`, said, idempotencyKey);
    const [one, other] = await Promise.all([once(), once()]);
    expect([one.status, other.status].every((status) => status === 201 || status === 202)).toBe(true);
    expect(text(one.body, 'id')).toBe(text(other.body, 'id'));
    await stands(office, routeId, 'ACKNOWLEDGED');
    expect((await fileOf(routeId)).replies).toHaveLength(1);
  });

  it('the same reply under two keys moves the route once, and the second one waits for a person', async () => {
    const routeId = routeOf(second, 'EDR');
    await dispatch(office, routeId);
    await Promise.all([reply(office, routeId, 'ANSWERED'), reply(office, routeId, 'ANSWERED')]);
    await stands(office, routeId, 'INTAKE');
    const { replies, setAside, state } = await fileOf(routeId);
    expect([replies.length, setAside.length, state]).toEqual([1, 1, 'INTAKE']);
    expect(setAside).toMatchObject([{ why: 'SAME_REFERENCE', sameAs: replies[0]?.id, decided: null }]);
    const moves = aboutRoute(await auditTrail(system), routeId).filter(({ verb }) => verb === 'ROUTE_MOVED');
    expect(moves.filter(({ body }) => body.includes('"to":"INTAKE"'))).toHaveLength(1);
  });
});

describe('killed with its engine, between an outbox row and its packet, and with a reply that no workflow knows', () => {
  let packed: string;
  let replied: string;
  let answer: Posted;

  beforeAll(async () => {
    packed = routeOf(first, 'P2P:INTERPOL');
    replied = routeOf(first, 'PROV_PRES');
    await dispatch(office, replied);
    await signStep(office, packed, duty);
    await inTheWayOfPackets(async () => {
      await signStep(office, packed, channelUnit);
      await until('the outbox row', async () =>
        (await fileOf(packed)).packets.length > 0 ? true : undefined,
      );
      system.freezeTemporal();
      const said = { outcome: 'ACKNOWLEDGED', receivedAt: new Date().toISOString(), reference: 'R-2' };
      answer = await post(system, officer, `/v1/routes/${replied}/replies`, said);
      expect((await fileOf(packed)).packets).toMatchObject([{ writtenAt: null }]);
      await system.kill();
      system.killTemporal();
    });
    await system.start();
  });

  /** A file stands where the folder of packets should be: rows can be made, packets cannot. */
  async function inTheWayOfPackets(work: () => Promise<void>): Promise<void> {
    const aside = `${system.outbox}.aside`;
    renameSync(system.outbox, aside);
    writeFileSync(system.outbox, '');
    await work();
    rmSync(system.outbox);
    renameSync(aside, system.outbox);
  }

  it('had told the officer that the reply is kept and still to be delivered', () => {
    expect([answer.status, text(answer.body, 'engine', 'state')]).toEqual([202, 'WAITING']);
  });

  it('writes the packet once, and waits for its dispatch', async () => {
    await handedOver(packed);
    await onePacket(packed);
    expect(existsSync(`${system.outbox}.aside`)).toBe(false);
    await dispatch(office, packed, channelUnit);
  });

  it('delivers the reply with the id of its row, once, and the route goes on', async () => {
    await stands(office, replied, 'ACKNOWLEDGED');
    const replyId = text(answer.body, 'id');
    const { workflowId, replies } = await fileOf(replied);
    expect(replies).toMatchObject([{ id: replyId, ledTo: 'ACKNOWLEDGED' }]);
    const told = await messagesOf(await system.rawClient(), workflowId, 'receiveReply');
    expect(told).toHaveLength(1);
    expect(told).toMatchObject([{ message: { replyId, outcome: 'ACKNOWLEDGED' } }]);
    for (const { updateId, message } of told) expect(text(message, 'requestId')).toBe(updateId);
    await reply(office, replied, 'PRESERVED', { preservedFrom: new Date().toISOString() });
    await stands(office, replied, 'PRESERVED');
  });

  it('leaves an audit trail without a gap over every start', async () => {
    expect(firstBroken(await auditTrail(system))).toBeUndefined();
    expect((await office(supervisor).get('/health')).status).toBe(200);
  });
});
