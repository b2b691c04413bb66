import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packedText, packFolder } from '../../rules/workbench/release/packed.js';
import { assumedCalendar, endOf } from '../../rules/engine/clocks/index.js';
import { roles } from '../../contracts/codes.js';
import type { Role } from '../../contracts/codes.js';
import {
  addMember,
  addShift,
  beginEvidence,
  byWhom,
  declareConflict,
  markSensitive,
  newId,
  proposeOfficeChange,
  proposePersonChange,
  proposeRelease,
  placeHold,
  placePause,
  raiseAlert,
  recordAbsence,
  recordDecision,
  recordFacts,
  recordOverride,
  recordReply,
  gapsThatStand,
  registerDelegation,
  registerWebhook,
  sealEvidence,
  startClock,
  seedPeople,
  settleOfficeChange,
  settlePersonChange,
  systemAct,
} from '../../store/index.js';
import type { PersonAct, Tx } from '../../store/index.js';
import type { endpointsOf } from '../api/endpoints.js';
import { text } from '../api/harness.js';
import type { Harness } from '../api/harness.js';
import { aDetermination, aRoute, askSignature, lotOf } from '../api/running-route.js';

/** How a person stands to the case: a member of it, of its unit only, or of another unit. */
export const places = ['on', 'unit', 'away'] as const;
export type Place = (typeof places)[number];

const unitOf = { on: 'unit-cyber-kz', unit: 'unit-cyber-kz', away: 'unit-narcotics-kz' } as const;
const idOf = (role: Role, place: Place): string => `${role.toLowerCase()}-${place}`;
const tokenOf = (role: Role, place: Place): string => `training-token-of-${idOf(role, place)}`;

/** Ids of one case with everything in it, by the name of the parameter that takes it. */
export type Ids = Readonly<Record<string, string>>;

