import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentView } from '../../../api/schemas/route.js';
import type { RunningSystem } from '../../support/running-system.js';
import { sha256 } from './record.js';

/** A PDF as it comes from the API, and the digest that the document's own record gives for it. */
export type Paper = { form: string; recorded: string; etag: string; bytes: Buffer };

/** Downloads every PDF of a document. */
export async function papersOf(system: RunningSystem, who: string, documentId: string): Promise<Paper[]> {
  const { body } = await system.office(who).get(`/v1/documents/${documentId}`);
  const letters = documentView.parse(body).files.filter(({ mediaType }) => mediaType === 'application/pdf');
  return Promise.all(
    letters.map(async ({ form, sha256: recorded }) => {
      const answer = await fetch(`${system.run.address}/v1/documents/${documentId}/files/${form}`, {
        headers: { authorization: `Bearer ${system.tokenOf(who)}` },
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return { form, recorded, etag: answer.headers.get('etag') ?? '', bytes };
    }),
  );
}

/** The files of a packet as they lie in the outbox, by name. */
export function packetFiles(system: RunningSystem, packetId: string): ReadonlyMap<string, Buffer> {
  const folder = join(system.outbox, packetId);
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}

/** Digest of a packet as the design gives it: over digest and name of each file, sorted. */
export const digestOfPacket = (files: ReadonlyMap<string, Buffer>): string =>
  sha256(
    [...files]
      .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
      .sort()
      .join(''),
  );
