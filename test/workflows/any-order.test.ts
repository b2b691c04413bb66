import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decisionChoices } from '../../contracts/route-events.js';
import { endStates, replyOutcomes, type RouteFamily } from '../../contracts/codes.js';
import { DAY, HOUR } from '../support/harness/lots.js';
import { lawfulTerms } from '../support/harness/page-terms.js';
import { RouteOnDesk } from '../support/harness/route-on-desk.js';
import { openSandbox, type Sandbox } from '../support/harness/sandbox.js';
import { sign } from '../support/harness/walker.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

type Act = (desk: RouteOnDesk) => Promise<unknown>;
const acts: Record<string, Act> = {
  approve: (desk) => sign(desk, 'approve'),
  return: (desk) => desk.decide('return'),
  dispatch: (desk) => desk.dispatch(),
  ...Object.fromEntries(
    replyOutcomes.map((outcome): [string, Act] => [outcome, (desk) => desk.reply(outcome)]),
  ),
  received: (desk) => desk.done('evidence-received'),
  answered: (desk) => desk.done('clarification-answered'),
  reviewed: (desk) => desk.review('VALIDATED'),
  notValidated: (desk) => desk.review('NOT_VALIDATED'),
  lettered: (desk) => desk.done('letter-sent'),
  translated: (desk) => desk.done('translation-lodged'),
  confirmed: (desk) => desk.done('need-confirmed'),
  measured: (desk) => desk.done('measures-taken'),
  ...Object.fromEntries(
    decisionChoices.map((choice): [string, Act] => [`decide ${choice}`, (desk) => desk.choose(choice)]),
  ),
  served: (desk) => desk.done('legal-process-served'),
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
const start = ['approve', 'approve', 'translated', 'dispatch'];
const lives = fc.record({
  family: fc.constantFrom<RouteFamily[]>(
    'PROV_PRES',
    'PROV_DISC',
    'ART29',
    'ART30',
    'P2P',
    'EDR',
    'MLA',
    'EPOC',
    'EPOC_PR',
    'DOMESTIC',
  ),
  names: fc.array(fc.constantFrom(...Object.keys(acts), ...start, ...start, ...start), {
    minLength: 4,
    maxLength: 18,
  }),
});

async function live(family: RouteFamily, names: readonly string[]): Promise<RouteOnDesk> {
  const desk = await new RouteOnDesk(sandbox, family, { terms: lawfulTerms(family) }).start();
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
      const ofSending = desk.lot.terms.clocks
        .filter(({ starts }) => starts === 'DISPATCHED')
        .map(({ id }) => id);
      if (desk.office.started.some(({ term }) => ofSending.includes(term)))
        expect(desk.office.packets).not.toEqual([]);
      if (family === 'EDR' && desk.run.ended && desk.office.states.includes('DISPATCHED'))
        expect(desk.office.states).toContain('EX_POST');
      if (desk.run.ended) {
        expect(desk.run.ended.how).toBe('completed');
        expect(endStates).toContain(desk.office.lastState);
      }
      expect([run.commands, office.states]).toEqual([desk.run.commands, desk.office.states]);
    }),
    { numRuns: 60 },
  );
});
