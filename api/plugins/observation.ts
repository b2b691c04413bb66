import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App, AppDeps } from '../deps.js';

/**
 * One line and one measure for each answer: method, route as declared, status, time, number. No address with its query, no
 * body, no person: those stand in the audit, which not everybody reads who reads a log. The answer carries the number as
 * `request-id`, so that who was answered can name it.
 */
export function observe(app: App, { metrics }: Pick<AppDeps, 'metrics'>): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const answer = answerOf(request, reply);
    metrics?.answered(answer, reply.elapsedTime / 1000);
    request.log.info({ ...answer, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
}

const answerOf = ({ method, routeOptions }: FastifyRequest, { statusCode }: FastifyReply) => ({
  method,
  route: routeOptions.url ?? 'unknown',
  status: statusCode,
});
