import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { ringFileOf } from '../../cli/key-ring.js';
import { readRunFile, type RunFile } from '../../cli/embedded/run-file.js';
import { office, until, type Person } from '../../scripts/demo/office.js';
import { openRingFile } from '../../store/index.js';
import { createDataConverter } from '../../worker/codec/data-converter.js';
import { stopProcess } from '../../worker/process/stop.js';
import { lastServer, leftRunning } from '../../worker/temporal/running.js';
import { temporalFolder } from '../../worker/temporal-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const startSeconds = 90;
const namespace = 'rogatory';

type Program = { child: ChildProcess; output: () => string; ended: Promise<unknown> };

/** The whole training system in a process of its own, over a data folder of its own: what a newcomer starts. */
export class RunningSystem {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'rogatory-e2e-'));
  readonly #settings: Readonly<Record<string, string>>;
  #program: Program | undefined;
  #run: RunFile | undefined;
  #connection: Connection | undefined;

  /** `settings`: variables of its environment. */
  constructor(settings: Readonly<Record<string, string>> = {}) {
    this.#settings = settings;
  }

  /** Starts it, or starts it again over what the last start left. Resolves when the run file of this very process is there. */
  async start(): Promise<this> {
    const program = spawned(this.dataDir, this.#settings);
    this.#program = program;
    const died = program.ended.then(() => Promise.reject(new Error(`ended at once: ${program.output()}`)));
    const ready = until('the start', async () => this.#ready(program), startSeconds);
    this.#run = await Promise.race([ready, died]);
    died.catch(() => undefined);
    return this;
  }

  #ready({ child }: Program): RunFile | undefined {
    const run = readRunFile(this.dataDir);
    return run?.pid === child.pid ? run : undefined;
  }

  get run(): RunFile {
    if (this.#run === undefined) throw new Error('the system does not run');
    return this.#run;
  }

  get outbox(): string {
    return join(this.dataDir, 'outbox');
  }

  /** A training person at the HTTP API. A property, so that it can be handed to the acts of a story. */
  readonly office = (id: string): Person => office(this.run)(id);

  /** Token of a training person, for requests that `office` does not make. */
  tokenOf(id: string): string {
    const found = this.run.tokens.find((one) => one.id === id);
    if (found === undefined) throw new Error(`nobody called ${id} works here`);
    return found.token;
  }

  /** A client of its Temporal server that is nobody's, and has the keys: what stands in the engine's console. */
  async rawClient(): Promise<Client> {
    const frontend = lastServer(temporalFolder(this.dataDir))?.ports.frontend;
    if (frontend === undefined) throw new Error('no Temporal server was started');
    this.#connection ??= await Connection.connect({ address: `127.0.0.1:${frontend}` });
    const ring = await openRingFile(ringFileOf(this.dataDir));
    const dataConverter = createDataConverter(ring, namespace);
    return new Client({ connection: this.#connection, namespace, dataConverter });
  }

  /** Stops its Temporal server where it stands: connections stay open and nothing answers. */
  freezeTemporal(): void {
    process.kill(this.#temporalPid(), 'SIGSTOP');
  }

  killTemporal(): void {
    process.kill(this.#temporalPid(), 'SIGKILL');
  }

  #temporalPid(): number {
    const left = leftRunning(temporalFolder(this.dataDir));
    if (left === undefined) throw new Error('its Temporal server does not run');
    return left.pid;
  }

  /** kill -9 of API and worker. Its Temporal server stays, as it would. */
  async kill(): Promise<void> {
    process.kill(this.run.pid, 'SIGKILL');
    await this.#program?.ended;
    await this.#forget();
  }

  /** Ends it as Ctrl-C does, and leaves nothing behind: neither processes nor folder. */
  async stop(): Promise<void> {
    await this.#forget();
    const { child, ended } = this.#program ?? {};
    if (child?.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT');
      await ended;
    }
    const left = leftRunning(temporalFolder(this.dataDir));
    if (left !== undefined) await stopProcess({ pid: left.pid, started: left.started }, 5_000);
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #forget(): Promise<void> {
    await this.#connection?.close();
    this.#connection = undefined;
  }
}

/** Dies with the test process, should that end before it stopped the system. */
function spawned(dataDir: string, settings: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, ['scripts/launch.mjs', 'cli/rogatory.ts', 'start'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const orphaned = () => child.kill('SIGTERM');
  process.once('exit', orphaned);
  const ended = once(child, 'close').finally(() => process.off('exit', orphaned));
  return { child, output: () => Buffer.concat(chunks).toString(), ended };
}
