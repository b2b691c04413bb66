import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, type ProcessIdentity } from './identity.js';

/**
 * Stops one process: asks (SIGTERM), waits up to `graceMs`, then ends it (SIGKILL). Does nothing to another process
 * that was given the same pid since. Resolves when it is gone.
 */
export async function stopProcess(identity: ProcessIdentity, graceMs: number): Promise<void> {
  if (!signal(identity, 'SIGTERM')) return;
  if (await goneWithin(identity, graceMs)) return;
  signal(identity, 'SIGKILL');
  await goneWithin(identity, 5_000);
}

function signal(identity: ProcessIdentity, name: NodeJS.Signals): boolean {
  if (!isRunning(identity)) return false;
  try {
    return process.kill(identity.pid, name);
  } catch {
    return false;
  }
}

async function goneWithin(identity: ProcessIdentity, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (isRunning(identity)) {
    if (Date.now() >= until) return false;
    await pause(50);
  }
  return true;
}
