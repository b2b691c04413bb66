import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { checkpointRecord, type KeptCheckpoint } from '../contracts/audit-record.js';
import { settingsOfProcess } from '../config/env.js';
import { exportCsv, exportLines, latestCheckpoint, openAudit, type Bare } from '../store/index.js';
import { takeLock } from '../worker/process/lock-file.js';
import { readRunFile, type RunFile } from './embedded/run-file.js';
import { InputError } from './input.js';

/** The record where it stands. */
export type OpenRecord = {
  name: string;
  /** The tables themselves, where nobody else holds them. */
  read?: Bare;
  lines(): AsyncIterable<string>;
  csv(): AsyncIterable<string>;
  checkpoint(): Promise<KeptCheckpoint | null>;
  close(): Promise<void>;
};

/**
 * Opens the record of DATABASE_URL, else of the data folder: through its API, as its auditor, while it runs, and as a
 * folder while it does not. Nothing is written but that the auditor read it.
 */
export async function openRecord(): Promise<OpenRecord> {
  const { store, place } = settingsOfProcess();
  if (store.databaseUrl !== undefined)
    return ofStore('the database', { databaseUrl: store.databaseUrl.reveal() }, () => undefined);
  if (!existsSync(join(place.dataDir, 'db')))
    throw new InputError([
      `NO_RECORD  ${place.dataDir} holds none; set DATA_DIR or DATABASE_URL, or name a file.`,
    ]);
  const lock = takeLock(join(place.dataDir, 'rogatory.lock'));
  if (lock.taken) return ofStore(place.dataDir, { dataDir: join(place.dataDir, 'db') }, () => lock.release());
  const run = readRunFile(place.dataDir);
  if (run === undefined)
    throw new InputError([`STARTING  ${place.dataDir} is in use and does not answer yet.`]);
  return ofApi(run);
}

async function ofStore(
  name: string,
  place: Parameters<typeof openAudit>[0],
  done: () => void,
): Promise<OpenRecord> {
  const { read, close } = await openAudit(place);
  return {
    name,
    read,
    lines: () => linesOf(Readable.from(exportLines(read))),
    csv: () => exportCsv(read),
    checkpoint: () => latestCheckpoint(read),
    close: async () => {
      await close();
      done();
    },
  };
}

const linesOf = (input: Readable): AsyncIterable<string> => createInterface({ input, crlfDelay: Infinity });

function ofApi({ address, tokens }: RunFile): OpenRecord {
  const auditor = tokens.find(({ roles }) => roles.includes('AUDITOR'));
  const get = (path: string): Promise<Response> =>
    fetch(`${address}/v1/audit/${path}`, { headers: { authorization: `Bearer ${auditor?.token ?? ''}` } });
  async function* written(format: 'jsonl' | 'csv'): AsyncGenerator<string> {
    const { body, ok, status } = await get(`export?format=${format}`);
    if (!ok || body === null) throw new InputError([`REFUSED  ${address} answered ${status}.`]);
    yield* body.pipeThrough(new TextDecoderStream());
  }
  return {
    name: address,
    lines: () => linesOf(Readable.from(written('jsonl'))),
    csv: () => written('csv'),
    checkpoint: async () => {
      const answer = await get('checkpoint');
      if (answer.status === 404) return null;
      return checkpointAnswer.parse(await answer.json());
    },
    close: async () => undefined,
  };
}

const checkpointAnswer = z.object(checkpointRecord.shape);
