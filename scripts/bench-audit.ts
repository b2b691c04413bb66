/** `npm run bench:audit`: what an entry costs inside its transaction, and how long 100,000 entries take to verify. */
import {
  exportLines,
  newSigningKey,
  openStore,
  readSigner,
  signCheckpoint,
  systemAct,
  verifyAudit,
  verifyExport,
  type Store,
} from '../store/index.js';

const entries = 100_000;
const perTransaction = 2_000;
const signEvery = 10_000;
const act = systemAct('bench', '2026-11-24T09:00:00.000Z');
const signer = readSigner(newSigningKey('bench.rogatory/1'));

const write = (store: Store, count: number): Promise<void> =>
  store.transaction(async (tx) => {
    for (let index = 0; index < count; index += 1) {
      const subject = { kind: 'route', id: `01KC0000000000000000${String(index).padStart(6, '0')}` };
      const reason = 'The provider has confirmed that the data are kept until the end of the year.';
      tx.audit({
        verb: 'ROUTE_MOVED',
        act,
        subject,
        caseId: 'bench',
        reason,
        body: { index, state: 'PRESERVED' },
      });
    }
  });

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = [(performance.now() - from) / 1000, (user + system) / 1e6].map((one) =>
    one.toFixed(2).padStart(7),
  );
  console.log(`${what.padEnd(58)} ${seconds[0]} s, ${seconds[1]} s of a processor`);
  return result;
}

async function cost(what: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let index = 0; index < 600; index += 1) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  times.sort((one, other) => one - other);
  console.log(`${what.padEnd(58)} ${(times[300] ?? 0).toFixed(2).padStart(7)} ms in the middle`);
}

const store = await openStore({ memory: true });
try {
  await cost('a transaction without an entry', () => store.transaction(async () => undefined));
  await cost('a transaction with one entry', () => write(store, 1));
  await timed(`${entries} entries written, ${entries / signEvery} roots signed`, async () => {
    for (let done = 0; done < entries; done += perTransaction) {
      await write(store, perTransaction);
      if (done % signEvery === 0)
        await store.transaction((tx) =>
          signCheckpoint(tx, { origin: signer.name, at: act.at, why: 'ASKED', signers: [signer] }),
        );
    }
  });
  await cost(`a transaction with one entry, after ${entries}`, () => write(store, 1));
  const stored = await timed('verified where they stand', () => verifyAudit(store.read));
  const lines: string[] = [];
  await timed('exported', async () => {
    for await (const line of exportLines(store.read)) lines.push(line.trimEnd());
  });
  const exported = await timed('verified as an export', () => verifyExport(each(lines)));
  console.log(
    `${stored.entries} and ${exported.entries} entries, findings: ${stored.findings.length + exported.findings.length}`,
  );
} finally {
  await store.close();
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
