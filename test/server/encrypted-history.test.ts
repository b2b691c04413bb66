import proto from '@temporalio/proto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RouteOnServer } from '../support/harness/route-on-server.js';
import { Office } from '../support/harness/office.js';
import { startEngine, type Engine } from '../support/temporal.js';

const office = new Office();
let engine: Engine;

beforeAll(async () => {
  engine = await startEngine(office.activities());
});
afterAll(async () => {
  await engine.stop();
});

/** What the server keeps of an execution, byte for byte. */
async function rawHistory(workflowId: string): Promise<string> {
  const { client } = engine;
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace: client.options.namespace,
    execution: { workflowId },
  });
  const bytes = proto.temporal.api.history.v1.History.encode(history ?? {}).finish();
  return Buffer.from(bytes).toString('latin1');
}

it('keeps nothing readable of a route but ids and names of steps', async () => {
  const route = await new RouteOnServer(engine, office, 'PROV_PRES', 'ENCRYPTED').start();
  await route.signAndSend();
  await route.reply('ACKNOWLEDGED');
  const raw = await rawHistory(route.workflowId);
  expect(raw.includes('binary/encrypted')).toBe(true);
  const words = [
    'json/plain',
    route.lot.addressee,
    'dispatchBlockers',
    'sliceDigest',
    'requestId',
    'ACKNOWLEDGED',
  ];
  expect(words.filter((word) => raw.includes(word))).toEqual([]);
});

it('keeps no word of why something failed, and still tells it to who has the keys', async () => {
  const route = await new RouteOnServer(engine, office, 'PROV_PRES', 'REFUSING').start();
  await route.stands('APPROVAL');
  const words = { requestId: 'a', ticketId: 'b', step: 'no such step', digest: 'c' };
  const refused = route.handle.executeUpdate('castVote', { args: [words] });
  const told = await refused.then(
    () => '',
    (error: Error) => (error.cause instanceof Error ? error.cause.message : ''),
  );
  expect(told).not.toMatch(/^(Encoded failure)?$/);
  expect((await rawHistory(route.workflowId)).includes(told)).toBe(false);
});
