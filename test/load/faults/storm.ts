import { setTimeout as pause } from 'node:timers/promises';
import type { Supervised } from '../site/supervised.js';
import { between, type Random } from './random.js';

export type Storm = { blow(): Promise<void>; end(): void };

/** A part that was struck is left alone for so long: it takes up to half of it to start, and is to be hit at work as well. */
const sparedMs = 45_000;

/** Kills one part, now and then two at once, at moments that the seed gives, until it is ended or has blown for so many minutes. */
export function stormOver(
  parts: readonly Supervised[],
  { random, minutes, say }: { random: Random; minutes: number; say: (line: string) => void },
): Storm {
  const last = Date.now() + minutes * 60_000;
  const ended = new AbortController();
  const struckAt = new Map<Supervised, number>();
  const ripe = () => parts.filter((part) => Date.now() - (struckAt.get(part) ?? 0) > sparedMs);
  const strike = (part: Supervised): string[] => {
    struckAt.set(part, Date.now());
    return part.kill() ? [part.name] : [];
  };
  return {
    end: () => ended.abort(),
    async blow() {
      for (;;) {
        const wait = between(random, 4_000, 25_000);
        await pause(wait, undefined, { signal: ended.signal }).catch(() => undefined);
        if (ended.signal.aborted || Date.now() > last) return;
        const [first, second] = ripe()
          .map((part) => ({ part, lot: random() }))
          .sort((one, other) => one.lot - other.lot)
          .map(({ part }) => part);
        const both = random() < 0.25 ? [first, second] : [first];
        const down = both.flatMap((part) => (part === undefined ? [] : strike(part)));
        if (down.length > 0) say(`kill -9 of ${down.join(' and ')}`);
      }
    },
  };
}