/** A person of every role in every place, and one case of everything that an address can name. */
export async function aWorldOf(h: Harness): Promise<Ids> {
  const at = h.clock.now.toISOString();
  const everybody = roles.flatMap((role) => places.map((place) => ({ role, place })));
  const persons = everybody.map(({ role, place }) => {
    const id = idOf(role, place);
    return { id, unitId: unitOf[place], label: id, roles: [role], token: tokenOf(role, place) };
  });
  await h.store.transaction((tx) => seedPeople(tx, systemAct('test', at), { units: [], persons }));
  const route = await aRoute(h, 'MLA');
  const { caseId, routeId, planId } = route;
  const { stepId, documentId } = await askSignature(h, route);
  const determinationId = await aDetermination(h, caseId, [lotOf('MLA')]);
  const as = (personId: string, role: Role): PersonAct => ({ actor: { kind: 'person', personId, role }, at });
  const digest = text((await h.as('officer').get('/v1/rules')).body, 'digest');
  return h.store.transaction(async (tx) => {
    const officer = as('officer', 'CASE_OFFICER');
    for (const { role } of everybody.filter(({ place }) => place === 'on'))
      await addMember(tx, officer, { caseId, personId: idOf(role, 'on') });
    const { decision } = await recordDecision(tx, as('adviser', 'LEGAL_ADVISOR'), {
      ...{ caseId, kind: 'RIGHTS_REVIEW', fact: 'clearance.rightsReview', item: null, value: true },
      ...{ documentRef: 'D-13', decidedOn: '2026-11-20', reason: 'No risk.', secondRoles: ['SUPERVISOR'] },
    });
    const override = { caseId, page: 'T05', reason: 'One case.', expiresOn: '2026-12-01' };
    const { id: overrideId } = await recordOverride(tx, as('supervisor', 'SUPERVISOR'), override);
    const file = { routeId, fileName: 'a', mediaType: 'b', senderSha256: '0'.repeat(64), path: randomUUID() };
    const { evidenceId } = await beginEvidence(tx, as('custodian', 'EVIDENCE_CUSTODIAN'), file);
    const received = { evidenceId, sha256: '1'.repeat(64), size: 1 };
    await sealEvidence(tx, as('custodian', 'EVIDENCE_CUSTODIAN'), received);
    const concerned = { ...as('supervisor', 'SUPERVISOR'), reason: 'A cousin.' };
    const { conflictId } = await declareConflict(tx, concerned, { caseId, personId: 'officerB' });
    const content = { ...as('adviser', 'LEGAL_ADVISOR'), reason: 'A letter.' };
    const other = await beginEvidence(tx, as('custodian', 'EVIDENCE_CUSTODIAN'), file);
    const { markId } = await markSensitive(tx, content, { caseId, ...other, kind: 'CONTENT' });
    await raiseAlert(tx, content, {
      ...{ kind: 'HOLD_RELEASED', caseId, subject: { kind: 'hold', id: 'h' }, key: 'h' },
      says: 'A hold was released.',
    });
    const hook = { unitId: 'unit-cyber-kz', url: 'http://127.0.0.1:1/' };
    const { webhookId } = await registerWebhook(tx, as('supervisor', 'SUPERVISOR'), hook);
    const replyId = await aReplySetAside(tx, officer, { caseId, routeId });
    const gapId = await aGap(tx, officer, routeId);
    const held = { caseId, kind: 'LEGAL', routeId } as const;
    const { holdId } = await placeHold(tx, content, held);
    const { pauseId } = await placePause(tx, content, { channel: 'UNCC' });
    const { id: releaseId } = await proposeRelease(tx, content, {
      ...{ title: 'Without a worked case', effectFrom: '2027-01-01', content: packedText(withoutCases) },
      ...{ ruleSet: h.rules.ruleSet, registersDigest: h.rules.registers.digest },
    });
    const alert = await tx.db.selectFrom('alerts').select('id').executeTakeFirstOrThrow();
    const value = [{ type: 'ACCOUNT_ID', value: '178414000000001' }] as const;
    const answer = { fact: 'identifiers', item: 'I1', known: true, value, source: 'letter' };
    await recordFacts(tx, officer, { caseId, answers: [answer] });
    return {
      ...{
        caseId,
        routeId,
        planId,
        stepId,
        documentId,
        determinationId,
        decisionId: decision.id,
        overrideId,
      },
      ...{
        releaseId,
        alertId: alert.id,
        webhookId,
        evidenceId,
        conflictId,
        markId,
        holdId,
        pauseId,
        replyId,
        gapId,
        itemId: 'I1',
        ruleId: 'T02',
        form: 'D-01',
        digest,
      },
      clockId: await aClockOfLaw(tx, officer, routeId),
      reference: '0'.repeat(26),
      personId: 'officerB',
      unitId: 'unit-cyber-kz',
      ...(await aboutOfficerB(tx, as('officerB', 'CASE_OFFICER'))),
    };
  });
}

/** A later answer came in part: nothing of its one item. */
async function aGap(tx: Tx, act: PersonAct, routeId: string): Promise<string> {
  const missing = [{ item: 'I1', lacks: { kind: 'WHOLE' } }] as const;
  const part = { routeId, outcome: 'PARTIAL', receivedAt: act.at, reference: 'R-2', missing } as const;
  await recordReply(tx, act, part);
  const [gap] = await gapsThatStand(tx, routeId);
  if (gap === undefined) throw new Error('there is no gap');
  return gap.id;
}

/** The same refusal under the same reference, twice: the second one waits for a person. */
async function aReplySetAside(tx: Tx, act: PersonAct, of: { caseId: string; routeId: string }) {
  const sent = { ...of, id: newId(), outboxId: null, sentAt: act.at, ...byWhom(act), at: act.at };
  const how = (await tx.secrets.of(of.caseId)).seal('dispatches', sent.id, { means: 'x', reference: 'x' });
  await tx.db
    .insertInto('dispatches')
    .values({ ...sent, ...how })
    .execute();
  const refused = { ...of, outcome: 'REFUSED', receivedAt: act.at, reference: 'R-1' } as const;
  await recordReply(tx, act, refused);
  return (await recordReply(tx, act, refused)).replyId;
}

