import type { FastifyRequest } from 'fastify';
import { errorCodes } from '../../contracts/errors.js';
import type { Act } from '../../store/index.js';
import type { App, AppDeps } from '../deps.js';

/**
 * Writes down who was refused what: a person whose role may not, and what was not seen or not there. A stranger without a
 * valid token is in the log, not in the audit, so that nobody outside can make it grow.
 */
export function auditRefusals(app: App, { store, clock }: AppDeps): void {
  app.addHook('onResponse', async (request) => {
    const { refusal, person } = request;
    if (refusal === null || person === null || !telling.includes(errorCodes[refusal.code].status)) return;
    const role = person.roles[0];
    const actor: Act['actor'] = role
      ? { kind: 'person', personId: person.id, role }
      : { kind: 'unidentified', seenAs: person.id };
    await store.transaction(async (tx) =>
      tx.audit({
        verb: 'ACCESS_REFUSED',
        act: { actor, at: clock().toISOString() },
        subject: { kind: 'address', id: request.routeOptions.url ?? 'unknown' },
        reason: refusal.code,
        body: { method: request.method, params: paramsOf(request) },
      }),
    );
  });
}

/** Refused for who one is, or for what one may not see. */
const telling: readonly number[] = [403, 404];

const paramsOf = ({ params }: FastifyRequest): Record<string, string> =>
  Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, String(value).slice(0, 60)]));
