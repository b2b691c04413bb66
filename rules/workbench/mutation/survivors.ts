import { join } from 'node:path';
import { z } from 'zod';
import { readSource } from '../../engine/load/source.js';
import type { Survivor } from './trial.js';

/** What survives, and why that is right: a lawyer's sentence for each. */
const survivorsFile = z.strictObject({
  survivors: z.array(
    z.strictObject({
      page: z.string(),
      what: z.union([z.string(), z.array(z.string()).min(1)]),
      because: z.string().min(10),
    }),
  ),
});

export type Settled = { page: string; what: string; because: string };

/** Reads `survivors.yaml` of a folder of rules. Throws RuleSetError. */
export const readSurvivors = (dir: string): Settled[] =>
  readSource(join(dir, 'survivors.yaml'), 'survivors.yaml', survivorsFile).content.survivors.flatMap(
    ({ page, what, because }) => [what].flat().map((one) => ({ page, what: one, because })),
  );

/** Survivors for which nobody has said why, and reasons for what does not survive any more. */
export function held(
  survivors: readonly Survivor[],
  settled: readonly Settled[],
  tried: (page: string) => boolean,
): { unsettled: Survivor[]; idle: Settled[] } {
  const key = ({ page, what }: Survivor): string => `${page} ${what}`;
  const [found, said] = [new Set(survivors.map(key)), new Set(settled.map(key))];
  return {
    unsettled: survivors.filter((one) => !said.has(key(one))),
    idle: settled.filter((one) => tried(one.page) && !found.has(key(one))),
  };
}
