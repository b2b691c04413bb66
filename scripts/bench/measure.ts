/** How long one kind of work takes, in milliseconds; `cpu` is what the processor spent on one run, whoever else it serves. */
export type Row = { what: string; runs: number; cpu: number; p50: number; p99: number };

const warmUpMs = 3_000;
const measureMs = 6_000;

/** Runs the work one after another, first to warm up, then measured. */
export async function measure(what: string, work: () => unknown): Promise<Row> {
  const warm = performance.now() + warmUpMs;
  while (performance.now() < warm) await work();
  const times: number[] = [];
  const began = performance.now();
  const before = process.cpuUsage();
  while (performance.now() - began < measureMs) {
    const from = performance.now();
    const done = work();
    if (done instanceof Promise) await done;
    times.push(performance.now() - from);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    what,
    runs: times.length,
    cpu: (user + system) / 1000 / times.length,
    p50: at(0.5),
    p99: at(0.99),
  };
}

export function show(rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  console.log(`${'what'.padEnd(width)}     runs    CPU ms    p50 ms    p99 ms`);
  for (const { what, runs, cpu, p50, p99 } of rows) {
    const figures = [cpu.toFixed(3).padStart(10), p50.toFixed(3).padStart(10), p99.toFixed(3).padStart(10)];
    console.log(`${what.padEnd(width)} ${String(runs).padStart(8)}${figures.join('')}`);
  }
}
