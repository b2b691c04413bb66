import { expect, it } from 'vitest';
import {
  beginRaising,
  confirmRaising,
  heldStart,
  holdNextStart,
  holdUnlessFits,
  releaseHeldStart,
  type Store,
} from '../../store/index.js';
import { onEachEngine } from './engines.js';
import { at, somePeople, system } from './world.js';

const begin = (store: Store, minute: number, inEngine: number | null, anew = false): Promise<number | null> =>
  store.transaction((tx) => beginRaising(tx, at(minute), { inEngine, anew }));
const confirm = (store: Store, number: number, minute: number): Promise<void> =>
  store.transaction((tx) => confirmRaising(tx, number, at(minute)));
const look = (store: Store, minute: number, inEngine: number | null) =>
  store.transaction((tx) => holdUnlessFits(tx, system(minute), inEngine));

onEachEngine((opened) => {
  it('a new store and a new engine fit, and the first number is 1', async () => {
    const { store } = opened;
    expect(await look(store, 0, null)).toBeNull();
    expect(await begin(store, 0, null)).toBe(1);
  });

  it('a crash on either side of the engine is no other time: the number is taken up again', async () => {
    const { store } = opened;
    expect(await look(store, 0, null)).toBeNull();
    expect(await look(store, 0, 1)).toBeNull();
    expect(await begin(store, 1, null)).toBe(1);
    await confirm(store, 1, 1);
    expect(await look(store, 1, 1)).toBeNull();
  });

  it('rises after five minutes, or at a start, and never falls behind the engine', async () => {
    const { store } = opened;
    expect(await begin(store, 4, 1)).toBeNull();
    expect(await begin(store, 6, 1)).toBe(2);
    await confirm(store, 2, 6);
    expect(await begin(store, 7, 2, true)).toBe(3);
    await confirm(store, 3, 7);
  });

  it.each([
    ['an engine that was put back', 2],
    ['a store that was put back', 9],
    ['an engine that was lost', null],
  ])(
    '%s holds the start until a person has released it, with both numbers on record',
    async (_, inEngine) => {
      const { store } = opened;
      const { adviser } = await somePeople(store);
      const held = await look(store, 8, inEngine);
      expect(held).toMatchObject({ inStore: 3, inEngine });
      expect(await look(store, 9, inEngine)).toEqual(held);
      expect(await heldStart(store.read)).toEqual(held);
      const act = { ...adviser, reason: 'Every open case was compared.' };
      await store.transaction((tx) => releaseHeldStart(tx, act));
      expect(await heldStart(store.read)).toBeNull();
      expect(await look(store, 10, inEngine)).toBeNull();
      const again = store.transaction((tx) => releaseHeldStart(tx, act));
      await expect(again).rejects.toThrow('No start is held');
    },
  );

  it('after a release the number goes on above both, so that the next start fits', async () => {
    const { store } = opened;
    expect(await begin(store, 20, 9)).toBe(10);
    await confirm(store, 10, 20);
    expect(await look(store, 21, 10)).toBeNull();
  });

  it('a start can be held though the numbers fit: copies of one hour were put back', async () => {
    const { store } = opened;
    const held = await store.transaction((tx) => holdNextStart(tx, system(22), 10));
    expect(await look(store, 23, 10)).toEqual(held);
  });
});
