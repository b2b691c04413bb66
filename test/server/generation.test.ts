import { afterAll, beforeAll, expect, it } from 'vitest';
import { Office } from '../support/harness/office.js';
import { startEngine, type Engine } from '../support/temporal.js';
import { carryGeneration, generationInEngine } from '../../worker/generation.js';

let server: Engine;
beforeAll(async () => {
  server = await startEngine(new Office().activities());
});
afterAll(() => server.stop());

it('the engine carries a number that can be read without a worker, and that never falls', async () => {
  expect(await generationInEngine(server.client)).toBeNull();
  await carryGeneration(server.client, 4);
  expect(await generationInEngine(server.client)).toBe(4);
  await carryGeneration(server.client, 7);
  await carryGeneration(server.client, 5);
  expect(await generationInEngine(server.client)).toBe(7);
});
