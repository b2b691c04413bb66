import { Client, Connection } from '@temporalio/client';
import { expect, it } from 'vitest';
import { createEngineClient } from '../../api/engine-client.js';
import type { RelayRow } from '../../store/index.js';

const row = (update: RelayRow['update'], payload: Record<string, unknown>): RelayRow => ({
  id: '01JD0000000000000000000000',
  position: 1,
  caseId: '01JD0000000000000000000001',
  workflowId: 'case-01JD0000000000000000000001',
  update,
  payload,
  attempts: 0,
});

it.each([
  row('castVote', { ticketId: 't', step: 's', digest: 'd' }),
  row('adoptPlan', { basePlanDigest: null, planId: 'p', planDigest: 'd', ticketId: null }),
])('calls an engine that cannot be reached unknown, within its deadline ($update)', async (message) => {
  const connection = Connection.lazy({ address: '127.0.0.1:9', connectTimeout: 200 });
  const engine = createEngineClient(new Client({ connection }), 500);
  const began = Date.now();
  const delivery = await engine.deliver(message);
  await connection.close();
  expect(delivery.kind).toBe('unknown');
  expect(Date.now() - began).toBeLessThan(5_000);
});
