import { context, diag, DiagLogLevel, propagation, SpanKind, trace } from '@opentelemetry/api';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { AlwaysOnSampler, BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { DestinationStream, Logger } from 'pino';
import type { Settings } from '../env.js';
import { exportingLines } from './log-lines.js';
import { exportingEntries, type Recorded } from './record-entries.js';
import { inSpan } from './span.js';

export type Telemetry = {
  /** Where lines of the log go besides; nowhere without a collector. */
  logs: readonly DestinationStream[];
  /** Sees each transaction of the store, and what it added to the record. */
  watch: { transaction<T>(work: () => Promise<T>): Promise<T>; recorded(entries: readonly Recorded[]): void };
  /** Passes on what is still here, for five seconds at most. */
  stop(): Promise<void>;
};

export type Source = { part: 'api' | 'worker' | 'training'; version: string };

const off: Telemetry = {
  logs: [],
  watch: { transaction: (work) => work(), recorded: () => undefined },
  stop: () => Promise.resolve(),
};

/**
 * Traces, lines of the log and entries of the record for the collector at OTEL_EXPORTER_OTLP_ENDPOINT (OTLP over HTTP, JSON);
 * nothing at all without it. A collector that does not take them is told to `logger` and holds up nothing.
 */
export function openTelemetry(
  { observability: { otlpEndpoint } }: Settings,
  { part, version }: Source,
  logger: Logger,
): Telemetry {
  if (otlpEndpoint === undefined) return off;
  const to = (signal: string) => ({
    url: `${otlpEndpoint.replace(/\/+$/, '')}/v1/${signal}`,
    timeoutMillis: 5_000,
  });
  const resource = resourceFromAttributes({ 'service.name': `rogatory-${part}`, 'service.version': version });
  const traces = new NodeTracerProvider({
    resource,
    sampler: new AlwaysOnSampler(),
    spanLimits: { attributeValueLengthLimit: 256 },
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter(to('traces')))],
  });
  const logs = new LoggerProvider({
    resource,
    processors: [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter(to('logs')) })],
  });
  sayFailuresTo(logger);
  traces.register();
  return {
    logs: [exportingLines(logs.getLogger('rogatory.log'))],
    watch: {
      transaction: (work) => inSpan('transaction', { kind: SpanKind.CLIENT, attributes: {} }, work),
      recorded: exportingEntries(logs.getLogger('rogatory.audit')),
    },
    async stop() {
      await Promise.allSettled([traces.shutdown(), logs.shutdown()]);
      for (const api of [trace, context, propagation, diag]) api.disable();
    },
  };
}

/** What the collector answers is not repeated: it may repeat what it was sent. */
function sayFailuresTo(logger: Logger): void {
  const ignored = () => undefined;
  const error = () => logger.warn('the OpenTelemetry collector does not take what it is sent');
  diag.setLogger(
    { error, warn: ignored, info: ignored, debug: ignored, verbose: ignored },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
}
