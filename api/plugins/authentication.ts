import type { FastifyRequest } from 'fastify';
import { graveActions, rolesFor, type Action } from '../../authority/index.js';
import { RogatoryError } from '../../contracts/errors.js';
import type { Machine, SignedIn } from '../../store/index.js';
import type { App } from '../deps.js';
import { callerOf, type CallerDeps } from '../identity/caller.js';
import { standingIn } from '../identity/standing-in.js';

/**
 * Everything under this instance needs a person and a role, or a machine that was registered for it. Who asks is found
 * before the body is read, so that a stranger's body is never parsed. An endpoint that names no action or no audit verb
 * stops the start.
 */
export function authenticate(app: App, deps: CallerDeps): void {
  app.decorateRequest('session', null);
  app.addHook('onRoute', ({ url, method, config }) => {
    const { action, audit } = config ?? {};
    if (action === undefined || audit === undefined)
      throw new Error(`${url} declares no action or no audit verb`);
    for (const word of [method].flat()) app.endpoints.push({ method: word, url, action, audit });
  });
  app.addHook('onRequest', async (request) => {
    const caller = await callerOf(deps, request);
    const { action } = request.routeOptions.config;
    if (caller.kind === 'machine') return refuseMachine(caller.machine, action);
    const { person, factor, sessionId } = caller;
    request.person = await standingIn(deps, request, person);
    request.session = { sessionId, factor };
    refuseRole(request);
    if (action !== undefined && graveActions.includes(action) && factor === null)
      throw new RogatoryError('SECOND_FACTOR_NEEDED');
  });
}

function refuseMachine({ actions }: Machine, action: Action | undefined): void {
  if (action === undefined || !actions.includes(action))
    throw new RogatoryError('MACHINE_MAY_NOT', { about: actions.join(', ') || 'nothing' });
}

/** The cheap half of the check: no line of the matrix names any of the person's roles for this action. */
function refuseRole({ person, routeOptions }: FastifyRequest): void {
  const action = routeOptions.config.action;
  const needs = action === undefined ? [] : rolesFor(action);
  if (needs === 'EVERYBODY' || person?.roles.some((role) => needs.includes(role))) return;
  throw new RogatoryError('ROLE_MAY_NOT', { about: needs.join(' or ') || 'nobody' });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** How the person signed in; `null` before that is known, and for machines. */
    session: (Pick<SignedIn, 'factor'> & { sessionId: string | null }) | null;
  }
}
