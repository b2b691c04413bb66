import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { at, list, StoryError, text, until, type Answer, type Person } from './office.js';

const answers = z.record(z.string(), z.unknown());
const byRole = z.partialRecord(z.enum(['CASE_OFFICER', 'LEGAL_ADVISOR', 'PROSECUTOR']), answers);
const script = z.strictObject({
  title: z.string(),
  requestingState: z.string(),
  items: z.array(z.string()).min(1),
  case: byRole,
  item: byRole,
  categories: z.record(z.string(), z.string()),
});
export type Script = z.infer<typeof script>;

const read = (name: string): unknown =>
  parse(readFileSync(fileURLToPath(new URL(`cases/${name}.yaml`, import.meta.url)), 'utf8'));
const ofOffice = byRole.parse(read('office'));
export const scriptOf = (name: string): Script => script.parse(read(name));

export type Office = (id: string) => Person;
export const officer = 'training-case-officer-a';
export const adviser = 'training-legal-adviser-a';
export const prosecutor = 'training-prosecutor-a';
export const supervisor = 'training-supervisor-a';

/** Drafts as an officer and could sign as a supervisor: one person with two roles. */
export const drafterWhoSigns = 'training-officer-and-supervisor';

const people = { CASE_OFFICER: officer, LEGAL_ADVISOR: adviser, PROSECUTOR: prosecutor } as const;

/** Opens a case and answers its questions, each person what is that person's to answer. */
export async function openCase(office: Office, name: string, reference: string): Promise<string> {
  const { title, requestingState, items, categories, ...said } = scriptOf(name);
  const opened = await office(officer).post('/v1/cases', {
    reference,
    title,
    requestingState,
    items: items.map((id) => ({ id })),
  });
  const caseId = text(opened.body, 'id');
  for (const role of ['CASE_OFFICER', 'LEGAL_ADVISOR', 'PROSECUTOR'] as const) {
    const ofCase = { ...ofOffice[role], ...said.case[role] };
    const ofItems = items.flatMap((item) =>
      answersOf(
        { ...said.item[role], ...(role === 'CASE_OFFICER' && { dataCategory: categories[item] }) },
        item,
      ),
    );
    await say(office, people[role], caseId, [...answersOf(ofCase), ...ofItems]);
  }
  return caseId;
}

const answersOf = (said: Record<string, unknown>, item?: string): object[] =>
  Object.entries(said).map(([fact, value]) => ({
    fact,
    value,
    source: 'training case file',
    ...(item === undefined ? {} : { item }),
  }));

export async function say(
  office: Office,
  who: string,
  caseId: string,
  facts: readonly object[],
): Promise<Answer | undefined> {
  if (facts.length === 0) return undefined;
  const { etag } = await office(who).get(`/v1/cases/${caseId}`);
  return office(who).post(`/v1/cases/${caseId}/facts`, { answers: facts }, etag);
}

/** Records a decision with its document; a second person makes it effective where the dictionary asks for one. */
export async function decide(
  office: Office,
  caseId: string,
  decision: { who: string; kind: string; value: unknown; item?: string; second?: string },
): Promise<Answer> {
  const { who, kind, value, item, second } = decision;
  const body = {
    kind,
    value,
    document: { ref: `${kind} of the training file` },
    decidedOn: today(),
    reason: 'The training file shows it.',
    ...(item === undefined ? {} : { item }),
  };
  const recorded = await office(who).post(`/v1/cases/${caseId}/decisions`, body);
  return second === undefined
    ? recorded
    : office(second).post(`/v1/decisions/${text(recorded.body, 'id')}/second`, {});
}

export const today = (): string => new Date().toISOString().slice(0, 10);

export async function determine(
  office: Office,
  caseId: string,
): Promise<{ id: string; plan: readonly string[]; body: unknown }> {
  const { body } = await office(officer).post(`/v1/cases/${caseId}/determinations`, {});
  return { id: text(body, 'id'), plan: list(body, 'determination', 'plan').map(String), body };
}

export type Started = { planId: string; planDigest: string; routes: ReadonlyMap<string, string> };

/** Chooses every lot of a determination and starts it; answers the route ids by route. */
export async function startPlan(
  office: Office,
  caseId: string,
  determinationId: string,
  drafter = officer,
): Promise<Started> {
  const chosen = await office(drafter).post(`/v1/cases/${caseId}/plans`, { determinationId, lots: 'ALL' });
  const planId = text(chosen.body, 'id');
  const started = await office(drafter).post(`/v1/plans/${planId}/start`, undefined, chosen.etag);
  return { planId, planDigest: text(chosen.body, 'digest'), routes: routesIn(started.body) };
}

function routesIn(body: unknown): ReadonlyMap<string, string> {
  const lots = list(body, 'plan', 'lots');
  const nameOf = (key: string): string => {
    const lot = lots.find((one) => text(one, 'key') === key);
    return lot === undefined ? key : text(lot, 'route');
  };
  const named = new Map<string, string>();
  for (const route of list(body, 'routes')) {
    const name = nameOf(text(route, 'lotKey'));
    named.set(named.has(name) ? `${name}#${named.size}` : name, text(route, 'routeId'));
  }
  return named;
}

