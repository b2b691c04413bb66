import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endStates, replyOutcomes, type RouteFamily } from '../../contracts/codes.js';
import { DAY, HOUR } from '../support/harness/lots.js';
import { RouteOnDesk } from '../support/harness/route-on-desk.js';
import { openSandbox, type Sandbox } from '../support/harness/sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

type Act = (desk: RouteOnDesk) => Promise<unknown>;
const acts: Record<string, Act> = {
  approve: (desk) => desk.decide('approve'),
  return: (desk) => desk.decide('return'),
  dispatch: (desk) => desk.dispatch(),
  ...Object.fromEntries(
    replyOutcomes.map((outcome): [string, Act] => [outcome, (desk) => desk.reply(outcome)]),
  ),
  received: (desk) => desk.done('evidence-received'),
  answered: (desk) => desk.done('clarification-answered'),
  reviewed: (desk) => desk.review('VALIDATED'),
  served: (desk) => desk.done('legal-process-served'),
  waitOn: (desk) => desk.choose('WAIT_ON'),
  close: (desk) => desk.choose('CLOSE'),
  withdraw: (desk) => desk.withdraw(),
  cancel: (desk) => desk.run.cancel(),
  renew: (desk) => desk.run.signal('renewRun'),
  anHour: (desk) => desk.run.advance(HOUR),
  aMonth: (desk) => desk.run.advance(33 * DAY),
  newSlice: async (desk) => {
    desk.office.slice += '+';
    desk.office.document += '+';
    await desk.revise();
  },
  hold: async (desk) => {
    desk.office.refuseHandOver = 'ON_HOLD';
  },
  release: async (desk) => {
    desk.office.refuseHandOver = null;
    await desk.revise();
  },
};
const start = ['approve', 'dispatch'];
const lives = fc.record({
  family: fc.constantFrom<RouteFamily[]>('PROV_PRES', 'PROV_DISC', 'ART29', 'P2P', 'EDR', 'MLA', 'DOMESTIC'),
  names: fc.array(fc.constantFrom(...Object.keys(acts), ...start, ...start, ...start), {
    minLength: 4,
    maxLength: 14,
  }),
});

async function live(family: RouteFamily, names: readonly string[]): Promise<RouteOnDesk> {
  const desk = await new RouteOnDesk(sandbox, family).start();
  for (const name of names) {
    if (desk.run.ended) break;
    await acts[name]?.(desk);
    expect(desk.run.openTimers).toBeLessThanOrEqual(1);
  }
  return desk;
}

/** What was called before the first call of that name. */
const before = (desk: RouteOnDesk, name: string): readonly string[] => {
  const names = desk.office.calls.map((call) => call.name);
  return names.slice(0, Math.max(0, names.indexOf(name)));
};

it('keeps its promises in whatever order people, time and the engine act', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(lives, async ({ family, names }) => {
      const { office, run } = await live(family, names);
      const desk = await live(family, names);
      expect(desk.office.incidentCodes().filter((code) => code.startsWith('FAILED'))).toEqual([]);
      expect(desk.office.projections.map((one) => one.seq)).toEqual(
        desk.office.projections.map((_, at) => at + 1),
      );
      expect(new Set(desk.office.packets).size).toBe(desk.office.packets.length);
      if (desk.office.outbox.length > 0) expect(before(desk, 'handOver')).toContain('redeemTicket');
      if (family !== 'DOMESTIC' && desk.office.started.length > 0) {
        expect(before(desk, 'startClocks')).toContain('writePacket');
      }
      if (desk.run.ended) {
        expect(desk.run.ended.how).toBe('completed');
        expect(endStates).toContain(desk.office.lastState);
      }
      expect([run.commands, office.states]).toEqual([desk.run.commands, desk.office.states]);
    }),
    { numRuns: 60 },
  );
});
