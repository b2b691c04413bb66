import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sha256 } from '../store/index.js';

/** A file of a packet; `name` has no folder in it. */
export type PacketFile = { name: string; bytes: Uint8Array };

/** Digest of a packet: over names and digests of its files, whatever their order. */
export const packetDigest = (files: readonly PacketFile[]): string =>
  sha256(
    files
      .map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`)
      .sort()
      .join(''),
  );

/**
 * Writes a packet's folder so that it is there as a whole or not at all: into a folder of its own beside it, synced, then
 * renamed. A folder that is there already must hold the same packet; what an interrupted attempt left is removed.
 */
export async function writeFolder(parent: string, name: string, files: readonly PacketFile[]): Promise<void> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const target = join(parent, name);
  await removeHalves(parent, name);
  if (await standsAlready(target, files)) return;
  const half = join(parent, `.${name}.${process.pid}.${Date.now()}`);
  await mkdir(half, { mode: 0o700 });
  for (const file of files) await writeSynced(join(half, basename(file.name)), file.bytes);
  await sync(half);
  await rename(half, target);
  await sync(parent);
}

async function removeHalves(parent: string, name: string): Promise<void> {
  const halves = (await readdir(parent)).filter((entry) => entry.startsWith(`.${name}.`));
  await Promise.all(halves.map((entry) => rm(join(parent, entry), { recursive: true, force: true })));
}

async function standsAlready(target: string, files: readonly PacketFile[]): Promise<boolean> {
  const names = await readdir(target).catch(() => null);
  if (names === null) return false;
  const there = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join(target, name)) })),
  );
  if (packetDigest(there) === packetDigest(files)) return true;
  throw new Error(
    `The folder ${basename(target)} of the outbox holds another packet; nobody may overwrite it.`,
  );
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
