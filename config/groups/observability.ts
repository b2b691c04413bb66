import { z } from 'zod';
import { onlyWith, port, type Rule } from '../group.js';

/** What an operator sees of a process: its log, its metrics, its traces. */
export const observabilityGroup = z
  .object({
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    METRICS_PORT: port.optional(),
    METRICS_ADDRESS: z.union([z.ipv4(), z.ipv6()]).default('127.0.0.1'),
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  })
  .transform((seen) => ({
    logLevel: seen.LOG_LEVEL,
    /** Port of /metrics and of the worker's health; undefined offers neither. */
    metricsPort: seen.METRICS_PORT,
    metricsAddress: seen.METRICS_ADDRESS,
    /** Base address of an OpenTelemetry collector (OTLP over HTTP). */
    otlpEndpoint: seen.OTEL_EXPORTER_OTLP_ENDPOINT,
  }));

/** The training system has no operator's port: a variable that would be ignored is refused. */
const portIsOfSites: Rule = (given) =>
  given['METRICS_PORT'] !== undefined && given['ROGATORY_MODE'] !== 'site'
    ? 'METRICS_PORT is for the parts of a site; set ROGATORY_MODE=site or unset it'
    : null;

export const observabilityRules: readonly Rule[] = [
  portIsOfSites,
  onlyWith('METRICS_PORT', ['METRICS_ADDRESS']),
];
