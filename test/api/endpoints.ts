import type { Harness } from './harness.js';

/** Every endpoint under /v1, as it was declared, without the HEAD twins of GET. */
export const endpointsOf = (h: Harness) =>
  h.app.endpoints.flatMap(({ method, ...rest }) =>
    method === 'GET' || method === 'POST' ? [{ method, ...rest }] : [],
  );

/** A concrete address of a pattern. */
export const pathWith = (url: string, id: string): string => url.replaceAll(/:[A-Za-z]+/g, id);
