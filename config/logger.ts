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

/** One logger for API, worker and workflow engine: JSON lines, ids and codes only. Default destination is stdout. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    serializers: { err: errorForLog, error: errorForLog },
    redact: { paths, censor: '[kept out of the log]' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** A logger that appends to a file, for the process whose terminal belongs to a person. */
export function createFileLogger(level: LogLevel, file: string): Logger {
  return createLogger(level, pino.destination({ dest: file, mkdir: true, sync: true }));
}
