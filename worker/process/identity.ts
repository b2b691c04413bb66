import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A process as it can be recognised later: a pid alone may have been given to another program since. */
export const processIdentity = z.strictObject({ pid: z.int().positive(), started: z.string().min(1) });
export type ProcessIdentity = z.infer<typeof processIdentity>;

/** Start time of a process in the system's own terms, opaque; undefined when there is no such process. */
export function startOf(pid: number): string | undefined {
  return process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
}

function startOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may itself contain spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie holds nothing any more: it only waits for its parent.
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function startByPs(pid: number): string | undefined {
  try {
    const shown = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return shown === '' ? undefined : shown;
  } catch {
    return undefined;
  }
}

/** Identity of a running process. @throws when it is gone */
export function identify(pid: number): ProcessIdentity {
  const started = startOf(pid);
  if (started === undefined) throw new Error(`PROCESS_GONE  there is no process ${pid}`);
  return { pid, started };
}

export const isRunning = ({ pid, started }: ProcessIdentity): boolean => startOf(pid) === started;
