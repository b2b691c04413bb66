import { randomUUID } from 'node:crypto';
import createOpenApiClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './api.js';

/** A shape of the API by its name in the description, for instance `Schema<'Case'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
export type Rogatory = Client<paths>;

/**
 * A client of one installation in the name of one person or machine: addresses, bodies and answers are typed as the API
 * describes them. `url` has no slash at its end. A refusal is no exception: `error` is its problem (RFC 9457), `data` undefined.
 */
export function createClient({ url, token }: { url: string; token: string }): Rogatory {
  const client = createOpenApiClient<paths>({ baseUrl: url });
  const inTheNameOf: Middleware = {
    onRequest: ({ request }) => request.headers.set('authorization', `Bearer ${token}`),
  };
  client.use(inTheNameOf);
  return client;
}

/** Header of one POST. Keep it and send it again when no answer came: nothing is done twice. */
export const once = (): { 'idempotency-key': string } => ({ 'idempotency-key': randomUUID() });
