import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentForPrograms } from '../../config/programs.js';
import { identify, isRunning, type ProcessIdentity } from '../process/identity.js';
import { stopProcess } from '../process/stop.js';
import { dynamicConfig, dynamicConfigFile } from './dynamic-config.js';
import { TemporalError } from './errors.js';
import { answersWithin } from './health.js';
import { portsAgain, type Ports } from './ports.js';
import { commandLine, type Program } from './programs.js';
import { lastServer, leftRunning, writeRunning } from './running.js';

export type Launched = { address: string; adopted: boolean; stop(): Promise<void> };
export type LaunchOptions = { program: Program; folder: string; timeSkipping: boolean };

const graceMs = 10_000;
/** A server that does not answer is unlikely to heed a request either. */
const mutedGraceMs = 3_000;
const startMs = 60_000;

const addressOf = (ports: Ports): string => `127.0.0.1:${ports.frontend}`;

/**
 * Starts the program over the data in `folder`, on free loopback ports, in a process group of its own (a Ctrl-C in the
 * terminal reaches us, not it). A server that an earlier start left running over the same data is adopted when it answers,
 * stopped when it does not: two servers over one file would destroy it.
 * @throws TemporalError TEMPORAL_DID_NOT_START with the end of its log
 */
export async function launch(options: LaunchOptions): Promise<Launched> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  return (await adopted(options)) ?? started(options);
}

async function adopted({ folder, timeSkipping }: LaunchOptions): Promise<Launched | undefined> {
  const left = leftRunning(folder);
  if (left === undefined) return undefined;
  const identity = { pid: left.pid, started: left.started };
  const address = addressOf(left.ports);
  const fits = left.timeSkipping === timeSkipping;
  if (fits && (await answersWithin(address, 4_000, () => isRunning(identity)))) {
    return { address, adopted: true, stop: () => stopProcess(identity, graceMs) };
  }
  await stopProcess(identity, mutedGraceMs);
  return undefined;
}

async function started({ program, folder, timeSkipping }: LaunchOptions): Promise<Launched> {
  const ports = await portsAgain(lastServer(folder)?.ports);
  const dynamicConfigPath = join(folder, 'dynamic-config.yaml');
  writeFileSync(dynamicConfigPath, dynamicConfigFile(dynamicConfig({ timeSkipping })));
  const log = join(folder, 'server.log');
  const identity = await spawned(
    commandLine(program, { folder, ports, timeSkipping, dynamicConfigPath }),
    log,
  );
  writeRunning(folder, { ...identity, ports, timeSkipping, kind: program.kind });
  const address = addressOf(ports);
  if (!(await answersWithin(address, startMs, () => isRunning(identity)))) {
    await stopProcess(identity, graceMs);
    throw new TemporalError(
      'TEMPORAL_DID_NOT_START',
      `${program.path} does not answer. Its log ends:\n${endOf(log)}`,
    );
  }
  return { address, adopted: false, stop: () => stopProcess(identity, graceMs) };
}

async function spawned(command: ReturnType<typeof commandLine>, log: string): Promise<ProcessIdentity> {
  const output = openSync(log, 'w', 0o600);
  const child = spawn(command.file, command.arguments, {
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...environmentForPrograms(), ...command.environment },
  });
  closeSync(output);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) =>
      reject(new TemporalError('TEMPORAL_DID_NOT_START', `${command.file} cannot be run`, { cause })),
    );
  });
  child.unref();
  if (child.pid === undefined)
    throw new TemporalError('TEMPORAL_DID_NOT_START', `${command.file} has no process`);
  return identify(child.pid);
}

const endOf = (log: string): string => readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n');
