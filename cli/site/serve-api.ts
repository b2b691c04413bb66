import { identityOf } from '../identity.js';
import { buildApp } from '../../api/app.js';
import { createEngineClient, engineAnswers } from '../../api/engine-client.js';
import type { Settings } from '../../config/env.js';
import { createMetrics, serveOperator } from '../../config/metrics.js';
import { doorOf } from '../door.js';
import type { Stops } from '../steps.js';
import { releaseNotary } from '../embedded/notary.js';
import { intakeOf } from '../intake.js';
import { programVersion } from '../version.js';
import { openSite, sharedFolder } from './parts.js';
import type { Serving } from './serving.js';

/** Composition root of one API process of a site. Any number may run behind one address. */
export async function serveApi(settings: Settings, stops: Stops): Promise<Serving> {
  const { logger, store, rules, temporal } = await openSite(settings, stops, 'api');
  const metrics = createMetrics('api');
  const identity = identityOf(settings);
  const app = await buildApp({
    ...(identity && { identity }),
    store,
    rules,
    get ruleSet() {
      return rules.ruleSet;
    },
    get registers() {
      return rules.registers;
    },
    intake: intakeOf(settings, rules.ruleSet),
    notary: releaseNotary(settings),
    engine: createEngineClient(temporal.client),
    engineAnswers: () => engineAnswers(temporal.connection, 2_000),
    evidenceDir: sharedFolder(settings, 'evidence'),
    clock: () => new Date(),
    version: programVersion(),
    mode: 'site',
    door: doorOf(settings),
    ...(settings.server.publicUrl !== undefined && { publicUrl: settings.server.publicUrl }),
    metrics,
    logger,
  });
  stops.add('API', () => app.close());
  const operator = await serveOperator(settings, metrics, {
    live: () => true,
    ready: async () => (await app.inject('/health/ready')).statusCode === 200,
  });
  stops.add('operator port', () => operator.close());
  const address = await app.listen({ host: settings.server.host, port: settings.server.port });
  logger.info({ address, operator: operator.address }, 'API serves');
  return { says: `API answers at ${address}`, ended: new Promise(() => undefined) };
}
