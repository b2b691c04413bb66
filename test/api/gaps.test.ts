import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginEvidence, sealEvidence, sha256 } from '../../store/index.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness, Seen } from './harness.js';
import type { Name } from './people.js';
import { aSentRoute, lotOf, moveTo } from './running-route.js';
import type { RunningRoute } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const ofGaps = { state: 'PARTIAL', by: ['SUPERVISOR'], choices: ['FOLLOW_UP', 'CONVERT', 'CLOSE'] } as const;
const lot = lotOf('PROV_DISC', { items: ['I1', 'I2', 'I3'] });
const asked = { ...lot, terms: { ...lot.terms, decisions: [ofGaps] } };
const aRequest = () => aSentRoute(h, 'PROV_DISC', { lot: asked });

let letters = 0;
const reply = ({ routeId }: RunningRoute, outcome: string, more: object = {}): Promise<Seen> =>
  h.as('officer').post(`/v1/routes/${routeId}/replies`, {
    ...{ outcome, receivedAt: h.clock.now.toISOString(), reference: `A-${(letters += 1)}` },
    ...more,
  });
const logs = { item: 'I2', lacks: { kind: 'PERIOD', from: '2026-03-01', until: '2026-03-14' } };
const nothing = { item: 'I3', lacks: { kind: 'WHOLE' } };
const inPart = { came: ['I1'], missing: [logs, nothing] };

const gapsOf = async ({ routeId }: RunningRoute) =>
  list((await h.as('officer').get(`/v1/routes/${routeId}`)).body, 'gaps');
const gapOf = async (route: RunningRoute, item: string): Promise<string> =>
  text(
    (await gapsOf(route)).find((gap) => at(gap, 'item') === item),
    'id',
  );
const end = (gapId: string, how: string, by: Name = 'supervisor', more: object = {}): Promise<Seen> =>
  h.as(by).post(`/v1/gaps/${gapId}/end`, { how, reason: 'It is said in the letter of today.', ...more });
const close = ({ routeId }: RunningRoute): Promise<Seen> =>
  h.as('supervisor').post(`/v1/routes/${routeId}/reports`, {
    ...{ what: 'decision-taken', choice: 'CLOSE', finding: 'We have what we need.', reference: 'V-1' },
  });
async function anAnswerInPart(): Promise<RunningRoute> {
  const route = await aRequest();
  expect((await reply(route, 'PARTIAL', inPart)).status).toBe(201);
  await moveTo(h, route, 'PARTIAL');
  return route;
}

describe('an answer in part (P10)', () => {
  it('leaves what it lacks with the route, item by item', async () => {
    const route = await anAnswerInPart();
    expect(await gapsOf(route)).toMatchObject([
      { item: 'I2', lacks: logs.lacks, ended: null, laterReply: null },
      { item: 'I3', lacks: { kind: 'WHOLE' }, ended: null, laterReply: null },
    ]);
  });

  it.each([
    ['an item of which nothing is said', { came: ['I1'], missing: [logs] }, 'I3'],
    ['an item that was not asked for', { came: ['I1', 'I9'], missing: [logs, nothing] }, 'I9'],
    [
      'an item that came in whole and lacks something',
      { came: ['I1', 'I2'], missing: [logs, nothing] },
      'I2',
    ],
  ])('is refused for %s, which is named', async (_, said, item) => {
    const seen = await reply(await aRequest(), 'PARTIAL', said);
    expect(seen.code).toBe('REPLY_ITEMS');
    expect(text(seen.body, 'detail')).toContain(item);
  });

  it('is refused without what it lacks, and an answer in whole with it', async () => {
    const route = await aRequest();
    expect((await reply(route, 'PARTIAL')).code).toBe('BODY_INVALID');
    expect((await reply(route, 'ANSWERED', { missing: [logs] })).code).toBe('BODY_INVALID');
  });

  it('keeps the route open until each gap is closed, and names those that stand', async () => {
    const route = await anAnswerInPart();
    const refused = await close(route);
    expect(refused).toMatchObject({ status: 409, code: 'GAPS_STAND' });
    expect(text(refused.body, 'detail')).toContain(await gapOf(route, 'I2'));
    expect((await end(await gapOf(route, 'I2'), 'CAME', 'officer')).status).toBe(201);
    expect(text((await close(route)).body, 'detail')).not.toContain('I2');
    expect((await end(await gapOf(route, 'I3'), 'GIVEN_UP')).status).toBe(201);
    expect((await close(route)).status).toBe(201);
    expect(await gapsOf(route)).toMatchObject([
      { ended: { how: 'CAME', byPerson: 'officer' } },
      { ended: { how: 'GIVEN_UP', byPerson: 'supervisor' } },
    ]);
  });

  it('is given up by a supervisor alone, and closed once', async () => {
    const route = await anAnswerInPart();
    const gap = await gapOf(route, 'I3');
    expect((await end(gap, 'GIVEN_UP', 'officer')).status).toBe(403);
    expect((await end(gap, 'GIVEN_UP', 'outsideSupervisor')).status).toBe(404);
    expect((await end(gap, 'GIVEN_UP')).status).toBe(201);
    expect((await end(gap, 'CAME')).code).toBe('ROUTE_STATE');
  });

  it('is asked for elsewhere only by an open route of the case that asks for the item', async () => {
    const route = await anAnswerInPart();
    const gap = await gapOf(route, 'I3');
    expect((await end(gap, 'ELSEWHERE')).code).toBe('BODY_INVALID');
    const other = await aRequest();
    const toAnother = { otherRouteId: other.routeId };
    expect((await end(gap, 'ELSEWHERE', 'officer', toAnother)).code).toBe('ROUTE_STATE');
    const toItself = { otherRouteId: route.routeId };
    expect((await end(gap, 'ELSEWHERE', 'officer', toItself)).code).toBe('ROUTE_STATE');
  });
});

