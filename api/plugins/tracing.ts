import { context, SpanKind, trace, type Context, type Span } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';
import { markFailed, tracer } from '../../config/telemetry/span.js';
import type { App } from '../deps.js';

/**
 * A trace for each request, under the address as declared and the number that the answer carries; whatever the request
 * sets in motion belongs to it. A trace that a stranger names is not gone on with: it could hide the request.
 */
export function traceRequests(app: App): void {
  app.decorateRequest('span', null);
  app.addHook('onRequest', (request, _reply, done) => {
    request.span = spanOf(request);
    context.with(contextOf(request), done);
  });
  // Reading the body loses what runs around it.
  app.addHook('preValidation', (request, _reply, done) => context.with(contextOf(request), done));
  app.addHook('onResponse', (request, { statusCode }, done) => {
    const { span } = request;
    span?.setAttribute('http.response.status_code', statusCode);
    if (span && statusCode >= 500) markFailed(span, String(statusCode));
    span?.end();
    context.with(contextOf(request), done);
  });
}

function spanOf({ id, method, routeOptions: { url = 'unknown' } }: FastifyRequest): Span {
  const attributes = { 'http.request.method': method, 'http.route': url, 'rogatory.request.id': id };
  return tracer().startSpan(`${method} ${url}`, { kind: SpanKind.SERVER, root: true, attributes });
}

const contextOf = ({ span }: FastifyRequest): Context =>
  span === null ? context.active() : trace.setSpan(context.active(), span);

declare module 'fastify' {
  interface FastifyRequest {
    span: Span | null;
  }
}
