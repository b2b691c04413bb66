import {
  makeTelemetryFilterString,
  Runtime,
  type Logger as EngineLogger,
  type LogLevel,
} from '@temporalio/worker';
import type { Logger } from '../config/logger.js';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** What may stand in a log of what the engine says. Its trace hangs whole payloads on a line, after they were decrypted. */
const keptFields = [
  'sdkComponent',
  'namespace',
  'taskQueue',
  'workflowType',
  'workflowId',
  'runId',
  'activityType',
  'activityId',
  'attempt',
  'durationMs',
  'status',
  'workerState',
  'error',
] as const;

const kept = (meta: object): object =>
  Object.fromEntries(Object.entries(meta).filter(([name]) => keptFields.some((field) => field === name)));

/** The engine's logger on ours: message and ids, and nothing that a payload could be part of. */
export function engineLogger(logger: Logger): EngineLogger {
  const write = (level: LogLevel, message: string, meta?: object) =>
    logger[levels[level]](kept(meta ?? {}), message);
  return {
    log: write,
    trace: (message, meta) => write('TRACE', message, meta),
    debug: (message, meta) => write('DEBUG', message, meta),
    info: (message, meta) => write('INFO', message, meta),
    warn: (message, meta) => write('WARN', message, meta),
    error: (message, meta) => write('ERROR', message, meta),
  };
}

/**
 * Sets up the engine's runtime, once per process and before any worker. Signals stay ours: the composition root stops
 * things in its own order.
 */
export function installRuntime(logger: Logger): void {
  Runtime.install({
    logger: engineLogger(logger),
    shutdownSignals: [],
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
    },
  });
}
