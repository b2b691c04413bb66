import { idempotencyKey, changeHeaders, requireIfMatch } from '../headers.js';
import type { App } from '../deps.js';

/** Refuses a POST without Idempotency-Key, and a change of a versioned thing without If-Match, before the body is read. */
export function requireConditions(app: App): void {
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'POST') return;
    idempotencyKey(request);
    if (request.routeOptions.schema?.headers === changeHeaders) requireIfMatch(request);
  });
}