/** One that nobody can pause: who may try is refused for that, and changes nothing. */
async function aClockOfLaw(tx: Tx, act: PersonAct, routeId: string): Promise<string> {
  const length = { amount: 60, unit: 'day' } as const;
  const term = {
    id: 'x',
    title: 'x',
    starts: 'PRESERVED',
    length,
    nature: 'law',
    reference: 'x',
    ladder: [],
  } as const;
  const span = { startedAt: act.at, endsAt: '2027-02-01T08:00:00Z', provisional: false };
  const { derivation } = endOf(act.at, length, [assumedCalendar('KZ')]);
  const clock = { routeId, term, event: 'PRESERVED', ...span, derivation, rungs: [] } as const;
  return (await startClock(tx, act, clock)).clockId;
}

/** An absence, a delegation and a shift of the officer whom the addresses about a person name. */
async function aboutOfficerB(tx: Tx, act: PersonAct): Promise<Ids> {
  const span = { fromAt: '2027-01-01T00:00:00Z', untilAt: '2027-01-02T00:00:00Z' };
  const { id: absenceId } = await recordAbsence(tx, act, { personId: 'officerB', ...span });
  const names = { fromPerson: 'officerB', toPerson: 'twoHats', role: 'CASE_OFFICER', cases: null } as const;
  const { id: delegationId } = await registerDelegation(tx, act, { ...names, ...span, reason: 'Away.' });
  const duty = { unitId: 'unit-cyber-kz', role: 'CASE_OFFICER', zone: 'UTC', personId: 'officerB' } as const;
  const { id: shiftId } = await addShift(tx, act, { ...duty, ...span });
  const change = { personId: 'somebody', change: { unitId: 'unit-cyber-kz', label: 'New', roles: [] } };
  const proposing = { ...act, actor: { ...act.actor, personId: 'administrator' }, reason: 'New here.' };
  const { changeId } = await proposePersonChange(tx, proposing, change);
  await settlePersonChange(tx, proposing, { changeId, state: 'REFUSED' });
  const asked = { kind: 'unit', id: 'unit-asked', change: { label: 'Asked', state: 'KZ' } } as const;
  const { changeId: officeChangeId } = await proposeOfficeChange(tx, proposing, asked);
  await settleOfficeChange(tx, proposing, { changeId: officeChangeId, state: 'REFUSED' });
  return { absenceId, delegationId, shiftId, changeId, officeChangeId };
}

const page = 'securing/S02-article-29-is-open.yaml';
/** Nobody checks it, so that it stays a draft. */
const withoutCases = packFolder(fileURLToPath(new URL('../../rules', import.meta.url)));
for (const file of Object.keys(withoutCases.files))
  if (file.startsWith('examples/')) delete withoutCases.files[file];
const pageText = readFileSync(new URL(`../../rules/${page}`, import.meta.url), 'utf8');
const stale = { 'if-match': '"v9999"' };
const now = '2026-11-23T08:00:00Z';
const later = '2026-12-23T08:00:00Z';
const empty = Buffer.from('x');
const digestOf = createHash('sha256').update(empty).digest('base64');
type Body = { body?: object; headers?: Record<string, string>; raw?: Buffer };

