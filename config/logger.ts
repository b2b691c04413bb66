import { pino, type DestinationStream, type Logger } from 'pino';
import type { Settings } from './env.js';

type LogLevel = Settings['observability']['logLevel'];

export type { Logger } from 'pino';

/** Keys whose values never reach a log, wherever they stand down to three levels deep. */
const secretKeys = [
  'authorization',
  'cookie',
  'token',
  'tokens',
  'password',
  'apiKey',
  'databaseUrl',
  'facts',
  'answers',
  'value',
  'identifier',
  'identifiers',
  'name',
  'reason',
  'says',
  'payload',
  'args',
];

const paths = secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `*.*.*.${key}`]);

/** Of an error its kind, code, message and place: drivers hang rows and parameters on what they throw. */
function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { type: error.name, ...code, message: error.message, stack: error.stack };
}

/** One logger for API, worker and workflow engine: JSON lines, ids and codes only, to each destination; to stdout where none is named. */
export function createLogger(level: LogLevel, ...destinations: readonly DestinationStream[]): Logger {
  const options = {
    level,
    base: null,
    serializers: { err: errorForLog, error: errorForLog },
    redact: { paths, censor: '[kept out of the log]' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const [first, ...others] = destinations;
  if (first === undefined) return pino(options);
  if (others.length === 0) return pino(options, first);
  return pino(options, { write: (line) => destinations.forEach((each) => each.write(line)) });
}

export const standardOutput = (): DestinationStream => pino.destination(1);

/** A file that lines are appended to, for the process whose terminal belongs to a person. */
export const logFile = (file: string): DestinationStream =>
  pino.destination({ dest: file, mkdir: true, sync: true });
