import type { Reach } from '../contracts/reach.js';

/** Classes of endpoints that are counted apart. `signIns` and `strangers` count addresses, the others persons. */
export type LimitClass = 'reads' | 'changes' | 'uploads' | 'strangers' | 'signIns';

/** How far the door opens. A composition root reads it from the configuration. */
export type Door = {
  /** Requests a minute in each class. */
  limits: Readonly<Record<LimitClass, number>>;
  /** Origins of other web pages that may call the API; none means that no page may. */
  corsOrigins: readonly string[];
  /** Proxies whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
  /** Key under which cursors are signed. */
  cursorKey: Uint8Array;
  /** Mean delay of the event loop, in ms over a second, from which on requests are turned away. */
  eventLoopDelayMs: number;
  /** A body that is no upload is here within this time. */
  bodyWithinMs: number;
  /** Where web-hooks may go. */
  webhooks: Reach;
};

/** Header lines of one request, in bytes. */
export const headerLimitBytes = 16 * 1024;

/** What the HTTP server itself holds to. An upload may take an hour, a silent connection a minute, headers ten seconds. */
export const serverLimits = {
  connectionTimeout: 60_000,
  requestTimeout: 3_600_000,
  keepAliveTimeout: 20_000,
  http: { maxHeaderSize: headerLimitBytes, headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
} as const;
