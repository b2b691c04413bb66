import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { identify, isRunning, processIdentity } from './identity.js';

const lockText = processIdentity.extend({ since: z.iso.datetime() });
export type Holder = z.infer<typeof lockText>;

export type Lock = { taken: true; release(): void } | { taken: false; holder: Holder };

/**
 * Takes a lock that dies with its holder: a file with pid and start time, made exclusively. A file whose process is gone
 * is taken over. Two takers at the same moment: exactly one gets it.
 */
export function takeLock(file: string): Lock {
  mkdirSync(dirname(file), { recursive: true });
  const mine = JSON.stringify({ ...identify(process.pid), since: new Date().toISOString() });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (createdExclusively(file, mine)) return { taken: true, release: () => release(file, mine) };
    const seen = textOf(file);
    if (seen === undefined) continue;
    const holder = holderIn(seen);
    if (holder !== undefined && isRunning(holder)) return { taken: false, holder };
    setAside(file, seen);
  }
  throw new Error(`LOCK_UNCLEAR  ${file} changes under our hands; try again`);
}

/** Link, not write: the file appears with its whole text or not at all. */
function createdExclusively(file: string, text: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft);
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function holderIn(text: string): Holder | undefined {
  try {
    return lockText.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Moves a stale file away; what was moved by mistake, because another taker was faster, is put back. */
function setAside(file: string, seen: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  try {
    if (textOf(aside) !== seen) linkSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

function release(file: string, mine: string): void {
  if (textOf(file) === mine) rmSync(file, { force: true });
}
