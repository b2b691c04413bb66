import {
  adviser,
  decide,
  determine,
  type Office,
  openCase,
  prosecutor,
  startPlan,
  supervisor,
} from '../../../scripts/demo/acts.js';
import { type Answer, list, text, until } from '../../../scripts/demo/office.js';
import { npa, reference, routeOf } from '../../../scripts/demo/stories.js';

export type StartedSc01 = { caseId: string; preservation: string; disclosure: string };

/** SC01 up to its plan: a preservation that asks for one signature, and a disclosure that waits for it. */
export async function startSc01(office: Office): Promise<StartedSc01> {
  const caseId = await openCase(office, 'SC01', reference('SC01'));
  await decide(office, caseId, { who: prosecutor, kind: 'AUTHORISATION', value: 'PROSECUTOR' });
  await decide(office, caseId, npa);
  const { id } = await determine(office, caseId);
  const { routes } = await startPlan(office, caseId, id);
  return { caseId, preservation: routeOf(routes, 'PROV_PRES'), disclosure: routeOf(routes, 'PROV_DISC') };
}

/** SC23 up to its inquiry by the police channel, which asks for two signatures side by side. */
export async function startInquiry(office: Office): Promise<string> {
  const caseId = await openCase(office, 'SC23', reference('SC23'));
  await decide(office, caseId, { who: prosecutor, kind: 'AUTHORISATION', value: 'PROSECUTOR' });
  await decide(office, caseId, npa);
  await decide(office, caseId, { who: adviser, kind: 'DUAL_CRIMINALITY', value: 'MET', item: 'I1' });
  const { id } = await determine(office, caseId);
  const { routes } = await startPlan(office, caseId, id);
  return routeOf(routes, 'P2P:INTERPOL');
}

export type Sc09 = { caseId: string; determinationId: string };

/** SC09 with everything said and decided, up to its determination. */
export async function prepareSc09(office: Office): Promise<Sc09> {
  const caseId = await openCase(office, 'SC09', reference('SC09'));
  await decide(office, caseId, { ...npa, who: 'training-duty-supervisor-a', value: 'SHORT' });
  await decide(office, caseId, { who: prosecutor, kind: 'AUTHORISATION', value: 'PROSECUTOR' });
  for (const item of ['I1', 'I2'])
    await decide(office, caseId, { who: adviser, kind: 'DUAL_CRIMINALITY', value: 'MET', item });
  const { id } = await determine(office, caseId);
  return { caseId, determinationId: id };
}

/** The step of a route that waits for a person's signature, as soon as it is in the person's inbox. */
export async function stepFor(
  office: Office,
  routeId: string,
  who: string,
): Promise<{ stepId: string; digest: string }> {
  return until(`a step of ${routeId} waiting for ${who}`, async () => {
    const { body } = await office(who).get('/v1/approvals?limit=100');
    const step = list(body, 'rows').find((one) => text(one, 'routeId') === routeId);
    return step === undefined ? undefined : { stepId: text(step, 'stepId'), digest: text(step, 'digest') };
  });
}

/** Signs the step that waits for a person; answers what the API said. */
export async function signStep(office: Office, routeId: string, who = supervisor): Promise<Answer> {
  const { stepId, digest } = await stepFor(office, routeId, who);
  return office(who).post(`/v1/approvals/${stepId}/decision`, { decision: 'approve', digest });
}
