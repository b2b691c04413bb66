import type { App } from '../deps.js';
import type { Door } from '../door.js';

const asked = ['access-control-request-method', 'origin'] as const;

/**
 * Pages of other origins may call the API only where their origin is listed, and never with cookies. Where none is listed
 * there is no header and no preflight at all.
 */
export function openToOrigins(app: App, { corsOrigins }: Door): void {
  if (corsOrigins.length === 0) return;
  app.addHook('onRequest', async ({ method, headers }, reply) => {
    void reply.header('vary', 'Origin');
    const { origin } = headers;
    if (origin === undefined || !corsOrigins.includes(origin)) return;
    void reply.header('access-control-allow-origin', origin);
    void reply.header('access-control-expose-headers', 'ETag, Retry-After, Location');
    if (method !== 'OPTIONS' || !asked.every((name) => headers[name] !== undefined)) return;
    void reply.headers({
      'access-control-allow-methods': 'GET, POST, PUT, DELETE',
      'access-control-allow-headers':
        'Authorization, Content-Type, Content-Digest, Idempotency-Key, If-Match',
      'access-control-max-age': '600',
    });
    return reply.code(204).send();
  });
}
