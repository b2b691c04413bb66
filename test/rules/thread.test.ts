import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Frame } from '../../contracts/determination.js';
import {
  determine,
  determineAside,
  frameFromScenario,
  loadRuleSet,
  scenarioOf,
  stopThreads,
} from '../../rules/engine/index.js';
import { loadRegisters } from '../../rules/engine/registers/index.js';

const root = new URL('../../', import.meta.url);
const ruleSet = loadRuleSet(new URL('rules', root).pathname);
const registers = loadRegisters(new URL('rules/registers', root).pathname);
const file: unknown = JSON.parse(readFileSync(new URL('rules/examples/SC01.json', root), 'utf8'));
const small = frameFromScenario(ruleSet, registers, scenarioOf(file).facts);

const large = (count: number): Frame => ({
  ...small,
  items: Array.from({ length: count }, (_, index) => ({
    id: `I${index + 1}`,
    facts: small.items[index % small.items.length]?.facts ?? {},
  })),
});

afterAll(() => stopThreads());

describe('a determination aside', () => {
  it('of twenty-one items comes out of the thread as it does here', async () => {
    const input = { ruleSet, frame: large(21), salt: 'thread' };
    expect(await determineAside(input)).toEqual(JSON.parse(JSON.stringify(await determine(input))));
  }, 120_000);

  it('of two hundred items does not hold up the event loop for 200 ms', async () => {
    const frame = large(200);
    await determineAside({ ruleSet, frame: large(21), salt: 'warm' });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const { steps } = await determineAside({ ruleSet, frame, salt: 'thread' });
    delay.disable();
    expect(steps.flatMap(({ items }) => items).length).toBeGreaterThanOrEqual(200);
    expect(delay.max / 1e6).toBeLessThan(200);
  }, 240_000);

  it('says what went wrong when the thread cannot determine', async () => {
    const frame = { ...large(21), asOf: '1800-01-01' };
    await expect(determineAside({ ruleSet, frame, salt: 'thread' })).rejects.toThrow();
  }, 60_000);
});
