import type { FastifyRequest } from 'fastify';
import { keepReads, raiseAlert } from '../../store/index.js';
import type { SensitiveKind } from '../../contracts/access.js';
import type { ReadToKeep } from '../../store/index.js';
import { actOn } from '../acting.js';
import type { App, AppDeps } from '../deps.js';
import { createReadLog } from '../read-log.js';

/**
 * Keeps who read what of which cases before the answer leaves (specification HR-16). The opening of marked material stands in
 * the audit with its reason (E.2).
 */
export function recordReads(app: App, { store, clock }: AppDeps): void {
  const log = createReadLog(store);
  app.decorateRequest('opening', null);
  app.addHook('onSend', async (request, reply, payload) => {
    const { opening } = request;
    if (opening === null || opening.cases.size === 0 || reply.statusCode >= 300) return payload;
    const at = clock().toISOString();
    const read = readOf(request, at);
    if (opening.kinds.size === 0) await log.keep(read);
    else await keepOpening(request, at, read);
    return payload;
  });

  const keepOpening = (request: FastifyRequest, at: string, read: ReadToKeep) =>
    store.transaction(async (tx) => {
      const [caseId] = read.caseIds;
      const act = actOn(request, at, request.askedFor ?? {});
      const kinds = [...(request.opening?.kinds ?? [])].sort();
      await keepReads(tx, [read]);
      tx.audit({
        verb: 'SENSITIVE_READ',
        act,
        subject: { kind: 'address', id: read.address },
        ...(caseId === undefined ? {} : { caseId }),
        ...(read.reason === null ? {} : { reason: read.reason }),
        body: { kinds, thing: read.thing },
      });
      if (caseId === undefined || !kinds.some((kind) => sealed.includes(kind))) return;
      await raiseAlert(tx, act, {
        kind: 'SEALED_OPENED',
        caseId,
        subject: { kind: 'address', id: read.address },
        key: `${request.id}`,
        says: `Material marked ${kinds.join(', ')} was opened.`,
      });
    });
}

const sealed: readonly SensitiveKind[] = ['SEALED', 'PRIVILEGED'];

function readOf({ person, routeOptions, params, opening }: FastifyRequest, at: string): ReadToKeep {
  const [thing] = Object.values(params ?? {}).map(String);
  return {
    personId: person?.id ?? '',
    at,
    action: routeOptions.config.action ?? 'none',
    address: routeOptions.url ?? 'unknown',
    thing: thing ?? null,
    caseIds: [...(opening?.cases ?? [])].sort(),
    reason: opening?.reason ?? null,
  };
}
