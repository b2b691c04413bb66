import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPayloadConverter } from '@temporalio/common';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { officer } from '../../scripts/demo/acts.js';
import { list, text, until } from '../../scripts/demo/office.js';
import { caseWorkflowId } from '../../contracts/ids.js';
import { traceHeader } from '../../contracts/trace-header.js';
import { anEmergency } from '../support/an-emergency.js';
import { startCollector, type Collector, type HeardSpan } from '../support/collector.js';
import { RunningSystem } from '../support/running-system.js';
import { auditTrail } from './support/record.js';

/** Names that a person might write, and that no other text holds. */
const marks = ['Zzyzxov', 'zzyzxov@mark.example'] as const;
const forged = { trace: 'f'.repeat(32), parent: 'e'.repeat(16) };
let collector: Collector;
let system: RunningSystem;
let caseId: string;
/** Number of a request that was refused, as the person saw it. */
let refusedAs: string;

const spansNamed = (name: string): HeardSpan[] => collector.spans().filter((span) => span.name === name);

beforeAll(async () => {
  collector = await startCollector();
  system = new RunningSystem({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`, LOG_LEVEL: 'trace' });
  await system.start();
  const [name, mail] = marks;
  const told = anEmergency({ 'threat.toWhom': name, 'requestingAuthority.email': mail });
  const { body } = await system
    .office(officer)
    .post('/v1/emergencies', { ...told, reference: name, source: `call of ${name}` });
  caseId = text(body, 'caseId');
  await everywhere();
  await markedUpdate();
});
afterAll(async () => {
  await system.stop();
  await collector.stop();
});

/** Sends the marks in every part of a request that a person chooses, with a trace of the person's own. */
async function everywhere(): Promise<void> {
  const [name] = marks;
  const headers = {
    authorization: `Bearer ${system.tokenOf(officer)}`,
    traceparent: `00-${forged.trace}-${forged.parent}-00`,
    'access-reason': name,
    'user-agent': name,
  };
  for (const path of [`/v1/cases/${name}`, `/${name}?${name}=${name}`, `/v1/cases?cursor=${name}`]) {
    const answer = await fetch(`${system.run.address}${path}`, { headers });
    refusedAs = answer.headers.get('request-id') ?? 'no number';
  }
}

/** What somebody at the engine sends who puts words where the trace stands. */
async function markedUpdate(): Promise<void> {
  const client = await system.rawClient();
  const header = { [traceHeader]: defaultPayloadConverter.toPayload(marks[0]) };
  await client.workflowService.signalWorkflowExecution({
    namespace: 'rogatory',
    workflowExecution: { workflowId: caseWorkflowId(caseId) },
    signalName: 'renewRun',
    header: { fields: header },
  });
}

/** The spans above one, nearest first. */
function above({ parentSpanId }: HeardSpan): HeardSpan[] {
  const parent = collector.spans().find(({ spanId }) => spanId === parentSpanId);
  return parent === undefined ? [] : [parent, ...above(parent)];
}

it('follows a request through the store and the workflow to what the workflow asked for because of it', async () => {
  const drafted = await until('the draft in the trace', async () => {
    const found = spansNamed('activity renderDraft')[0];
    return found && above(found).length >= 2 ? found : undefined;
  });
  const names = above(drafted).map(({ name }) => name);
  expect(names).toEqual(['update adoptPlan', 'POST /v1/emergencies']);
  const transactions = spansNamed('transaction').filter(({ traceId }) => traceId === drafted.traceId);
  const verbs = transactions.map(({ attributes }) =>
    JSON.stringify(attributes['rogatory.audit.verbs'] ?? ''),
  );
  expect(verbs.join()).toContain('PLAN_STARTED');
  expect(verbs.join()).toContain('DOCUMENT_RENDERED');
});

it('finds the request by the number that the person was given', async () => {
  const found = await until('the refused request', async () =>
    collector.spans().find(({ attributes }) => attributes['rogatory.request.id'] === refusedAs),
  );
  expect(found.attributes).toMatchObject({ 'http.route': '/v1/cases', 'http.response.status_code': 422 });
  const line = collector.records().find(({ attributes }) => attributes['reqId'] === refusedAs);
  expect(line).toMatchObject({ scope: 'rogatory.log', traceId: found.traceId });
});

it('passes on every entry of the record once, under its number and its hash', async () => {
  const trail = await auditTrail(system);
  const entries = () => collector.records().filter(({ scope }) => scope === 'rogatory.audit');
  await until('as many entries as the record had', async () => entries().length >= trail.length || undefined);
  const passedOn = entries().map(({ attributes: its }) => [
    its['rogatory.audit.sequence'],
    its['rogatory.audit.verb'],
    its['rogatory.audit.hash'],
  ]);
  const byNumber = new Map(passedOn.map(([sequence, ...rest]) => [Number(sequence), rest]));
  expect(byNumber.size).toBe(passedOn.length);
  for (const { sequence, verb, hash } of trail) expect(byNumber.get(sequence)).toEqual([verb, hash]);
});

it('lets no word of a person leave, and no name of who works here', async () => {
  const sent = collector.everything();
  expect(sent.length).toBeGreaterThan(10_000);
  for (const mark of marks) expect(sent).not.toContain(mark);
  for (const { id, token } of system.run.tokens) {
    expect(sent).not.toContain(`"${id}"`);
    expect(sent).not.toContain(token);
  }
});

it('goes on with no trace that a stranger names', () => {
  expect(collector.spans().length).toBeGreaterThan(20);
  expect(collector.everything()).not.toContain(forged.trace);
});

it('waits for no collector that is down, and says in the log that it is', async () => {
  await collector.stop();
  const { body } = await system.office(officer).get('/v1/cases');
  expect(list(body, 'rows')).toHaveLength(1);
  const file = join(system.dataDir, 'log', 'rogatory.log');
  await until(
    'the word of it in the log',
    async () => readFileSync(file, 'utf8').includes('collector does not take') || undefined,
  );
});
