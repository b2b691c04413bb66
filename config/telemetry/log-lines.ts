import { SeverityNumber, type LogAttributes, type Logger } from '@opentelemetry/api-logs';
import { z } from 'zod';
import type { DestinationStream } from 'pino';

/** Fields of a line that leave the machine: names, ids and numbers of ours. What an error says stays in the process's own log. */
const kept = [
  'reqId',
  'number',
  'method',
  'route',
  'status',
  'ms',
  'namespace',
  'buildId',
  'taskQueue',
  'workflowType',
  'workflowId',
  'runId',
  'activityType',
  'activityId',
  'attempt',
  'durationMs',
  'workerState',
  'rewrapped',
] as const;

const severities: Readonly<Record<string, SeverityNumber>> = {
  trace: SeverityNumber.TRACE,
  debug: SeverityNumber.DEBUG,
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
  fatal: SeverityNumber.FATAL,
};

const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);
const failure = z.looseObject({
  type: z.string().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
});
const line = z.looseObject({
  level: z.string(),
  time: z.string(),
  msg: z.string().default(''),
  err: failure.optional(),
  error: failure.optional(),
});

/** Takes the lines of the log, after what is secret was taken out of them, and passes on what may leave the machine. */
export const exportingLines = (logger: Logger): DestinationStream => ({
  write(text: string) {
    const { level, time, msg, err, error, ...fields } = line.parse(JSON.parse(text));
    const failed = err ?? error;
    const attributes: LogAttributes = {
      ...picked(fields),
      ...(failed && { 'exception.type': failed.code ?? failed.type ?? 'Error' }),
    };
    const severityNumber = severities[level] ?? SeverityNumber.UNSPECIFIED;
    logger.emit({
      ...{ timestamp: new Date(time), severityNumber, severityText: level, attributes },
      body: msg === failed?.message ? 'failed; see the log of the process' : msg,
    });
  },
});

const picked = (fields: Readonly<Record<string, unknown>>): LogAttributes =>
  Object.fromEntries(
    kept.flatMap((name) => {
      const read = scalar.safeParse(fields[name]);
      return read.success ? [[name, read.data]] : [];
    }),
  );
