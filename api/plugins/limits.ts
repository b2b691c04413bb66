import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { RogatoryError } from '../../contracts/errors.js';
import type { App } from '../deps.js';
import type { Door, LimitClass } from '../door.js';

/**
 * Counts requests a minute: of a person by class of endpoint, of an address where nobody is signed in. Counted in this
 * process: n processes let n times as many through. What is too much is answered 429 with Retry-After.
 */
export async function limitRequests(app: App, { limits }: Door): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: 60_000,
    keyGenerator: (request) => `${classOf(request)} ${whoIs(request)}`,
    max: (request) => limits[classOf(request)],
    cache: 20_000,
    errorResponseBuilder: (_request, { ttl }) => tooMany(ttl),
  });
  const refusals = app.createRateLimit({
    timeWindow: 60_000,
    keyGenerator: (request) => `refused ${addressOf(request)}`,
    max: limits.strangers,
  });
  app.decorate('asStranger', async (request, error) => {
    const seen = await refusals(request);
    return !seen.isAllowed && seen.isExceeded ? tooMany(seen.ttl) : error;
  });
}

const tooMany = (ttlMs: number): RogatoryError =>
  new RogatoryError('RATE_LIMITED', { about: String(Math.max(1, Math.ceil(ttlMs / 1000))) });

const addressOf = (request: FastifyRequest): string => normalizeIP(request.ip);
const whoIs = (request: FastifyRequest): string =>
  countsAddresses.includes(classOf(request))
    ? addressOf(request)
    : (request.person?.id ?? addressOf(request));

const countsAddresses: readonly LimitClass[] = ['signIns', 'strangers'];

function classOf({ routeOptions: { config, method }, person }: FastifyRequest): LimitClass {
  if (config.limit !== undefined) return config.limit;
  if (person === null) return 'strangers';
  if (config.reads !== undefined) return 'uploads';
  return ['GET', 'HEAD'].includes([method].flat()[0] ?? '') ? 'reads' : 'changes';
}

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * The answer to somebody who did not prove who he or she is: `error`, or RATE_LIMITED from the limit on. It comes
     * after the token was looked at, so that one machine cannot shut out an office that shares its address.
     */
    asStranger(request: FastifyRequest, error: RogatoryError): Promise<RogatoryError>;
  }
  interface FastifyContextConfig {
    /** Class in which the endpoint is counted, where it is not the one its method says. */
    limit?: LimitClass;
  }
}
