import {
  makeTelemetryFilterString,
  Runtime,
  type Logger as EngineLogger,
  type LogLevel,
} from '@temporalio/worker';
import type { Logger } from '../config/logger.js';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** The engine's logger on ours: message and ids; redaction is the logger's. */
export function engineLogger(logger: Logger): EngineLogger {
  const write = (level: LogLevel, message: string, meta?: object) =>
    logger[levels[level]]({ ...meta }, message);
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
