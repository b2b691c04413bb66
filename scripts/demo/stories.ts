import {
  adopt,
  adviser,
  approve,
  decide,
  determine,
  dispatch,
  drafterWhoSigns,
  openCase,
  proposalIn,
  prosecutor,
  receive,
  reply,
  routeFile,
  stands,
  startPlan,
  stateOf,
  supervisor,
  type Office,
} from './acts.js';
import { list, StoryError, text } from './office.js';

export type Tell = (line: string) => void;
export type Told = {
  name: string;
  caseId: string;
  routes: readonly { route: string; state: string }[];
  outcome: string;
};

export const reference = (name: string): string => `${name}-${Date.now().toString(36).toUpperCase()}`;

export const npa = { who: adviser, kind: 'NECESSITY_ASSESSMENT', value: 'APPROVED', second: supervisor };

export async function statesOf(office: Office, routes: ReadonlyMap<string, string>): Promise<Told['routes']> {
  return Promise.all([...routes].map(async ([route, id]) => ({ route, state: await stateOf(office, id) })));
}

export function routeOf(routes: ReadonlyMap<string, string>, wanted: string): string {
  const found = [...routes].find(([route]) => route === wanted || route.startsWith(`${wanted}:`))?.[1];
  if (found === undefined)
    throw new StoryError(`the plan has no ${wanted}; it has ${[...routes.keys()].join(', ')}`);
  return found;
}

/** SC01: preserved and disclosed by the provider; the drafter cannot sign; evidence is received by two persons. */
export async function sc01(office: Office, tell: Tell): Promise<Told> {
  const caseId = await openCase(office, 'SC01', reference('SC01'));
  tell('A marketplace fraud: who runs the shop account? The officer also ticked message content.');
  await decide(office, caseId, { who: prosecutor, kind: 'AUTHORISATION', value: 'PROSECUTOR' });
  await decide(office, caseId, npa);
  const determination = await determine(office, caseId);
  tell(
    `The rules say ${determination.plan.join(' -> ')}; content is struck out: subscriber and log-in data serve the aim.`,
  );
  const { routes } = await startPlan(office, caseId, determination.id, drafterWhoSigns);
  const preservation = routeOf(routes, 'PROV_PRES');
  const disclosure = routeOf(routes, 'PROV_DISC');
  await stands(office, preservation, 'APPROVAL');
  await refusedToDrafter(office, preservation, tell);
  tell(
    `Preservation signed by ${(await approve(office, preservation, [supervisor])).join(', ')} and handed over.`,
  );
  await dispatch(office, preservation);
  await reply(office, preservation, 'ACKNOWLEDGED');
  await reply(office, preservation, 'PRESERVED', { preservedFrom: new Date().toISOString() });
  await stands(office, preservation, 'PRESERVED');
  tell('Sent through the training portal, acknowledged, preserved: its 90 days run, reminders are set.');
  tell(
    `Disclosure signed by ${(await approve(office, disclosure, [supervisor, prosecutor])).join(', ')} and handed over.`,
  );
  await dispatch(office, disclosure);
  await reply(office, disclosure, 'ANSWERED');
  await stands(office, disclosure, 'INTAKE');
  const digest = await receive(office, disclosure, 'subscriber.csv');
  await stands(office, disclosure, 'CLOSED');
  tell(`Evidence received by custodian and witness, SHA-256 ${digest.slice(0, 16)}...`);
  return {
    name: 'SC01',
    caseId,
    routes: await statesOf(office, routes),
    outcome: 'evidence in custody, account preserved',
  };
}

/** Nobody signs a request of one's own, not even through a second role. */
async function refusedToDrafter(office: Office, routeId: string, tell: Tell): Promise<void> {
  const file = await routeFile(office, routeId);
  const [step] = list(file, 'approvals');
  const tried = await office(drafterWhoSigns).attempt(`/v1/approvals/${text(step, 'stepId')}/decision`, {
    decision: 'approve',
    digest: text(step, 'digest'),
  });
  if (tried.status !== 403) throw new StoryError(`the drafter's own signature was answered ${tried.status}`);
  tell(`The drafter, who is a supervisor too, tries to sign: refused (${text(tried.body, 'code')}).`);
}

