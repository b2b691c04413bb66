import type { EngineStanding } from '../contracts/codes.js';
import type { Act } from './actor.js';
import { raiseAlert } from './alerts.js';
import { recordIncident } from './incidents.js';
import type { OpenRoute } from './open-routes.js';
import type { Tx } from './tx.js';

const says: Record<Exclude<EngineStanding, 'RUNNING'>, string> = {
  ENDED: 'The engine has ended this request while it is open on file',
  MISSING: 'The engine does not know this request, which is open on file',
};

/**
 * Tells of a route that the store has open and the engine does not run: an incident on the route and an alert to the overseer,
 * once for each move after which it stood still. Nothing else changes.
 */
export async function noteNotRun(
  tx: Tx,
  act: Act,
  { routeId, caseId, since }: OpenRoute,
  engine: keyof typeof says,
): Promise<void> {
  const told = `${says[engine]}: none of its clocks, reminders and answers moves it. Keep its dates by hand until it runs again.`;
  await recordIncident(tx, act, { routeId, key: `not-run/${since}`, code: 'ENGINE_DIFFERS', says: told });
  const subject = { kind: 'route', id: routeId };
  await raiseAlert(tx, act, {
    kind: 'ENGINE_DIFFERS',
    caseId,
    subject,
    key: `${routeId} ${since}`,
    says: told,
  });
}
