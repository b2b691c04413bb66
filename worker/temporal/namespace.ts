import { setTimeout as pause } from 'node:timers/promises';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import { connectionOptions, type Credentials } from './credentials.js';
import { msToTs } from '@temporalio/common/lib/time.js';

/** What lists can be filtered by. The numbers are the server's codes of types. Nothing here is about a person or an offence. */
const searchAttributes = { Route: 2, Phase: 2, NextDeadline: 6 } as const;

const retentionMs = 30 * 86_400_000;
/** gRPC status codes. */
const notFound = 5;
const alreadyExists = 6;

/** Makes the namespace and its search attributes where they do not exist yet, and waits until the namespace can be used. */
export async function prepareNamespace(
  address: string,
  namespace: string,
  credentials?: Credentials,
): Promise<void> {
  const connection = await Connection.connect(connectionOptions(address, credentials));
  try {
    await registerNamespace(connection, namespace);
    await addSearchAttributes(connection, namespace);
    await usable(connection, namespace);
  } finally {
    await connection.close();
  }
}

async function registerNamespace(connection: Connection, namespace: string): Promise<void> {
  if (await unlessRefused(notFound, () => connection.workflowService.describeNamespace({ namespace })))
    return;
  await unlessRefused(alreadyExists, () =>
    connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs(retentionMs),
    }),
  );
}

async function unlessRefused(code: number, call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    if (!isGrpcServiceError(error) || Number(error.code) !== code) throw error;
    return false;
  }
}

/** Adding is tried again: a server that has just started may not know its new namespace yet. */
async function addSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  await eventually(async () => {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = Object.entries(searchAttributes).filter(
      ([name]) => customAttributes?.[name] === undefined,
    );
    if (missing.length === 0) return;
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing),
    });
  });
}

async function usable(connection: Connection, namespace: string): Promise<void> {
  await eventually(() => connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 }));
}

async function eventually(attempt: () => Promise<unknown>): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (!isGrpcServiceError(error) || Date.now() > until) throw error;
      await pause(100);
    }
  }
}
