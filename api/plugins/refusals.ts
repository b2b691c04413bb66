import type { FastifyReply, FastifyRequest } from 'fastify';
import { whyNot, whyUnseen } from '../../authority/index.js';
import type { RefusedLine } from '../../contracts/access.js';
import { keepRefusal, shown } from '../../store/index.js';
import type { Actor } from '../../store/index.js';
import type { App, AppDeps } from '../deps.js';
import { problemSchema } from '../problem.js';

/**
 * Keeps who was refused what, with what was lacking, and gives the person a reference to ask by. Refused for who one is and
 * refused for what one may not see, or what does not exist, take the same way. A stranger without a valid token is in the
 * log, not here, so that nobody outside can make it grow.
 */
export function keepRefusals(app: App, { store, clock }: AppDeps): void {
  app.decorateRequest('askedFor', null);
  app.addHook('onSend', async (request, reply, payload) => {
    if (!telling.includes(reply.statusCode) || request.person === null || typeof payload !== 'string')
      return payload;
    const problem = problemSchema.parse(JSON.parse(payload));
    const { person, method } = request;
    const action = request.routeOptions.config.action ?? 'none';
    const kept = {
      personId: person.id,
      actor: actorOf(request),
      at: clock().toISOString(),
      method,
      address: request.routeOptions.url ?? 'unknown',
      action,
      code: problem.code,
      lines: linesFor(request, reply),
      params: paramsOf(request),
    };
    const reference = await store.transaction((tx) => keepRefusal(tx, kept));
    return JSON.stringify({ ...problem, reference });
  });
}

/** Refused for who one is, or for what one may not see. */
const telling: readonly number[] = [403, 404];

/** What is not seen is explained by the person's roles alone, so that the explanation does not tell whether it exists. */
function linesFor(
  { person, routeOptions, askedFor }: FastifyRequest,
  { statusCode }: FastifyReply,
): RefusedLine[] {
  const { action } = routeOptions.config;
  if (person === null || action === undefined) return [];
  return statusCode === 404 ? whyUnseen(person) : whyNot(person, action, askedFor ?? {});
}

function actorOf({ person }: FastifyRequest): Actor {
  const role = person?.roles[0];
  const name = person?.actingFor && { onBehalfOf: person.actingFor.personId };
  return person && role
    ? { kind: 'person', personId: person.id, role, ...name }
    : { kind: 'unidentified', seenAs: person?.id ?? 'nobody' };
}

/** The first sixty characters of each, whole, and written so that a database keeps them. */
const paramsOf = ({ params }: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      shown([...String(value)].slice(0, 60).join('')),
    ]),
  );