/** SC14: the request is drafted and cannot leave; the court speaks; the proposal is adopted; it leaves. */
export async function sc14(office: Office, tell: Tell): Promise<Told> {
  const caseId = await openCase(office, 'SC14', reference('SC14'));
  tell('A cloud backup is wanted; there is no court order yet.');
  await decide(office, caseId, npa);
  await decide(office, caseId, { who: adviser, kind: 'DUAL_CRIMINALITY', value: 'MET', item: 'I1' });
  const determination = await determine(office, caseId);
  tell(`The rules say ${determination.plan.join(' -> ')}.`);
  const { routes } = await startPlan(office, caseId, determination.id);
  const preservation = routeOf(routes, 'PROV_PRES');
  const assistance = routeOf(routes, 'MLA');
  await approve(office, preservation, [supervisor]);
  await dispatch(office, preservation);
  await reply(office, preservation, 'PRESERVED', { preservedFrom: new Date().toISOString() });
  await stands(office, preservation, 'PRESERVED');
  await stands(office, assistance, 'CHECKS');
  tell(
    'Preservation is out, since it discloses nothing. The request for assistance is drafted and held: AUTHORISATION_MISSING.',
  );
  const ordered = await decide(office, caseId, { who: prosecutor, kind: 'AUTHORISATION', value: 'COURT' });
  tell(
    'The court order is recorded by the prosecutor. A new determination is proposed; nothing changes by itself.',
  );
  await adopt(office, proposalIn(ordered), supervisor);
  await stands(office, assistance, 'APPROVAL', 'HANDED_OVER');
  const signed = await approve(office, assistance, [
    supervisor,
    adviser,
    prosecutor,
    'training-central-authority-a',
  ]);
  await dispatch(office, assistance, 'training-central-authority-a');
  tell(`The supervisor adopts it; signed by ${signed.join(', ')}; the central authority sends.`);
  await reply(office, assistance, 'ACKNOWLEDGED');
  await reply(office, assistance, 'ANSWERED');
  await stands(office, assistance, 'INTAKE');
  await receive(office, assistance, 'backup.zip');
  await stands(office, assistance, 'CLOSED');
  return {
    name: 'SC14',
    caseId,
    routes: await statesOf(office, routes),
    outcome: 'held without an order, sent with it, executed',
  };
}

/** SC09: emergency request first, police and hotline beside it, the account preserved, the review afterwards. */
export async function sc09(office: Office, tell: Tell): Promise<Told> {
  const caseId = await openCase(office, 'SC09', reference('SC09'));
  tell('A child is being compelled live; harm is hours away.');
  await decide(office, caseId, { ...npa, who: 'training-duty-supervisor-a', value: 'SHORT' });
  await decide(office, caseId, { who: prosecutor, kind: 'AUTHORISATION', value: 'PROSECUTOR' });
  for (const item of ['I1', 'I2'])
    await decide(office, caseId, { who: adviser, kind: 'DUAL_CRIMINALITY', value: 'MET', item });
  const determination = await determine(office, caseId);
  tell(`The rules say ${determination.plan.join(' -> ')}.`);
  const { routes } = await startPlan(office, caseId, determination.id);
  const emergency = routeOf(routes, 'EDR');
  const police = routeOf(routes, 'P2P:INTERPOL');
  const preservation = routeOf(routes, 'PROV_PRES');
  const duty = 'training-duty-supervisor-b';
  await Promise.all([
    approve(office, emergency, [duty]),
    approve(office, police, [duty, 'training-channel-unit-a']),
    approve(office, preservation, [duty]),
  ]);
  await Promise.all([
    dispatch(office, emergency),
    dispatch(office, police, 'training-channel-unit-a'),
    dispatch(office, preservation),
  ]);
  tell(
    'Emergency request, police channel and preservation are signed by the duty supervisor and out, side by side.',
  );
  await reply(office, emergency, 'ANSWERED');
  await stands(office, emergency, 'INTAKE');
  await receive(office, emergency, 'log-in-addresses.csv');
  await stands(office, emergency, 'EX_POST');
  tell('The provider answered; the data are in custody. The review within 72 hours is open.');
  for (const reviewer of ['training-overseer', adviser])
    await office(reviewer).post(`/v1/routes/${emergency}/review`, {
      verdict: 'VALIDATED',
      finding: 'Danger was imminent on the facts known then; the set was minimal.',
      reference: 'D-12/2026-1',
    });
  await stands(office, emergency, 'CLOSED');
  tell('Reviewed by two persons who had no part in it, one of them a legal adviser: validated.');
  return {
    name: 'SC09',
    caseId,
    routes: await statesOf(office, routes),
    outcome: 'data within the emergency, reviewed',
  };
}

export const stories = { SC01: sc01, SC14: sc14, SC09: sc09 } as const;
