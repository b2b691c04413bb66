import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Office } from '../support/harness/office.js';
import { RouteOnServer } from '../support/harness/route-on-server.js';
import { type Engine, startEngine } from '../support/temporal.js';

const office = new Office();
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine(office.activities());
});
afterAll(() => engine.stop());

/** The build on which the execution runs that has this id today. */
async function buildOf({ handle }: RouteOnServer): Promise<string | null | undefined> {
  const { raw } = await handle.describe();
  return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId;
}

describe('A build of the workflows that comes while routes run', () => {
  it('runs what starts from then on; a running route stays with its own, comes over as soon as something happens to it, and needs the old one no more', async () => {
    const running = await new RouteOnServer(engine, office, 'PROV_DISC', 'BEFORE').start();
    await running.stands('APPROVAL');
    const first = await buildOf(running);
    await engine.deploy('the-next-build');
    const fresh = await new RouteOnServer(engine, office, 'PROV_DISC', 'AFTER').start();
    await fresh.stands('APPROVAL');
    expect([await buildOf(fresh), await buildOf(running)]).toEqual(['the-next-build', first]);

    await running.decide('approve');
    await running.stands('HANDED_OVER');
    await vi.waitFor(async () => expect(await buildOf(running)).toBe('the-next-build'), {
      timeout: 30_000,
      interval: 100,
    });
    await engine.retire();
    await running.dispatch();
    await running.reply('ANSWERED');
    expect(await running.done('evidence-received')).toEqual({ state: 'CLOSED' });
    expect(await running.handle.result()).toBe('CLOSED');
  });
});
