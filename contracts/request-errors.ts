/** Part of the registry in errors.ts: requests that cannot be read, or that there are too many of. */
export const requestErrors = {
  BODY_NOT_JSON: {
    status: 400,
    title: 'The body is not JSON',
    says: 'Send application/json in UTF-8; the parser stopped at {}.',
  },
  BODY_INVALID: {
    status: 422,
    title: 'The body does not fit its schema',
    says: 'See `errors`: each names its place and what is allowed there.',
  },
  BODY_TOO_LARGE: { status: 413, title: 'The body is too large', says: 'The limit here is {}.' },
  BODY_TOO_DEEP: { status: 422, title: 'The body is nested too deeply', says: 'At most {} levels are read.' },
  BODY_TOO_MANY_VALUES: {
    status: 422,
    title: 'The body holds too many values',
    says: 'At most {} values are read at once.',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    title: 'The headers are too large',
    says: 'All header lines together may have {}.',
  },
  REQUEST_BROKEN: { status: 400, title: 'This is no HTTP request', says: 'Send it again as HTTP/1.1.' },
  REQUEST_TOO_SLOW: {
    status: 408,
    title: 'The request took too long to arrive',
    says: 'Send it again over a better connection.',
  },
  RATE_LIMITED: { status: 429, title: 'Too many requests', says: 'Send it again in {} seconds.' },
  NOT_READY: {
    status: 503,
    title: 'The system cannot serve at the moment',
    says: 'The store does not answer; send it again in a few seconds.',
  },
  OVERLOADED: {
    status: 503,
    title: 'The system has too much to do',
    says: 'Nothing was done; send it again in a few seconds.',
  },
  MEDIA_TYPE_UNSUPPORTED: { status: 415, title: 'The media type is not read here', says: 'Send {}.' },
  PARAMETER_INVALID: { status: 422, title: 'A parameter does not fit', says: 'See `errors`.' },
} as const satisfies Record<string, { status: number; title: string; says: string }>;
