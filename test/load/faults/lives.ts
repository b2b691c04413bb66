import { setTimeout as pause } from 'node:timers/promises';
import { officer, startPlan, type Office } from '../../../scripts/demo/acts.js';
import { list, StoryError, text } from '../../../scripts/demo/office.js';
import { prepareSc09 } from '../../e2e/support/cases.js';
import { between, type Random } from './random.js';

const duty = 'training-duty-supervisor-b';

/** What a route is meant to come to, by what people were told; where a clock alone leads there, at exactly which instant. */
export type Expected = { caseId: string; routeId: string; route: string; ends: string; byClockAt?: number };

/** One emergency from its first fact to the answers to its emergency request and its preservation; the request for assistance stays a draft. */
export async function liveOneCase(office: Office, random: Random): Promise<Expected[]> {
  const { caseId, determinationId } = await prepareSc09(office);
  const { routes } = await startPlan(office, caseId, determinationId);
  return Promise.all(
    [...routes]
      .filter(([route]) => /^(EDR|PROV_PRES)/.test(route))
      .map(([route, routeId]) => liveOneRoute({ office, random, caseId, routeId, route })),
  );
}

type Life = { office: Office; random: Random; caseId: string; routeId: string; route: string };

async function liveOneRoute(life: Life): Promise<Expected> {
  const { caseId, routeId, route } = life;
  await sign(life, duty);
  await stands(life, 'HANDED_OVER');
  const sent = { sentAt: new Date().toISOString(), means: 'training portal', reference: `T-${routeId}` };
  await tell(life, officer, 'dispatch', sent);
  await stands(life, 'DISPATCHED');
  const came = { caseId, routeId, route };
  if (route.startsWith('PROV_PRES')) return { ...came, ...(await preservedForAMoment(life)) };
  return { ...came, ...(await askedBack(life)) };
}

/** A preservation whose end comes within two minutes: it must be seen to lapse, and at that instant. */
async function preservedForAMoment(life: Life): Promise<{ ends: string; byClockAt: number }> {
  await answered(life, 'ACKNOWLEDGED', 'ACKNOWLEDGED');
  const byClockAt = Date.now() + Math.round(between(life.random, 20_000, 90_000));
  const until = { preservedUntil: new Date(byClockAt).toISOString() };
  await answered(life, 'PRESERVED', null, until);
  return { ends: 'LAPSED', byClockAt };
}

const minutes = (count: number): number => count * 60_000;

/**
 * A question of the provider that lies since nearly ten minutes: the call at ten minutes comes now. Half of them are answered;
 * the others are overdue at fifteen minutes, and a person has to decide.
 */
async function askedBack(life: Life): Promise<{ ends: string; byClockAt?: number }> {
  const callIn = between(life.random, 10_000, 45_000);
  const askedAt = Math.round(Date.now() - minutes(10) + callIn);
  const said = { receivedAt: new Date(askedAt).toISOString() };
  await answered(life, 'CLARIFICATION', 'CLARIFICATION', said);
  if (life.random() < 0.5) return { ends: 'DECISION_DUE', byClockAt: askedAt + minutes(15) };
  await pause(callIn + 5_000);
  const report = { what: 'clarification-answered', finding: 'Answered by telephone.', reference: 'C-1' };
  await tell(life, officer, 'reports', report);
  await stands(life, 'DISPATCHED', 'ACKNOWLEDGED');
  return { ends: await answered(life, 'ANSWERED', 'INTAKE') };
}

async function answered(life: Life, outcome: string, leadsTo: string | null, more = {}): Promise<string> {
  const reference = `R-${outcome}-${life.routeId}`;
  await tell(life, officer, 'replies', {
    ...{ outcome, receivedAt: new Date().toISOString(), reference },
    ...more,
  });
  if (leadsTo !== null) await stands(life, leadsTo);
  return leadsTo ?? outcome;
}

const tell = ({ office, routeId }: Life, who: string, what: string, said: object): Promise<unknown> =>
  office(who).post(`/v1/routes/${routeId}/${what}`, said);

/** Signs what waits for this person. */
async function sign({ office, routeId }: Life, who: string): Promise<void> {
  const step = await eventually(`a step of ${routeId} for ${who}`, async () => {
    const { body } = await office(who).get('/v1/approvals?limit=100');
    return list(body, 'rows').find((row) => text(row, 'routeId') === routeId);
  });
  const said = { decision: 'approve', digest: text(step, 'digest') };
  await office(who).post(`/v1/approvals/${text(step, 'stepId')}/decision`, said);
}

const stands = ({ office, routeId }: Life, ...states: readonly string[]): Promise<unknown> =>
  eventually(`${routeId} reaching ${states.join(' or ')}`, async () => {
    const { body } = await office(officer).get(`/v1/routes/${routeId}`);
    return states.includes(text(body, 'state')) ? body : undefined;
  });

const patienceMs = 10 * 60_000;

async function eventually<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const last = Date.now() + patienceMs;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > last) throw new StoryError(`${what} did not happen in ten minutes`);
    await pause(750);
  }
}
