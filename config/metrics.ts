import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Settings } from './env.js';

/** What a process counts. Labels are names of ours: a route as it was declared, never an address with ids in it. */
export type Metrics = {
  /** One answered request, with the time it took in seconds. */
  answered(request: { method: string; route: string; status: number }, seconds: number): void;
  /** Relay rows that wait for the workflow engine. */
  relayWaiting(count: number): void;
  /** Mails that are not sent yet, and for how many seconds the oldest has waited. */
  mailWaiting(count: number, oldestSeconds: number): void;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
};

export function createMetrics(part: 'api' | 'worker'): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ part });
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  const duration = new Histogram({
    name: 'rogatory_http_request_seconds',
    help: 'Time to the last byte of the answer, by declared route',
    labelNames,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const refused = new Counter({
    name: 'rogatory_http_refused_total',
    help: 'Answers of 400 and above, by declared route',
    labelNames,
    registers: [registry],
  });
  const waiting = new Gauge({
    name: 'rogatory_relay_waiting',
    help: 'Messages to workflows that are not delivered yet',
    registers: [registry],
  });
  const mails = new Gauge({
    name: 'rogatory_mail_waiting',
    help: 'Mails that are not sent yet',
    registers: [registry],
  });
  const oldestMail = new Gauge({
    name: 'rogatory_mail_oldest_seconds',
    help: 'How long the oldest mail that is not sent has waited',
    registers: [registry],
  });
  return {
    answered({ method, route, status }, seconds) {
      const labels = { method, route, status: String(status) };
      duration.observe(labels, seconds);
      if (status >= 400) refused.inc(labels);
    },
    relayWaiting: (count) => waiting.set(count),
    mailWaiting(count, oldestSeconds) {
      mails.set(count);
      oldestMail.set(oldestSeconds);
    },
    text: () => registry.metrics(),
  };
}

export type Checks = { live(): boolean; ready(): Promise<boolean> };
export type OperatorPort = { address: string | null; close(): Promise<void> };

/**
 * /metrics, /health/live and /health/ready on the port of METRICS_PORT, which nobody but the operator's network reaches.
 * Without that port nothing is opened.
 */
export async function serveOperator(
  { observability: { metricsPort, metricsAddress } }: Settings,
  metrics: Metrics,
  checks: Checks,
): Promise<OperatorPort> {
  if (metricsPort === undefined) return { address: null, close: () => Promise.resolve() };
  const server = createServer((request, response) => {
    void answerOf(request.url ?? '', metrics, checks).then(({ status, text }) =>
      response.writeHead(status, { 'content-type': 'text/plain; version=0.0.4' }).end(text),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(metricsPort, metricsAddress, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${metricsAddress}:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function answerOf(
  path: string,
  metrics: Metrics,
  checks: Checks,
): Promise<{ status: number; text: string }> {
  if (path === '/metrics') return { status: 200, text: await metrics.text() };
  if (path === '/health/live') return said(checks.live());
  if (path === '/health/ready') return said(await checks.ready().catch(() => false));
  return { status: 404, text: 'Here are /metrics, /health/live and /health/ready.\n' };
}

const said = (well: boolean) => (well ? { status: 200, text: 'ok\n' } : { status: 503, text: 'not ready\n' });
