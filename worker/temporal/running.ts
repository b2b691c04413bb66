import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isRunning, processIdentity } from '../process/identity.js';
import { portNames } from './ports.js';

/** What a start writes down beside the data, so that the next start finds the server if nobody stopped it. */
const runningServer = processIdentity.extend({
  ports: z.record(z.enum(portNames), z.int().positive()),
  timeSkipping: z.boolean(),
  kind: z.enum(['server', 'cli']),
});
export type RunningServer = z.infer<typeof runningServer>;

const fileIn = (folder: string) => join(folder, 'server.json');

/** What the last start wrote, whether its process still runs or not; undefined when there is none or it is unreadable. */
export function lastServer(folder: string): RunningServer | undefined {
  try {
    return runningServer.safeParse(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Our own server of an earlier start that nobody stopped. */
export function leftRunning(folder: string): RunningServer | undefined {
  const last = lastServer(folder);
  return last !== undefined && isRunning({ pid: last.pid, started: last.started }) ? last : undefined;
}

export function writeRunning(folder: string, server: RunningServer): void {
  const draft = `${fileIn(folder)}.new`;
  writeFileSync(draft, JSON.stringify(server), { mode: 0o600 });
  renameSync(draft, fileIn(folder));
}
