import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClockTerm } from '../../contracts/plan.js';
import { startClock, stopClock, systemAct } from '../../store/index.js';
import { startHarness } from './harness.js';
import type { Harness } from './harness.js';
import { aRoute } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const startedAt = '2026-11-20T09:00:00.000Z';
const until = '2026-12-20T09:00:00.000Z';

async function aClock(nature: ClockTerm['nature']) {
  const { routeId, workflowId } = await aRoute(h);
  const term: ClockTerm = {
    id: 'answer',
    title: 'Answer',
    starts: 'DISPATCHED',
    length: { amount: 30, unit: 'day' },
    nature,
    reference: 'Budapest 29(7)',
    ladder: [],
  };
  const clock = { routeId, term, event: 'DISPATCHED' as const, startedAt, endsAt: until, provisional: false };
  const act = systemAct('clocks', startedAt);
  const { clockId } = await h.store.transaction((tx) =>
    startClock(tx, act, { ...clock, derivation: null, rungs: [] }),
  );
  const turn = (word: 'pause' | 'resume', body: object, by: 'supervisor' | 'officer' = 'supervisor') =>
    h.as(by).post(`/v1/routes/${routeId}/clocks/${clockId}/${word}`, body);
  return { routeId, workflowId, clockId, turn };
}
const why = { reason: 'The requested office is shut for the holidays.' };

describe('a period of the office', () => {
  it('is paused by a supervisor with reason, owner and day, and the workflow is told by the id of the row', async () => {
    const { turn, clockId, workflowId, routeId } = await aClock('office');
    expect((await turn('pause', { ...why, until, ownerId: 'officer' })).status).toBe(201);
    expect(h.engine.told.at(-1)).toMatchObject({
      workflowId,
      update: 'turnClock',
      payload: { clockId, turn: 'pause', until },
    });
    const row = await h.store.read.db
      .selectFrom('clockTurns')
      .select(['ownerId', 'byPerson', 'turn'])
      .where('routeId', '=', routeId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ ownerId: 'officer', byPerson: 'supervisor', turn: 'pause' });
  });

  it('goes on when it stands still because of a person, and not otherwise', async () => {
    const { turn, clockId } = await aClock('office');
    expect((await turn('resume', why)).code).toBe('CLOCK_NOT_PAUSED');
    const act = systemAct('clocks', '2026-11-21T09:00:00.000Z');
    await h.store.transaction((tx) => stopClock(tx, act, { clockId, why: 'paused by a person' }));
    expect((await turn('resume', why)).status).toBe(201);
    expect(h.engine.told.at(-1)?.payload).toMatchObject({ turn: 'resume', until: null });
    expect((await turn('pause', { ...why, until })).code).toBe('CLOCK_NOT_RUNNING');
  });

  it('is not paused without a day to come, for an owner who is not here, or by an officer', async () => {
    const { turn } = await aClock('office');
    expect((await turn('pause', why)).status).toBe(422);
    expect((await turn('pause', { ...why, until: startedAt })).code).toBe('CLOCK_PAUSE_REFUSED');
    expect((await turn('pause', { ...why, until, ownerId: 'nobody' })).code).toBe('CLOCK_PAUSE_REFUSED');
    expect((await turn('pause', { ...why, until }, 'officer')).code).toBe('ROLE_MAY_NOT');
  });
});

describe.each(['law', 'provider'] as const)('a period of %s', (nature) => {
  it('refuses to stand still, and says whose it is', async () => {
    const { turn } = await aClock(nature);
    const told = h.engine.told.length;
    const { code, text } = await turn('pause', { ...why, until });
    expect(code).toBe('CLOCK_OF_LAW');
    expect(text).toContain('Budapest 29(7)');
    expect(h.engine.told).toHaveLength(told);
  });
});
