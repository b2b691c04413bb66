import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Frame } from '../../contracts/determination.js';
import { pack, unpack, type PackedDetermination } from '../../contracts/packed-determination.js';
import {
  determine,
  determineAside,
  frameFromScenario,
  loadRuleSet,
  prose,
  proseAside,
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
    const { determination, text } = await determineAside(input);
    const here = await determine(input);
    expect(determination).toEqual(JSON.parse(JSON.stringify(here)));
    expect(text).toBe(prose(here, ruleSet, 'en', input.frame));
  }, 120_000);

  it('of two hundred items does not hold up the event loop for 200 ms, packing for the store included', async () => {
    const frame = large(200);
    await determineAside({ ruleSet, frame: large(21), salt: 'warm' });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const { determination } = await determineAside({ ruleSet, frame, salt: 'thread' });
    const stored = JSON.stringify(pack(determination));
    delay.disable();
    const { steps } = determination;
    expect(stored.length).toBeLessThan(3_000_000);
    expect(unpack(JSON.parse(stored) as PackedDetermination)).toEqual(determination);
    expect(steps.flatMap(({ items }) => items).length).toBeGreaterThanOrEqual(200);
    expect(delay.max / 1e6).toBeLessThan(200);
  }, 240_000);

  it('is worded in another language in the thread as it is here', async () => {
    const frame = large(21);
    const made = await determine({ ruleSet, frame, salt: 'thread' });
    expect(await proseAside(made, ruleSet, 'ru', frame)).toBe(prose(made, ruleSet, 'ru', frame));
  }, 120_000);

  it('says what went wrong when the thread cannot determine', async () => {
    const frame = { ...large(21), asOf: '1800-01-01' };
    await expect(determineAside({ ruleSet, frame, salt: 'thread' })).rejects.toThrow();
  }, 60_000);
});