export const routeFile = async (office: Office, routeId: string, who = officer): Promise<unknown> =>
  (await office(who).get(`/v1/routes/${routeId}`)).body;

/** Waits until a route stands in one of the states. A draft that lacks fields ends the story with their names. */
export async function stands(
  office: Office,
  routeId: string,
  ...states: readonly string[]
): Promise<unknown> {
  return until(`route ${routeId} reaching ${states.join(' or ')}`, async () => {
    const file = await routeFile(office, routeId);
    const state = text(file, 'state');
    if (state === 'FIELDS_MISSING' && !states.includes(state))
      throw new StoryError(`the draft lacks fields: ${text(file, 'reason')}`);
    return states.includes(state) ? file : undefined;
  });
}

/** Every open step is signed by somebody who may, and translated in between where the route asks, until it is handed over. Answers who signed. */
export async function approve(
  office: Office,
  routeId: string,
  signers: readonly string[],
): Promise<string[]> {
  const signed: string[] = [];
  await until(`route ${routeId} being approved and handed over`, async () => {
    const file = await routeFile(office, routeId);
    if (['HANDED_OVER', 'DISPATCHED'].includes(text(file, 'state'))) return true;
    if (text(file, 'state') === 'FIELDS_MISSING')
      throw new StoryError(`the draft lacks fields: ${text(file, 'reason')}`);
    if (text(file, 'state') === 'TRANSLATION') await translate(office, routeId);
    const signature = await signNext(
      office,
      routeId,
      signers.filter((who) => !signed.includes(who)),
    );
    if (signature !== undefined) signed.push(signature);
    return undefined;
  });
  return signed;
}

async function signNext(
  office: Office,
  routeId: string,
  signers: readonly string[],
): Promise<string | undefined> {
  for (const who of signers) {
    const inbox = await office(who).get('/v1/approvals?limit=100');
    const step = list(inbox.body, 'rows').find((one) => text(one, 'routeId') === routeId);
    if (step === undefined) continue;
    const decided = await office(who).post(`/v1/approvals/${text(step, 'stepId')}/decision`, {
      decision: 'approve',
      digest: text(step, 'digest'),
    });
    if (text(decided.body, 'engine', 'state') === 'DELIVERED') return who;
  }
  return undefined;
}

/** Reports the translation; a second report of it changes nothing. */
const translate = (office: Office, routeId: string): Promise<void> =>
  report(office, routeId, officer, 'translation-lodged', 'Translated, and read by a second reader.');

/** Reports what a route waits for, or a decision (to close, where nothing else is said). */
export async function report(
  office: Office,
  routeId: string,
  who: string,
  what: string,
  finding: string,
): Promise<void> {
  const reference = `S-${routeId.slice(-6)}`;
  await office(who).post(`/v1/routes/${routeId}/reports`, { what, finding, reference });
}

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

export async function dispatch(office: Office, routeId: string, who = officer): Promise<void> {
  await office(who).post(`/v1/routes/${routeId}/dispatch`, {
    sentAt: minutesAgo(1),
    means: 'training portal',
    reference: `T-${routeId.slice(-6)}`,
  });
  await stands(office, routeId, 'DISPATCHED');
}

export async function reply(
  office: Office,
  routeId: string,
  outcome: string,
  more: object = {},
): Promise<void> {
  await office(officer).post(`/v1/routes/${routeId}/replies`, {
    outcome,
    receivedAt: minutesAgo(0),
    reference: `R-${routeId.slice(-6)}`,
    ...more,
  });
}

/** Uploads what came and has it received by two persons. Answers the digest that both sides agree on. */
export async function receive(office: Office, routeId: string, fileName: string): Promise<string> {
  const bytes = Buffer.from(`Training data for ${routeId}\n`);
  const uploaded = await office(officer).upload(`/v1/routes/${routeId}/evidence`, fileName, bytes);
  const evidenceId = text(uploaded.body, 'id');
  await office('training-evidence-custodian-a').post(`/v1/evidence/${evidenceId}/receipt`);
  const received = await office('training-evidence-witness-a').post(`/v1/evidence/${evidenceId}/receipt`);
  return text(received.body, 'sha256');
}

export const stateOf = async (office: Office, routeId: string): Promise<string> =>
  text(await routeFile(office, routeId), 'state');

/** The running plan's proposal, when a decision or answer led to one. */
export const proposalIn = (answer: Answer): { planId: string; planDigest: string; baseDigest: string } => ({
  planId: text(answer.body, 'proposal', 'planId'),
  planDigest: text(answer.body, 'proposal', 'planDigest'),
  baseDigest: text(answer.body, 'proposal', 'baseDigest'),
});

export async function adopt(
  office: Office,
  { planId, planDigest, baseDigest }: ReturnType<typeof proposalIn>,
  who: string,
): Promise<void> {
  await office(who).post(
    `/v1/plans/${planId}/adopt`,
    { basePlanDigest: baseDigest, reason: 'The difference was read and is wanted.' },
    `"${planDigest}"`,
  );
}

export { at, list, text };
