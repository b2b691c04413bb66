import { readFileSync } from 'node:fs';

/** Resident memory of a process in MiB, as the kernel counts it. */
export function residentMib(pid: number): number {
  const [, kib = 'NaN'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1024;
}

/** Watches the memory of a process while `work` runs. @returns the highest value seen, in MiB */
export async function peakMib(pid: number, work: () => Promise<unknown>): Promise<number> {
  let peak = residentMib(pid);
  const timer = setInterval(() => (peak = Math.max(peak, residentMib(pid))), 100);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return Math.max(peak, residentMib(pid));
}
