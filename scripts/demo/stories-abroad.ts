import {
  adviser,
  approve,
  decide,
  determine,
  dispatch,
  openCase,
  prosecutor,
  receive,
  reply,
  report,
  routeFile,
  stands,
  startPlan,
  supervisor,
  type Office,
  type Started,
} from './acts.js';
import { StoryError, text } from './office.js';
import { npa, reference, routeOf, statesOf, type Tell, type Told } from './stories.js';

const contact = 'training-24-7-contact-a';
const channelUnit = 'training-channel-unit-a';
const centralAuthority = 'training-central-authority-a';
const chainOfAssistance = [supervisor, adviser, prosecutor, centralAuthority];

/** SC04: two Parties to Budapest: preserved over the 24/7 network, the path disclosed, then assistance for all of it. */
export async function sc04(office: Office, tell: Tell): Promise<Told> {
  const caseId = await openCase(office, 'SC04', reference('SC04'));
  tell(
    'Ransomware was run from a rented server that is wiped within days; its traffic came from further on.',
  );
  await decide(office, caseId, { who: prosecutor, kind: 'AUTHORISATION', value: 'COURT' });
  await decide(office, caseId, npa);
  const assurance = { who: adviser, kind: 'ASSURANCE', value: 'NOT_NEEDED', second: prosecutor };
  await decide(office, caseId, assurance);
  await dualCriminality(office, caseId, ['I1', 'I2']);
  const determination = await determine(office, caseId);
  tell(`The rules say ${determination.plan.join(' -> ')}.`);
  const { routes } = await startPlan(office, caseId, determination.id);
  const preservation = routeOf(routes, 'ART29');
  const path = routeOf(routes, 'ART30');
  const assistance = routeOf(routes, 'MLA');
  await send(office, preservation, [supervisor, contact], contact);
  await reply(office, preservation, 'ACKNOWLEDGED');
  await preserved(office, preservation, 90);
  tell('The 24/7 contact sends; the server is preserved for 90 days.');
  await send(office, path, [supervisor], contact);
  await reply(office, path, 'ANSWERED');
  await stands(office, path, 'INTAKE');
  await receive(office, path, 'path.csv');
  await stands(office, path, 'HOP_FOUND');
  await report(
    office,
    path,
    supervisor,
    'decision-taken',
    'The path ends in the same State: no further hop.',
  );
  await stands(office, path, 'CLOSED');
  tell('The path is disclosed: which provider carried the traffic, and from where.');
  await send(office, assistance, chainOfAssistance, centralAuthority);
  await served(office, preservation);
  await reply(office, assistance, 'ACKNOWLEDGED');
  await reply(office, assistance, 'ANSWERED');
  await taken(office, assistance, 'image-of-the-server.zip');
  tell('The request for assistance is executed; the preservation lasted until then.');
  const outcome = 'preserved, path disclosed, executed';
  return { name: 'SC04', caseId, routes: await statesOf(office, routes), outcome };
}

/** SC23: the requested State is no Party to Budapest: asked and preserved by the police channel, then assistance. */
export async function sc23(office: Office, tell: Tell): Promise<Told> {
  const caseId = await openCase(office, 'SC23', reference('SC23'));
  tell('Money left an online account from an address of an access provider abroad: whose was it?');
  await decide(office, caseId, { who: prosecutor, kind: 'AUTHORISATION', value: 'PROSECUTOR' });
  await decide(office, caseId, npa);
  await dualCriminality(office, caseId, ['I1']);
  const determination = await determine(office, caseId);
  tell(`The rules say ${determination.plan.join(' -> ')}.`);
  const { routes } = await startPlan(office, caseId, determination.id);
  const inquiry = await routeThat(office, routes, 'INQUIRE');
  const preservation = await routeThat(office, routes, 'PRESERVE');
  const assistance = await routeThat(office, routes, 'PRODUCE');
  await send(office, inquiry, [supervisor, channelUnit], channelUnit);
  await send(office, preservation, [supervisor, channelUnit], channelUnit);
  await preserved(office, preservation, 60);
  await reply(office, inquiry, 'ANSWERED');
  await taken(office, inquiry, 'lead.txt');
  tell('The police unit asked and had the data kept; the answer is a lead, no evidence.');
  await send(office, assistance, chainOfAssistance, centralAuthority);
  await served(office, preservation);
  await reply(office, assistance, 'ANSWERED');
  await taken(office, assistance, 'subscriber.pdf');
  tell('What the court needs came by the request for assistance.');
  const outcome = 'lead by police, evidence by assistance';
  return { name: 'SC23', caseId, routes: await statesOf(office, routes), outcome };
}

/** Stories beside those of the demonstration: they need two States that are bound to each other. */
export const storiesAbroad = { SC04: sc04, SC23: sc23 } as const;

async function dualCriminality(office: Office, caseId: string, items: readonly string[]): Promise<void> {
  for (const item of items)
    await decide(office, caseId, { who: adviser, kind: 'DUAL_CRIMINALITY', value: 'MET', item });
}

/** The route with a measure: two routes of one plan may go by the same channel. */
async function routeThat(office: Office, routes: Started['routes'], measure: string): Promise<string> {
  for (const id of routes.values()) if (text(await routeFile(office, id), 'measure') === measure) return id;
  throw new StoryError(`no route of the plan is to ${measure}`);
}

async function send(
  office: Office,
  routeId: string,
  signers: readonly string[],
  sender: string,
): Promise<void> {
  await approve(office, routeId, signers);
  await dispatch(office, routeId, sender);
}

const dayMs = 86_400_000;

async function preserved(office: Office, routeId: string, days: number): Promise<void> {
  const [preservedFrom, preservedUntil] = [0, days * dayMs].map((ms) =>
    new Date(Date.now() + ms).toISOString(),
  );
  await reply(office, routeId, 'PRESERVED', { preservedFrom, preservedUntil });
  await stands(office, routeId, 'PRESERVED');
}

/** Two persons receive what came. */
async function taken(office: Office, routeId: string, fileName: string): Promise<void> {
  await stands(office, routeId, 'INTAKE');
  await receive(office, routeId, fileName);
  await stands(office, routeId, 'CLOSED');
}

/** Another request relies on the preservation from here on. */
async function served(office: Office, routeId: string): Promise<void> {
  const finding = 'The request for assistance was sent and names this preservation.';
  await report(office, routeId, centralAuthority, 'legal-process-served', finding);
}
