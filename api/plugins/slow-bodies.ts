import { PassThrough } from 'node:stream';
import { RogatoryError } from '../../contracts/errors.js';
import type { App } from '../deps.js';
import type { Door } from '../door.js';

/**
 * A body that trickles in holds a connection and a parser: one that is not whole in time is refused and the connection
 * ends. Uploads have the server's own limits.
 */
export function refuseSlowBodies(app: App, { bodyWithinMs }: Door): void {
  app.addHook('preParsing', async (request, reply, payload) => {
    if (request.routeOptions.config.reads !== undefined) return payload;
    const timed = new PassThrough();
    const tooSlow = () => {
      void reply.header('connection', 'close');
      timed.destroy(new RogatoryError('REQUEST_TOO_SLOW'));
    };
    // A request that is refused unread leaves nobody to hear of it: unheard, the error would end the process.
    timed.on('error', () => undefined);
    const timer = setTimeout(tooSlow, bodyWithinMs);
    reply.raw.once('close', () => clearTimeout(timer));
    reply.raw.once('finish', () => clearTimeout(timer));
    payload.once('close', () => clearTimeout(timer));
    payload.once('end', () => clearTimeout(timer));
    payload.once('error', (error) => timed.destroy(error));
    return payload.pipe(timed);
  });
}
