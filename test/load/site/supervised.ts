import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const restartAfterMs = 1_000;

/** A process that is started again whenever it has ended, as whoever runs a site would do it. */
export class Supervised {
  readonly name: string;
  readonly #again: () => ChildProcess;
  #child: ChildProcess;
  #stopping = false;
  /** How often it ended without having been killed here: a start that met a part that was down, or a fault of its own. */
  endedByItself = 0;
  killed = 0;
  #killing = false;

  constructor(name: string, first: ChildProcess, again: () => ChildProcess) {
    this.name = name;
    this.#again = again;
    this.#child = first;
    this.#watch(first);
    process.once('exit', () => this.#child.kill('SIGKILL'));
  }

  #watch(child: ChildProcess): void {
    child.once('exit', () => void this.#ended());
  }

  async #ended(): Promise<void> {
    if (!this.#killing && !this.#stopping) this.endedByItself += 1;
    this.#killing = false;
    await pause(restartAfterMs);
    if (this.#stopping) return;
    this.#child = this.#again();
    this.#watch(this.#child);
  }

  get #runs(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** kill -9. Does nothing while it is down. */
  kill(): boolean {
    if (!this.#runs || this.#stopping) return false;
    this.#killing = true;
    this.killed += 1;
    return this.#child.kill('SIGKILL');
  }

  /** Undefined while it is down. */
  get pid(): number | undefined {
    return this.#runs ? this.#child.pid : undefined;
  }

  async stop(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<void> {
    this.#stopping = true;
    if (!this.#runs) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill(signal);
    await Promise.race([ended, pause(30_000)]);
    if (this.#runs) this.#child.kill('SIGKILL');
  }
}
