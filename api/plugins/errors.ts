import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isResponseSerializationError } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { errorCodes, RogatoryError } from '../../contracts/errors.js';
import type { ErrorCode } from '../../contracts/errors.js';
import { faultsOf, problemType, toProblem } from '../problem.js';
import { bodyLimitBytes } from './json-body.js';

/** Every refusal leaves as RFC 9457; what is unexpected leaves as a number that is in the log. */
export function answerErrors(app: FastifyInstance): void {
  const known: { method: string; url: string; pattern: RegExp }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const word of [method].flat()) known.push({ method: word, url, pattern: patternOf(url) });
  });
  const nothingThere = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = request.url.split('?')[0] ?? '';
    const here = known.filter(({ pattern }) => pattern.test(path));
    const named = here.filter(({ url }) => url === path);
    const methods = (named.length > 0 ? named : here).map(({ method }) => method);
    if (methods.length === 0) return refuse(reply, new RogatoryError('ROUTE_NOT_FOUND'));
    void reply.header('allow', [...new Set(methods)].sort().join(', '));
    return refuse(reply, new RogatoryError('METHOD_NOT_ALLOWED'));
  };
  app.setNotFoundHandler(nothingThere);
  app.setErrorHandler(async (error, request, reply) => {
    if (isQueryWithoutContent(error)) return nothingThere(request, reply);
    const known = asRogatoryError(error, request);
    return refuse(reply, known.code === 'NOT_SIGNED_IN' ? await app.asStranger(request, known) : known);
  });
}

/** No address takes QUERY, but the framework looks at its content type before it looks for the address. */
const isQueryWithoutContent = (error: unknown): boolean =>
  isFastifyError(error) && error.code === 'FST_ERR_ROUTE_MISSING_CONTENT_TYPE';

/** Sends the public half of an error. */
export function refuse(reply: FastifyReply, error: RogatoryError): FastifyReply {
  const problem = toProblem(error);
  if (error.code === 'RATE_LIMITED' && !reply.hasHeader('retry-after'))
    void reply.header('retry-after', /\d+/.exec(error.publicText)?.[0] ?? '60');
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  return reply.code(problem.status).type(problemType).serializer(JSON.stringify).send(problem);
}

const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/:[A-Za-z]+/g, '[^/]+')
      .replaceAll('*', '.*')}$`,
  );

const frameworkCodes: Readonly<Record<string, { code: ErrorCode; about?: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'BODY_TOO_LARGE' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'MEDIA_TYPE_UNSUPPORTED', about: 'application/json' },
  FST_ERR_CTP_EMPTY_TYPE: { code: 'MEDIA_TYPE_UNSUPPORTED', about: 'application/json' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'BODY_NOT_JSON', about: 'an empty body' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'BODY_NOT_JSON', about: 'a place it does not name' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'BODY_NOT_JSON',
    about: 'an end that is not where Content-Length says',
  },
  FST_ERR_BAD_URL: { code: 'ROUTE_NOT_FOUND' },
  FST_ERR_MAX_PARAM_LENGTH: { code: 'NOT_FOUND' },
};

/** What a person is told of any error that reached the door. */
export function asRogatoryError(error: unknown, request: FastifyRequest): RogatoryError {
  if (error instanceof RogatoryError) {
    if (errorCodes[error.code].status >= 500 && error.code !== 'OVERLOADED')
      request.log.error({ err: error, internal: error.internal }, 'failed');
    return error.code === 'INTERNAL' ? unexpected(error, request) : error;
  }
  if (error instanceof z.core.$ZodError) return invalid(error);
  const known = isFastifyError(error) ? frameworkCodes[error.code] : undefined;
  if (known) {
    const { config, bodyLimit = bodyLimitBytes } = request.routeOptions;
    const reads = known.code === 'MEDIA_TYPE_UNSUPPORTED' ? config.reads : undefined;
    const limit = known.code === 'BODY_TOO_LARGE' ? `${bodyLimit} bytes` : undefined;
    return new RogatoryError(known.code, { about: limit ?? reads ?? known.about ?? '', cause: error });
  }
  return unexpected(error, request);
}

/** A schema refusal: of the body, or of path, query and headers. */
function invalid(error: z.core.$ZodError & { validationContext?: string }): RogatoryError {
  const code = error.validationContext === 'body' ? 'BODY_INVALID' : 'PARAMETER_INVALID';
  return new RogatoryError(code, { faults: faultsOf(error), cause: error });
}

function unexpected(error: unknown, request: FastifyRequest): RogatoryError {
  const place = isResponseSerializationError(error) ? 'answer does not fit its schema' : 'unexpected error';
  request.log.error({ err: error, number: request.id }, place);
  return new RogatoryError('INTERNAL', { about: request.id, cause: error });
}

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';
