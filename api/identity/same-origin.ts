import type { FastifyRequest } from 'fastify';
import { RogatoryError } from '../../contracts/errors.js';

const changesNothing: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A change that rides on a cookie names the page it comes from, and that is a page of this system: browsers send `Origin`
 * with every POST and DELETE, and no page can forge it. Throws OTHER_SITE.
 */
export function refuseOtherOrigin({ method, headers }: FastifyRequest, origin: string): void {
  if (!changesNothing.includes(method) && headers.origin !== origin) throw new RogatoryError('OTHER_SITE');
}
