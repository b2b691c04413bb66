import { createServer } from 'node:http';
import { z } from 'zod';

const attribute = z.object({ key: z.string(), value: z.looseObject({}) });
const attributes = z
  .array(attribute)
  .default([])
  .transform((all) => Object.fromEntries(all.map(({ key, value }) => [key, Object.values(value)[0]])));
const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes,
});
const record = z.object({
  traceId: z.string().optional(),
  severityText: z.string(),
  body: z.object({ stringValue: z.string() }),
  attributes,
});
const scope = z.object({ name: z.string() });
const traces = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ scope, spans: z.array(span) })) })),
});
const logs = z.object({
  resourceLogs: z.array(z.object({ scopeLogs: z.array(z.object({ scope, logRecords: z.array(record) })) })),
});

export type HeardSpan = z.infer<typeof span>;
export type HeardRecord = z.infer<typeof record> & { scope: string };

/** An OpenTelemetry collector on loopback that reads OTLP over HTTP in JSON, and keeps what it was sent. */
export type Collector = {
  url: string;
  /** Every byte of it, addresses and headers too. */
  everything(): string;
  spans(): HeardSpan[];
  records(): HeardRecord[];
  stop(): Promise<void>;
};

export async function startCollector(): Promise<Collector> {
  const heard: { path: string; head: string; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const head = JSON.stringify(request.headers);
      heard.push({ path: request.url ?? '', head, body: Buffer.concat(chunks).toString() });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the collector does not listen');
  const read = <View extends z.ZodType>(path: string, view: View): z.infer<View>[] =>
    heard.filter((one) => one.path === path).map(({ body }) => view.parse(JSON.parse(body)));
  return {
    url: `http://127.0.0.1:${bound.port}`,
    everything: () => heard.map(({ path, head, body }) => `${path}\n${head}\n${body}`).join('\n'),
    spans: () =>
      read('/v1/traces', traces)
        .flatMap(({ resourceSpans }) => resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans),
    records: () =>
      read('/v1/logs', logs)
        .flatMap(({ resourceLogs }) => resourceLogs)
        .flatMap(({ scopeLogs }) => scopeLogs)
        .flatMap((one) => one.logRecords.map((each) => ({ ...each, scope: one.scope.name }))),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
