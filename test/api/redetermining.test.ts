import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { redetermine } from '../../api/redetermining.js';
import { loadRuleSet } from '../../rules/engine/index.js';
import { loadRegisters, type Registers } from '../../rules/engine/registers/index.js';
import { determinationsOfCase, remindersOfRoute } from '../../store/index.js';
import { aDescribedCase, say } from './described-case.js';
import { at, list, startHarness, text } from './harness.js';
import type { Harness } from './harness.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ruleSet = loadRuleSet(join(root, 'rules'));
const registers = loadRegisters(join(root, 'rules/registers'));

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.stop());

/** A case at a service, with all that the rules propose for it begun. */
async function aRunningCase(service: string): Promise<{ caseId: string; routeId: string }> {
  const caseId = await aDescribedCase(h);
  await say(h, caseId, 'officer', [
    { fact: 'provider.service', item: 'I1', value: service, source: 'case file' },
  ]);
  const made = await h.as('officer').post(`/v1/cases/${caseId}/determinations`, {});
  const wanted = { determinationId: text(made.body, 'id'), lots: 'ALL' };
  const chosen = await h.as('officer').post(`/v1/cases/${caseId}/plans`, wanted);
  const planId = text(chosen.body, 'id');
  const ifMatch = chosen.headers['etag'] ?? '';
  const started = await h.as('officer').post(`/v1/plans/${planId}/start`, undefined, { ifMatch });
  return { caseId, routeId: text(started.body, 'routes', 0, 'routeId') };
}

const under = (changed: Registers) =>
  redetermine(
    { ruleSet, registers: changed, refresh: async () => undefined },
    { store: h.store, version: '0.0.0-test', mode: 'embedded', clock: () => h.clock.now },
  );
const proposals = async (caseId: string) =>
  list((await h.as('officer').get(`/v1/cases/${caseId}/plans`)).body, 'rows').filter(
    (plan) => at(plan, 'state') === 'PROPOSED',
  );

/** The register as it would be when one provider no longer preserves for foreign police. */
function withoutPreservation(id: string): Registers {
  const provider = registers.providers.get(id);
  if (!provider) throw new Error(`no provider ${id}`);
  const preservation = { ...provider.terms.preservation, accepts: 'no' as const };
  const changed = { ...provider, terms: { ...provider.terms, preservation } };
  return {
    ...registers,
    digest: `${registers.digest} without ${id}`,
    providers: new Map([...registers.providers, [id, changed]]),
  };
}

describe('when an entry of a register changes', () => {
  it('exactly the open cases that used it get a proposal with the difference, and their officers are told', async () => {
    const [used, other] = [await aRunningCase('Instagram'), await aRunningCase('Discord')];
    expect(await under(registers)).toEqual({ seen: 2, proposed: 0, left: false });
    const before = (await determinationsOfCase(h.store.read, other.caseId)).length;
    expect(await under(withoutPreservation('meta'))).toEqual({ seen: 2, proposed: 1, left: false });
    const [proposal] = await proposals(used.caseId);
    expect(list(proposal, 'difference', 'withdrawalProposed').length).toBeGreaterThan(0);
    expect(await proposals(other.caseId)).toEqual([]);
    expect(await determinationsOfCase(h.store.read, other.caseId)).toHaveLength(before);
    const told = await remindersOfRoute(h.store.read, used.routeId);
    expect(told.at(-1)).toMatchObject({ tell: 'CASE_OFFICER', what: 'remind' });
  });

  it('no case is looked at twice under the same rules and registers, and nothing runs before a person adopts it', async () => {
    const { caseId } = await aRunningCase('Instagram');
    const changed = withoutPreservation('meta');
    expect(await under(changed)).toMatchObject({ seen: 1, proposed: 1 });
    expect(await under(changed)).toEqual({ seen: 0, proposed: 0, left: false });
    expect(await proposals(caseId)).toHaveLength(1);
    const routes = list((await h.as('officer').get(`/v1/cases/${caseId}/routes`)).body, 'rows');
    expect(routes.every((route) => at(route, 'withdrawalProposed') === false)).toBe(true);
  });

  it('two that look at the same moment make one proposal', async () => {
    const { caseId } = await aRunningCase('Instagram');
    const changed = withoutPreservation('meta');
    const looked = await Promise.all([under(changed), under(changed)]);
    expect(looked.reduce((sum, { proposed }) => sum + proposed, 0)).toBe(1);
    expect(await proposals(caseId)).toHaveLength(1);
  });
});
