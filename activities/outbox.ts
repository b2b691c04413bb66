import type { RouteActivities } from '../contracts/activities.js';
import {
  canonicalJson,
  caseById,
  documentById,
  filesOfDocument,
  handOver,
  markPacketWritten,
  outboxById,
  sha256,
  systemAct,
  type DocumentFile,
  type Store,
} from '../store/index.js';
import { coveringText } from './documents/index.js';
import { requestNumber } from './documents/material.js';
import { packetDigest, writeFolder, type PacketFile } from './packet.js';
import { routeOf } from './routes.js';

export type OutboxDeps = {
  store: Store;
  clock: () => Date;
  /** Folder in which each packet gets a folder of its own, named by its outbox row. */
  outboxDir: string;
  mode: 'embedded' | 'site';
};

/** Hands a signed request to whoever sends it: a row first, by the lock that counts, then its folder. */
export function createOutbox({ store, clock, outboxDir, mode }: OutboxDeps) {
  const act = () => systemAct('outbox', clock().toISOString());
  return {
    async handOver({ routeId, digest }) {
      return store.transaction((tx) => handOver(tx, act(), { routeId, digest }));
    },

    async writePacket({ outboxId }) {
      const row = await outboxById(store.read, outboxId);
      if (!row) throw new Error(`There is no outbox row ${outboxId}.`);
      if (row.writtenAt !== null) return;
      const files = await packetOf(store, row, mode);
      await writeFolder(outboxDir, outboxId, files);
      const written = { outboxId, path: outboxId, sha256: packetDigest(files) };
      await store.transaction((tx) => markPacketWritten(tx, act(), written));
    },
  } satisfies Pick<RouteActivities, 'handOver' | 'writePacket'>;
}

type Row = { id: string; caseId: string; routeId: string; documentId: string; createdAt: string };

/** The files of a packet: the letters, what they say as data, and the text that lies on top. Always the same bytes. */
async function packetOf(store: Store, row: Row, mode: 'embedded' | 'site'): Promise<PacketFile[]> {
  const document = await documentById(store.read, row.documentId);
  if (!document) throw new Error(`There is no document ${row.documentId}.`);
  const route = await routeOf(store, row.routeId);
  const { reference } = await caseById(store.read, row.caseId);
  const letters = (await filesOfDocument(store.read, document.id)).map(named);
  const number = requestNumber(reference, route.id);
  const { version, digest } = document;
  const text = coveringText({ number, version, digest, mode, files: letters }, route.lot);
  const request = {
    ...(mode === 'embedded' ? { mark: 'TRAINING - NOT A REQUEST' } : {}),
    number,
    version,
    digest,
    outboxId: row.id,
    handedOverAt: row.createdAt,
    route: route.lot.route,
    measure: route.lot.measure,
    addressee: route.lot.addressee,
    basis: route.lot.basis,
    items: route.lot.items,
    urgency: route.lot.terms.urgency,
    files: letters.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) })),
  };
  const encoder = new TextEncoder();
  return [
    ...letters,
    { name: 'request.json', bytes: encoder.encode(`${canonicalJson(request)}\n`) },
    { name: 'covering.txt', bytes: encoder.encode(text) },
  ];
}

const endings: Record<string, string> = { 'application/pdf': 'pdf', 'application/json': 'json' };

const named = ({ form, mediaType, bytes }: DocumentFile): PacketFile => ({
  name: `${form}.${endings[mediaType] ?? 'bin'}`,
  bytes,
});
