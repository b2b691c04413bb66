import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, list, startHarness, text } from './harness.js';
import type { Harness, Seen } from './harness.js';
import type { Name } from './people.js';
import { aRoute, aSentRoute, lotOf, moveTo } from './running-route.js';
import type { RunningRoute } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const dayMs = 86_400_000;
const lotTo = (addressee: string) => ({ lot: lotOf('PROV_DISC', { addressee }) });
let letters = 0;
/** A request that was sent, and what came back so many days later. */
async function aRequestTo(addressee: string, days: number, said: object | null): Promise<RunningRoute> {
  const route = await aSentRoute(h, 'PROV_DISC', lotTo(addressee));
  h.clock.now = new Date(h.clock.now.getTime() + days * dayMs);
  if (said === null) return route;
  const reply = { receivedAt: h.clock.now.toISOString(), reference: `A-${(letters += 1)}`, ...said };
  const seen = await h.as('officer').post(`/v1/routes/${route.routeId}/replies`, reply);
  expect(seen.status).toBe(201);
  return route;
}
const refused = (refusal: string) => ({ outcome: 'REFUSED', refusal });
const answered = { outcome: 'ANSWERED' };

const proposals = async () => (await h.as('adviser').get('/v1/registers/proposals')).body;
const proposalFor = async (addressee: string): Promise<unknown> =>
  list(await proposals(), 'rows').find((row) => at(row, 'addressee') === addressee);
const decide = (of: unknown, choice: string, by: Name = 'adviser'): Promise<Seen> =>
  h.as(by).post('/v1/registers/proposals/decision', {
    ...{ addressee: text(of, 'addressee'), route: text(of, 'route'), upTo: text(of, 'upTo') },
    ...{ choice, reason: 'It agrees with what the liaison officer says.' },
  });
const warningsOf = async (addressee: string): Promise<unknown> => {
  const { routeId } = await aRoute(h, 'PROV_DISC', lotTo(addressee));
  return at((await h.as('officer').get(`/v1/routes/${routeId}`)).body, 'warnings');
};

describe('what requests teach about an addressee (C.15)', () => {
  it('becomes a proposal for the registers that names reasons and days, and no case', async () => {
    const route = await aRequestTo('Provider A', 90, answered);
    await aRequestTo('Provider A', 120, answered);
    await aRequestTo('Provider A', 3, refused('TOO_BROAD'));
    const seen = await proposalFor('Provider A');
    expect(seen).toMatchObject({
      route: 'PROV_DISC',
      answers: { times: 2, days: { from: 90, to: 120 } },
      refusals: [{ reason: 'TOO_BROAD', times: 1 }],
    });
    expect(text(seen, 'line')).toContain('answered (2), 90 to 120 days after sending; TOO_BROAD (1)');
    const shown = JSON.stringify(await proposals());
    for (const secret of [route.caseId, route.routeId, 'T-1', 'officer']) expect(shown).not.toContain(secret);
  });

  it('is silence when a request ends without any answer, and nothing when it was never sent', async () => {
    await moveTo(h, await aRequestTo('Provider B', 40, null), 'CONVERTED');
    const unsent = await aRoute(h, 'PROV_DISC', lotTo('Provider C'));
    await moveTo(h, unsent, 'CANCELLED_BEFORE_DISPATCH');
    expect(await proposalFor('Provider B')).toMatchObject({ refusals: [{ reason: 'NO_ANSWER', times: 1 }] });
    expect(await proposalFor('Provider C')).toBeUndefined();
  });

  it('counts the days to the first answer after a sending, and no second one', async () => {
    const route = await aRequestTo('Provider D', 10, { outcome: 'PRESERVED' });
    h.clock.now = new Date(h.clock.now.getTime() + 80 * dayMs);
    const renewed = { outcome: 'PRESERVED', receivedAt: h.clock.now.toISOString(), reference: 'again' };
    await h.as('officer').post(`/v1/routes/${route.routeId}/replies`, renewed);
    expect(await proposalFor('Provider D')).toMatchObject({
      answers: { times: 1, days: { from: 10, to: 10 } },
    });
  });

  it('is decided by a legal adviser, as it was read, and comes again only with something new', async () => {
    await aRequestTo('Provider E', 5, refused('NO_DATA'));
    const read = await proposalFor('Provider E');
    for (const name of ['officer', 'supervisor', 'administrator'] as const)
      expect((await decide(read, 'ACCEPTED', name)).status).toBe(403);
    await aRequestTo('Provider E', 6, refused('NO_DATA'));
    expect((await decide(read, 'ACCEPTED')).code).toBe('PROPOSAL_STALE');
    const now = await proposalFor('Provider E');
    expect((await decide(now, 'ACCEPTED')).status).toBe(201);
    expect(await proposalFor('Provider E')).toBeUndefined();
    const decided = list(await proposals(), 'decided');
    expect(decided).toMatchObject([{ addressee: 'Provider E', choice: 'ACCEPTED', line: text(now, 'line') }]);
    await aRequestTo('Provider E', 7, refused('TOO_BROAD'));
    expect(await proposalFor('Provider E')).toMatchObject({ refusals: [{ reason: 'TOO_BROAD', times: 1 }] });
  });
});

describe('who drafts the next request to the same addressee', () => {
  it('is warned why the last three gave nothing and how long answers took', async () => {
    await aRequestTo('Provider F', 20, answered);
    for (const reason of ['TOO_BROAD', 'LEGAL_PROCESS_NEEDED', 'TOO_BROAD'])
      await aRequestTo('Provider F', 4, refused(reason));
    expect(await warningsOf('Provider F')).toEqual([
      'Of the last 3 requests to Provider F by PROV_DISC, 3 gave nothing: TOO_BROAD, LEGAL_PROCESS_NEEDED, TOO_BROAD.',
      'Answers of Provider F by PROV_DISC came 20 days after sending.',
    ]);
  });

  it('is told nothing where nothing is known, and once it is sent nothing any more', async () => {
    expect(await warningsOf('Provider G')).toEqual([]);
    await aRequestTo('Provider H', 4, refused('NO_DATA'));
    const sent = await aSentRoute(h, 'PROV_DISC', lotTo('Provider H'));
    expect(at((await h.as('officer').get(`/v1/routes/${sent.routeId}`)).body, 'warnings')).toEqual([]);
  });
});
