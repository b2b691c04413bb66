import type { Door } from '../api/door.js';
import type { Settings } from '../config/env.js';
import { derivedKey, signingKey } from '../config/signing-key.js';
import { reachOfWebhooks } from './reach.js';

/** How far the API of these settings opens. A training system shares its process with everything else, so it bears more delay. */
export const doorOf = (settings: Settings): Door => ({
  limits: settings.server.limits,
  corsOrigins: settings.server.corsOrigins,
  trustedProxies: settings.server.trustedProxies,
  cursorKey: derivedKey(signingKey(settings), 'cursors'),
  eventLoopDelayMs: settings.place.mode === 'site' ? 500 : 5_000,
  bodyWithinMs: 15_000,
  webhooks: reachOfWebhooks(settings),
});
