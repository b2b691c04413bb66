import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officer, stands, startPlan } from '../../scripts/demo/acts.js';
import { list, text } from '../../scripts/demo/office.js';
import { routeOf } from '../../scripts/demo/stories.js';
import { anEmergency } from '../support/an-emergency.js';
import { RunningSystem } from '../support/running-system.js';
import { prepareSc09, signStep, stepFor } from './support/cases.js';
import { aboutRoute, auditTrail, type Entry } from './support/record.js';

/** Figures of design.md 7 that only the whole system shows. Printed, not judged: other work shares this machine. */
const system = new RunningSystem();
const { office } = system;
const duty = 'training-duty-supervisor-b';
const channelUnit = 'training-channel-unit-a';
const cases = 5;
type Chain = { prepared: number; ready: number; handedOver: number };
const chains: Chain[] = [];
const signed: string[] = [];

beforeAll(() => system.start());
afterAll(() => system.stop());

async function timed<T>(work: () => Promise<T>): Promise<{ took: number; result: T }> {
  const from = performance.now();
  const result = await work();
  return { took: performance.now() - from, result };
}

/** One emergency after the other: the system is otherwise idle. Four signatures for each. */
async function oneEmergency(): Promise<Chain> {
  const prepared = await timed(() => prepareSc09(office));
  const { caseId, determinationId } = prepared.result;
  const ready = await timed(async () => {
    const { routes } = await startPlan(office, caseId, determinationId);
    await stepFor(office, routeOf(routes, 'EDR'), duty);
    return routes;
  });
  const [emergency, police, preservation] = ['EDR', 'P2P:INTERPOL', 'PROV_PRES'].map((route) =>
    routeOf(ready.result, route),
  );
  if (!emergency || !police || !preservation) throw new Error('the plan lacks a route');
  await stepFor(office, police, channelUnit);
  await stepFor(office, preservation, duty);
  const handedOver = await timed(async () => {
    await signStep(office, emergency, duty);
    await stands(office, emergency, 'HANDED_OVER');
  });
  await signStep(office, preservation, duty);
  await signStep(office, police, duty);
  await signStep(office, police, channelUnit);
  for (const routeId of [preservation, police]) await stands(office, routeId, 'HANDED_OVER');
  signed.push(emergency, police, preservation);
  return { prepared: prepared.took, ready: ready.took, handedOver: handedOver.took };
}

/** From the ticket of each last signature, and of each other one, to the counted vote and to the next move of the route. */
function spans(entries: readonly Entry[]): { counted: number[]; moved: number[] } {
  const instant = ({ at }: Entry) => Date.parse(at);
  const after = (ticket: Entry, verb: Entry['verb']) =>
    entries.find((entry) => entry.verb === verb && entry.sequence > ticket.sequence);
  const tickets = entries.filter(({ verb }) => verb === 'TICKET_ISSUED');
  const counted = tickets.flatMap((ticket) => {
    const vote = after(ticket, 'APPROVAL_DECIDED');
    return vote ? [instant(vote) - instant(ticket)] : [];
  });
  const last = tickets.at(-1);
  const move = last && after(last, 'ROUTE_MOVED');
  return { counted, moved: last && move ? [instant(move) - instant(last)] : [] };
}

/** Told in one request: how long to the answer, to a draft in the inbox of who signs, and from the signature to the packet. */
async function oneTold(): Promise<{ answered: number; ready: number; handedOver: number }> {
  const from = performance.now();
  const { body } = await office(officer).post('/v1/emergencies', anEmergency());
  const answered = performance.now() - from;
  const emergency = list(body, 'waiting').find((one) => text(one, 'route') === 'EDR');
  const routeId = text(emergency, 'routeId');
  await stepFor(office, routeId, duty);
  const ready = performance.now() - from;
  const handedOver = await timed(async () => {
    await signStep(office, routeId, duty);
    await stands(office, routeId, 'HANDED_OVER');
  });
  return { answered, ready, handedOver: handedOver.took };
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? NaN;

const line = (what: string, values: readonly number[]): string => {
  const [p50, p95, worst] = [0.5, 0.95, 1].map((share) => `${quantile(values, share).toFixed(0)} ms`);
  return `  ${what.padEnd(58)} n ${String(values.length).padStart(2)}  p50 ${p50}  p95 ${p95}  worst ${worst}`;
};

describe('how long it takes', () => {
  it('from one POST of an emergency to a draft that waits for its signature, and to the packet', async () => {
    await oneTold(); // The first one loads fonts and code.
    const seen: Awaited<ReturnType<typeof oneTold>>[] = [];
    for (let count = 0; count < cases; count += 1) seen.push(await oneTold());
    const said = [
      line(
        'one POST -> its answer (no target)',
        seen.map(({ answered }) => answered),
      ),
      line(
        'one POST -> draft in the inbox of who signs (p95 2 s)',
        seen.map(({ ready }) => ready),
      ),
      line(
        'its approval -> handed over (10 s)',
        seen.map(({ handedOver }) => handedOver),
      ),
    ];
    process.stdout.write(`\n${said.join('\n')}\n`);
    expect(seen).toHaveLength(cases);
  });

  it('from a recorded approval to the route that moved on, and from one POST to a packet in an emergency', async () => {
    for (let count = 0; count < cases; count += 1) chains.push(await oneEmergency());
    const trail = await auditTrail(system);
    const seen = signed.map((routeId) => spans(aboutRoute(trail, routeId)));
    const counted = seen.flatMap((one) => one.counted);
    const moved = seen.flatMap((one) => one.moved);
    const said = [
      line('approval recorded -> counted (no target)', counted),
      line('last approval recorded -> route moved on (p95 500 ms)', moved),
      line(
        'emergency: POST start -> draft in the inbox (p95 2 s)',
        chains.map(({ ready }) => ready),
      ),
      line(
        'emergency: POST approval -> handed over (10 s)',
        chains.map(({ handedOver }) => handedOver),
      ),
      line(
        'emergency: POST case -> determination (14 requests)',
        chains.map(({ prepared }) => prepared),
      ),
    ];
    process.stdout.write(`\n${said.join('\n')}\n`);
    expect([counted.length, moved.length]).toEqual([cases * 4, cases * 3]);
  });
});