/** A body that passes its schema, and where it can goes no further than the matrix: stale, unknown, or said before. */
const bodies: Readonly<Record<string, (ids: Ids) => Body>> = {
  '/people/me/sign-out': () => ({}),
  '/people/:personId/sign-out': () => ({ body: { reason: 'A stolen laptop.' } }),
  '/people/:personId/hand-over': () => ({ body: { successorId: 'nobody', reason: 'A longer journey.' } }),
  '/people/:personId/departure': () => ({ body: { reason: 'Still on the rota: it is refused.' } }),
  '/people-changes': () => ({
    body: { personId: 'somebody', roles: ['CASE_OFFICER'], reason: 'Without unit and name it is refused.' },
  }),
  '/people-changes/:changeId/confirm': () => ({ body: { reason: 'As agreed.' } }),
  '/people-changes/:changeId/refuse': () => ({ body: { reason: 'Not agreed.' } }),
  '/office-changes': () => ({
    body: { kind: 'unit', id: 'unit-nameless', change: {}, reason: 'Without name and State it is refused.' },
  }),
  '/office-changes/:officeChangeId/confirm': () => ({ body: { reason: 'As agreed.' } }),
  '/office-changes/:officeChangeId/refuse': () => ({ body: { reason: 'Not agreed.' } }),
  '/people/:personId/absences': () => ({ body: { fromAt: later, untilAt: now } }),
  '/absences/:absenceId/end': () => ({}),
  '/delegations': () => ({
    body: {
      ...{ fromPerson: 'officerB', toPerson: 'nobody', role: 'CASE_OFFICER', reason: 'A journey.' },
      ...{ fromAt: now, untilAt: later },
    },
  }),
  '/delegations/:delegationId/end': () => ({}),
  '/units/:unitId/rota': () => ({
    body: { personId: 'nobody', role: 'SUPERVISOR', zone: 'UTC', fromAt: now, untilAt: later },
  }),
  '/rota/:shiftId/end': () => ({}),
  '/releases': () => ({
    body: { title: 'Half of it', reason: 'To be refused.', effectFrom: '2027-01-01', files: {} },
  }),
  '/releases/:releaseId/check': () => ({ body: { reason: 'As ever.' } }),
  '/releases/:releaseId/approve': () => ({ body: { reason: 'As ever.' } }),
  '/releases/:releaseId/publish': () => ({ body: { reason: 'As ever.' } }),
  '/releases/:releaseId/withdraw': () => ({ body: { reason: 'As ever.' } }),
  '/releases/:releaseId/rollback': () => ({ body: { reason: 'As ever.' } }),
  '/releases/:releaseId/rollback/confirm': () => ({ body: { reason: 'As ever.' } }),
  '/releases/:releaseId/rollback/refuse': () => ({ body: { reason: 'As ever.' } }),
  '/rules/impact': () => ({ body: { pages: [{ file: page, text: pageText }] } }),
  '/rules/check': () => ({ body: { pages: [{ file: 'gates/G01.yaml', text: 'id: G01' }] } }),
  '/cases': () => ({ body: { reference: 'T', requestingState: 'KZ' } }),
  '/emergencies': () => ({
    body: {
      reference: 'T',
      requestingState: 'KZ',
      source: 'a call',
      facts: {},
      items: [{ id: 'I1', facts: {} }],
    },
  }),
  '/cases/:caseId/items': () => ({ body: { items: [{ id: 'I9' }] }, headers: stale }),
  '/cases/:caseId/members': () => ({ body: { personId: 'officer' } }),
  '/cases/:caseId/facts': () => ({
    body: { answers: [{ fact: 'offence.category', source: 'x', value: 'OTHER' }] },
    headers: stale,
  }),
  '/cases/:caseId/items/:itemId/identifiers/confirm': () => ({
    body: { readDigest: '0'.repeat(64) },
    headers: stale,
  }),
  '/cases/:caseId/decisions': () => ({
    body: {
      ...{ kind: 'RIGHTS_REVIEW', value: 'no boolean', document: { ref: 'D-13' }, reason: 'No risk.' },
      decidedOn: '2026-11-20',
    },
  }),
  '/decisions/:decisionId/second': () => ({ body: {} }),
  '/cases/:caseId/erasure': () => ({
    body: { ground: 'RETENTION_ENDED', endedOn: '2026-01-01', reason: 'Review of the year.' },
  }),
  '/cases/:caseId/erasure/second': () => ({ body: { erasureId: 'none' } }),
  '/cases/:caseId/overrides': () => ({ body: { page: 'X99', reason: 'One case.', expiresOn: '2026-12-01' } }),
  '/overrides/:overrideId/second': () => ({ body: {} }),
  '/cases/:caseId/determinations': () => ({ body: { dryRun: true } }),
  '/cases/:caseId/plans': ({ determinationId = '' }) => ({
    body: { determinationId, lots: 'ALL' },
  }),
  '/plans/:planId/start': () => ({ headers: stale }),
  '/plans/:planId/adopt': () => ({
    body: { basePlanDigest: '0'.repeat(64), reason: 'Because.' },
    headers: stale,
  }),
  '/approvals/:stepId/decision': () => ({ body: { decision: 'approve', digest: '0'.repeat(64) } }),
  '/routes/:routeId/dispatch': () => ({ body: { sentAt: now, means: 'courier', reference: 'R' } }),
  '/routes/:routeId/replies': () => ({ body: { outcome: 'ACKNOWLEDGED', receivedAt: now, reference: 'R' } }),
  '/replies/:replyId/decision': () => ({ body: { choice: 'OTHER', reason: 'It is another answer.' } }),
  '/registers/proposals/decision': () => ({
    body: {
      ...{ addressee: 'nobody', route: 'MLA', upTo: now, choice: 'REJECTED' },
      reason: 'Nothing of it is known.',
    },
  }),
  '/gaps/:gapId/end': () => ({
    body: { how: 'ELSEWHERE', otherRouteId: 'none', reason: 'Another route asks for it.' },
  }),
  '/cases/:caseId/routes/in-flight': () => ({
    body: {
      ...{ route: 'MLA', measure: 'PRODUCE', addressee: 'DE', items: ['I9'] },
      ...{ sentAt: '2026-10-12T09:00:00Z', means: 'courier', reference: 'B-1', reason: 'Sent on paper.' },
      scanSha256: '0'.repeat(64),
    },
  }),
  '/routes/:routeId/in-flight/confirmation': () => ({}),
  '/cases/:caseId/holds': () => ({ body: { kind: 'LEGAL', reason: 'A lawyer has to look at it.' } }),
  '/holds/:holdId/release': () => ({ body: { reason: 'The question is answered.' } }),
  '/pauses': () => ({ body: { channel: 'UNCC', reason: 'No request leaves by it today.' } }),
  '/held-start/release': () => ({ body: { reason: 'Every open request was compared.' } }),
  '/pauses/:pauseId/end': () => ({ body: { reason: 'There was no such pause.' } }),
  '/approvals/:stepId/phone-code': () => ({ body: { digest: '0'.repeat(64) } }),
  '/approvals/:stepId/phone-approval': () => ({
    body: { digest: '0'.repeat(64), code: '000 000 000', line: 'recorded line 1' },
  }),
  '/approvals/:stepId/phone-confirmation': () => ({}),
  '/routes/:routeId/withdrawal': () => ({ body: { reason: 'No ground any more.' } }),
  '/routes/:routeId/clocks/:clockId/pause': () => ({ body: { reason: 'The office is shut.', until: later } }),
  '/routes/:routeId/clocks/:clockId/resume': () => ({ body: { reason: 'The office is open.' } }),
  '/routes/:routeId/review': () => ({ body: { verdict: 'VALIDATED', finding: 'In order.', reference: 'R' } }),
  '/routes/:routeId/reports': () => ({
    body: { what: 'decision-taken', choice: 'WAIT_ON', finding: 'We wait.', reference: 'R' },
  }),
  '/routes/:routeId/evidence': () => ({
    raw: empty,
    headers: { 'content-type': 'application/octet-stream', 'content-digest': `sha-256=:${digestOf}:` },
  }),
  '/evidence/:evidenceId/receipt': () => ({}),
  '/cases/:caseId/recusal': () => ({ body: { reason: 'A cousin.', successorId: 'nobody' } }),
  '/cases/:caseId/conflicts': () => ({
    body: { personId: 'officerB', reason: 'A cousin.', successorId: 'nobody' },
  }),
  '/cases/:caseId/marks': ({ evidenceId }) => ({ body: { kind: 'CONTENT', evidenceId, reason: 'Content.' } }),
  '/alerts/:alertId/acknowledgement': () => ({ body: { reason: 'Asked the unit.' } }),
  '/webhooks': () => ({ body: { url: 'https://10.0.0.1/', reason: 'Our register.' } }),
  '/webhooks/:webhookId/end': () => ({ body: { reason: 'Switched off.' } }),
  '/webhooks/:webhookId/replay': () => ({ body: { from: 1, reason: 'Lost a day.' } }),
  '/notices/:noticeId/acknowledgement': () => ({}),
  '/calendar': () => ({}),
  '/calendar/end': () => ({}),
  '/people/me/mailbox': () => ({ body: { address: null, language: 'en', zone: null, digest: false } }),
  '/marks/:markId/end': () => ({ body: { reason: 'Not surplus.' } }),
  '/conflicts/:conflictId/end': () => ({ body: { reason: 'Another man.' } }),
};