describe('an answer that follows', () => {
  it('closes the gaps of the items it brings, and says anew what still lacks', async () => {
    const route = await anAnswerInPart();
    const less = { item: 'I2', lacks: { kind: 'PERIOD', from: '2026-03-10', until: '2026-03-14' } };
    const second = await reply(route, 'PARTIAL', { came: ['I3'], missing: [less] });
    const replyId = text(second.body, 'id');
    expect(await gapsOf(route)).toMatchObject([
      { item: 'I2', laterReply: replyId },
      { item: 'I3', laterReply: replyId },
      { item: 'I2', lacks: less.lacks, laterReply: null },
    ]);
    expect((await close(route)).code).toBe('GAPS_STAND');
  });

  it('is no whole answer before it names every item whose gap it closes', async () => {
    const route = await anAnswerInPart();
    expect((await reply(route, 'ANSWERED')).code).toBe('REPLY_ITEMS');
    expect((await reply(route, 'ANSWERED', { came: ['I2'] })).code).toBe('REPLY_ITEMS');
    expect((await reply(route, 'ANSWERED', { came: ['I2', 'I3'] })).status).toBe(201);
    const later = (await gapsOf(route)).map((gap) => at(gap, 'laterReply'));
    expect(later).not.toContain(null);
    expect((await close(route)).status).toBe(201);
  });

  it('leaves the gaps as they stand while it is set aside', async () => {
    const route = await anAnswerInPart();
    const seen = await reply(route, 'PARTIAL', { ...inPart, reference: `A-${letters}` });
    expect(at(seen.body, 'setAside', 'why')).toBe('SAME_REFERENCE');
    expect(await gapsOf(route)).toMatchObject([{ laterReply: null }, { laterReply: null }]);
  });
});

describe('a file that arrives by two ways', () => {
  it('is one piece of evidence: received once, with both ways on record', async () => {
    const route = await aRequest();
    await moveTo(h, route, 'INTAKE');
    const digest = sha256('the same bytes');
    const arrive = (means: string, path: string) =>
      h.store.transaction(async (tx) => {
        const actor = { kind: 'person', personId: 'custodian', role: 'EVIDENCE_CUSTODIAN' } as const;
        const act = { actor, at: h.clock.now.toISOString() };
        const file = { fileName: 'a.bin', mediaType: 'application/octet-stream', senderSha256: digest };
        const { evidenceId } = await beginEvidence(tx, act, { ...file, means, path, routeId: route.routeId });
        await sealEvidence(tx, act, { evidenceId, sha256: digest, size: 14 });
        return evidenceId;
      });
    const first = await arrive('portal', `${route.routeId}-1`);
    const second = await arrive('mail', `${route.routeId}-2`);
    const shown = (await h.as('custodian').get(`/v1/routes/${route.routeId}`)).body;
    expect(list(shown, 'evidence')).toMatchObject([
      { id: first, means: 'portal', sameAs: null },
      { id: second, means: 'mail', sameAs: first },
    ]);
    expect((await h.as('custodian').post(`/v1/evidence/${second}/receipt`)).code).toBe('ROUTE_STATE');
    await h.as('custodian').post(`/v1/evidence/${first}/receipt`);
    expect((await h.as('witness').post(`/v1/evidence/${first}/receipt`)).status).toBe(201);
    expect(h.engine.told.at(-1)).toMatchObject({
      update: 'reportDone',
      payload: { what: 'evidence-received' },
    });
  });
});
