import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from '../config/logger.js';
import {
  beginRaising,
  confirmRaising,
  heldStart,
  holdUnlessFits,
  systemAct,
  type Store,
} from '../store/index.js';
import { carryGeneration, generationInEngine } from '../worker/generation.js';

export type Generations = { store: Store; client: Client; clock: () => Date; logger: Logger };

const everyMs = 60_000;
const lookMs = 1_000;

/** Whether store and engine are of one time; where they are not, the start is held from here on and the log says so. */
export async function startFits({ store, client, clock, logger }: Generations): Promise<boolean> {
  const inEngine = await generationInEngine(client);
  const act = systemAct('start', clock().toISOString());
  const held = await store.transaction((tx) => holdUnlessFits(tx, act, inEngine));
  if (held !== null) logger.error(held, startHeld);
  return held === null;
}

export const startHeld =
  'START_HELD  Store and engine are not of one time: one of them was put back. No worker polls until a person has compared what is on file with the world: GET /v1/held-start, POST /v1/held-start/release';

/** Resolves once a person has released the start; rejects when `stop` is aborted. */
export async function released(store: Store, stop: AbortSignal): Promise<void> {
  while ((await heldStart(store.read)) !== null) await pause(lookMs, undefined, { signal: stop });
}

/** Raises the number that both carry, at once and then every few minutes. @returns how to stop it */
export async function startRaising(generations: Generations): Promise<() => Promise<void>> {
  const { logger } = generations;
  await raise(generations, { anew: true });
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running
      .then(() => raise(generations))
      .catch((err: unknown) => logger.error({ err }, 'generation not raised; tried again within a minute'));
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function raise({ store, client, clock }: Generations, { anew = false } = {}): Promise<void> {
  const inEngine = await generationInEngine(client);
  const number = await store.transaction((tx) => beginRaising(tx, clock().toISOString(), { inEngine, anew }));
  if (number === null) return;
  await carryGeneration(client, number);
  await store.transaction((tx) => confirmRaising(tx, number, clock().toISOString()));
}