/** What the matrix refuses with; any other answer means that it let the person try. */
const refusals = [
  'ROLE_MAY_NOT',
  'APPROVAL_ROLE',
  'APPROVAL_SELF_DECISION',
  'DECISION_SELF',
  'ADOPTION_NEEDS_SUPERVISOR',
  'PERSON_CHANGE_SELF',
  'RELEASE_SELF',
];
const queries: Readonly<Record<string, string>> = {
  '/v1/units/:unitId/duty': '?role=SUPERVISOR',
  '/v1/audit/export': '?format=jsonl',
  '/v1/audit/proofs/inclusion': '?sequence=1&size=1',
  '/v1/audit/proofs/consistency': '?from=1&to=1',
};

type AnEndpoint = ReturnType<typeof endpointsOf>[number];

/** A whole request to an endpoint about these ids, in the name of whoever the token is of. */
export function requestOf({ method, url }: AnEndpoint, ids: Ids, token: string) {
  const prepared = method === 'GET' ? {} : bodies[url.replace('/v1', '')]?.(ids);
  if (prepared === undefined) throw new Error(`no body is prepared for POST ${url}`);
  const { body, raw, headers = {} } = prepared;
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const path = url.replaceAll(/:([A-Za-z]+)/g, (_whole, name: string) => ids[name] ?? `no-${name}`);
  return {
    method,
    url: `${path}${queries[url] ?? ''}`,
    headers: {
      authorization: `Bearer ${token}`,
      ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload }),
  };
}

/** Answers of a request that did not get as far as the matrix. */
const untried = ['PARAMETER_INVALID', 'BODY_NOT_JSON', 'BODY_INVALID', 'RATE_LIMITED', 'REASON_MISSING'];

/** What a person is answered at an address: `Y` may, `-` does not exist for him or her, `x` the role may not. */
export async function cellOf(
  h: Harness,
  endpoint: AnEndpoint,
  { role, place }: { role: Role; place: Place },
  ids: Ids,
): Promise<string> {
  const { statusCode, body } = await h.app.inject(requestOf(endpoint, ids, tokenOf(role, place)));
  const code = statusCode >= 400 ? text(JSON.parse(body), 'code') : '';
  if (statusCode >= 500 || untried.includes(code)) throw new Error(`${endpoint.url} was not tried: ${body}`);
  if (code === 'NOT_FOUND') return '-';
  return refusals.includes(code) ? 'x' : 'Y';
}
