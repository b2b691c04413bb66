import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClockTerm } from '../../contracts/plan.js';
import { instantsOf } from '../../rules/engine/clocks/index.js';
import { loadRegisters, workingCalendar } from '../../rules/engine/registers/index.js';
import { startClock, systemAct } from '../../store/index.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';
import { aRoute, lotOf, type RunningRoute } from './running-route.js';

const registers = loadRegisters(fileURLToPath(new URL('../../rules/registers', import.meta.url)));
let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

const acknowledgement: ClockTerm = {
  id: 'acknowledgement',
  title: 'Acknowledgement by the provider',
  starts: 'DISPATCHED',
  length: { amount: 3, unit: 'working-day' },
  offices: ['REQUESTING', 'REQUESTED'],
  nature: 'office',
  reference: 'office practice',
  ladder: [{ after: { amount: 3, unit: 'working-day' }, tell: 'CASE_OFFICER', what: 'remind' }],
};
const preservation: ClockTerm = {
  id: 'preservation',
  title: 'Preservation by the provider',
  starts: 'PRESERVED',
  length: { amount: 90, unit: 'day' },
  nature: 'provider',
  reference: 'register entry',
  ladder: [],
};
const waitsForUs: ClockTerm = { ...acknowledgement, id: 'clarification', starts: 'CLARIFICATION' };

async function routeWithClocks(): Promise<RunningRoute> {
  const lot = lotOf('ART29', { addressee: 'US' });
  const terms = { ...lot.terms, clocks: [acknowledgement, preservation, waitsForUs] };
  return aRoute(h, 'ART29', { lot: { ...lot, terms } });
}

describe('the clocks of a case', () => {
  it('come each with its derivation, day by day, and with who is told', async () => {
    const { caseId, routeId } = await routeWithClocks();
    const kz = workingCalendar(registers, 'KZ');
    if (kz === undefined) throw new Error('KZ has no calendar');
    const startedAt = '2026-11-27T06:00:00.000Z';
    const instants = instantsOf(acknowledgement, startedAt, [kz], null);
    const act = systemAct('clocks', startedAt);
    await h.store.transaction((tx) =>
      startClock(tx, act, { routeId, term: acknowledgement, event: 'DISPATCHED', ...instants }),
    );
    const { body } = await h.as('officer').get(`/v1/cases/${caseId}/clocks`);
    const [clock] = list(body, 'rows');
    expect(clock).toMatchObject({ title: 'Acknowledgement by the provider', startedAt, nature: 'office' });
    expect(list(clock, 'told')).toEqual([{ at: at(clock, 'endsAt'), tell: 'CASE_OFFICER', what: 'remind' }]);
    expect(list(clock, 'days').slice(0, 4)).toEqual([
      { date: '2026-11-27', counts: null, why: 'day of the start' },
      { date: '2026-11-28', counts: null, why: 'weekend' },
      { date: '2026-11-29', counts: null, why: 'weekend' },
      { date: '2026-11-30', counts: 1, why: null },
    ]);
    expect(text(clock, 'calendars', 0)).toMatch(/^KZ [0-9a-f]{64}$/);
  });

  it('are not shown to a stranger to the case', async () => {
    const { caseId } = await routeWithClocks();
    for (const path of ['clocks', 'clocks/if-sent'])
      expect(await h.as('outsider').get(`/v1/cases/${caseId}/${path}`)).toMatchObject({ status: 404 });
  });
});

describe('what would be due if a request left at an instant', () => {
  it('counts by both offices, and leaves out what only our own work starts', async () => {
    const { caseId } = await routeWithClocks();
    const sent = '2026-11-25T06:00:00Z';
    const { body } = await h.as('officer').get(`/v1/cases/${caseId}/clocks/if-sent?at=${sent}`);
    const rows = list(body, 'rows');
    expect(rows.map((row) => text(row, 'startsWith'))).toEqual(['DISPATCHED', 'PRESERVED']);
    expect(list(rows[0], 'days')).toContainEqual({
      date: '2026-11-26',
      counts: null,
      why: expect.stringMatching(/^US: /) as unknown,
    });
    expect(text(rows[1], 'endsAt')).toBe('2027-02-23T06:00:00.000Z');
  });

  it('takes tomorrow at this time unless an instant is named', async () => {
    const { caseId } = await routeWithClocks();
    const { body } = await h.as('officer').get(`/v1/cases/${caseId}/clocks/if-sent`);
    expect(Date.parse(text(body, 'at')) - h.clock.now.getTime()).toBe(24 * 3_600_000);
  });

  it('refuses a time without an offset', async () => {
    const { caseId } = await routeWithClocks();
    const seen = await h.as('officer').get(`/v1/cases/${caseId}/clocks/if-sent?at=2026-11-25T06:00:00`);
    expect(seen).toMatchObject({ status: 422, code: 'PARAMETER_INVALID' });
  });
});
