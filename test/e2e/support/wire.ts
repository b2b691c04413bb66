import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import type { RunningSystem } from '../../support/running-system.js';

export type Posted = { status: number; body: unknown };

/** A POST under a key of the caller's choice; any status is returned, a connection that broke is thrown. */
export async function post(
  system: RunningSystem,
  who: string,
  path: string,
  body: object,
  key: string = randomUUID(),
): Promise<Posted> {
  const answer = await fetch(`${system.run.address}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${system.tokenOf(who)}`,
      'idempotency-key': key,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

export type Message = { updateId: string; message: unknown };

/** Every update of a name that a workflow accepted, read from its history with the keys that the client has. */
export async function messagesOf(client: Client, workflowId: string, update: string): Promise<Message[]> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const sent = (events ?? []).flatMap(({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => {
    const { meta, input } = accepted?.acceptedRequest ?? {};
    const [payload] = input?.args?.payloads ?? [];
    if (input?.name !== update || payload === undefined) return [];
    return [{ updateId: meta?.updateId ?? '', payload }];
  });
  return Promise.all(
    sent.map(async ({ updateId, payload }) => ({ updateId, message: await readPayload(client, payload) })),
  );
}

async function readPayload(client: Client, sealed: Payload): Promise<unknown> {
  const { payloadCodecs, payloadConverter } = client.options.loadedDataConverter;
  let payloads = [sealed];
  for (const codec of payloadCodecs.toReversed()) payloads = await codec.decode(payloads);
  const [payload] = payloads;
  return payload === undefined ? undefined : payloadConverter.fromPayload(payload);
}
