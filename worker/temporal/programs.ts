import { join } from 'node:path';
import { dynamicConfig } from './dynamic-config.js';
import type { Ports } from './ports.js';

/** Which program serves: the server itself, or the command line tool that has a server inside. */
export type Program = { kind: 'server' | 'cli'; path: string };

export type Launch = { folder: string; ports: Ports; timeSkipping: boolean; dynamicConfigPath: string };
export type CommandLine = { file: string; arguments: string[]; environment: Record<string, string> };

/** How a program is started on loopback with file-backed data in `folder`. */
export function commandLine(program: Program, launch: Launch): CommandLine {
  return program.kind === 'server' ? serverCommand(program.path, launch) : cliCommand(program.path, launch);
}

/** The variables of the server's embedded configuration template; every port is named, so that two servers may run side by side. */
function serverCommand(file: string, { folder, ports, dynamicConfigPath }: Launch): CommandLine {
  const environment = {
    DB: 'sqlite',
    DBNAME: join(folder, 'temporal.db'),
    VISIBILITY_DBNAME: join(folder, 'visibility.db'),
    SQLITE_JOURNAL_MODE: 'wal',
    SQLITE_SYNCHRONOUS: '1',
    SQL_MAX_CONNS: '4',
    SQL_VIS_MAX_CONNS: '2',
    NUM_HISTORY_SHARDS: '4',
    BIND_ON_IP: '127.0.0.1',
    LOG_LEVEL: 'warn',
    DYNAMIC_CONFIG_FILE_PATH: dynamicConfigPath,
    FRONTEND_GRPC_PORT: String(ports.frontend),
    FRONTEND_MEMBERSHIP_PORT: String(ports.frontendMembership),
    FRONTEND_HTTP_PORT: String(ports.frontendHttp),
    HISTORY_GRPC_PORT: String(ports.history),
    HISTORY_MEMBERSHIP_PORT: String(ports.historyMembership),
    MATCHING_GRPC_PORT: String(ports.matching),
    MATCHING_MEMBERSHIP_PORT: String(ports.matchingMembership),
    WORKER_GRPC_PORT: String(ports.worker),
    WORKER_MEMBERSHIP_PORT: String(ports.workerMembership),
  };
  return { file, arguments: ['--allow-no-auth', 'start'], environment };
}

function cliCommand(file: string, { folder, ports, timeSkipping }: Launch): CommandLine {
  const pragmas = ['journal_mode=wal', 'synchronous=normal', 'busy_timeout=10000'];
  const dynamic = Object.entries(dynamicConfig({ timeSkipping }));
  return {
    file,
    arguments: [
      ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(ports.frontend)],
      ...['--http-port', String(ports.frontendHttp), '--db-filename', join(folder, 'dev-server.db')],
      ...['--log-level', 'warn', '--log-format', 'json'],
      ...pragmas.flatMap((pragma) => ['--sqlite-pragma', pragma]),
      ...dynamic.flatMap(([key, value]) => ['--dynamic-config-value', `${key}=${String(value)}`]),
    ],
    environment: {},
  };
}
