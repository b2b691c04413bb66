import underPressure from '@fastify/under-pressure';
import { RogatoryError } from '../../contracts/errors.js';
import type { App } from '../deps.js';
import type { Door } from '../door.js';

/**
 * Turns requests away with 503 and Retry-After while the event loop is late; what comes through is answered in time.
 * One act that held the loop for a whole sample leaves no measure but infinity: that is a start, not a crowd.
 */
export async function shedLoad(app: App, { eventLoopDelayMs }: Door): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: eventLoopDelayMs,
    exposeStatusRoute: false,
    pressureHandler: async (_request, reply, _type, delayMs) => {
      if (!Number.isFinite(delayMs)) return;
      void reply.header('retry-after', '5');
      throw new RogatoryError('OVERLOADED');
    },
  });
}
