import type { FastifyRequest } from 'fastify';
import { rolesFor } from '../../authority/index.js';
import { RogatoryError } from '../../contracts/errors.js';
import { personByToken } from '../../store/index.js';
import type { App, AppDeps } from '../deps.js';

/**
 * Everything under this instance needs a person and a role. The token is read before the body, so that a stranger's body is
 * never parsed. An endpoint that names no action or no audit verb stops the start.
 */
export function authenticate(app: App, { store, clock }: Pick<AppDeps, 'store' | 'clock'>): void {
  app.addHook('onRoute', ({ url, method, config }) => {
    const { action, audit } = config ?? {};
    if (action === undefined || audit === undefined)
      throw new Error(`${url} declares no action or no audit verb`);
    for (const word of [method].flat()) app.endpoints.push({ method: word, url, action, audit });
  });
  app.addHook('onRequest', async (request) => {
    request.person = await personByToken(store.read, bearerOf(request), clock().toISOString());
    if (request.person === null) throw new RogatoryError('NOT_SIGNED_IN');
    refuseRole(request);
  });
}

function bearerOf({ headers }: FastifyRequest): string {
  const token = /^Bearer ([\x21-\x7e]{16,500})$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) throw new RogatoryError('NOT_SIGNED_IN');
  return token;
}

/** The cheap half of the check: no line of the matrix names any of the person's roles for this action. */
function refuseRole({ person, routeOptions }: FastifyRequest): void {
  const action = routeOptions.config.action;
  const needs = action === undefined ? [] : rolesFor(action);
  if (needs === 'EVERYBODY' || person?.roles.some((role) => needs.includes(role))) return;
  throw new RogatoryError('ROLE_MAY_NOT', { about: needs.join(' or ') || 'nobody' });
}
