import { join } from 'node:path';
import { z } from 'zod';
import { readSource } from '../../engine/load/source.js';
import { checkIds } from '../finding.js';
import type { Shown } from './findings.js';

const analysisFile = z.strictObject({
  settled: z.array(
    z.strictObject({
      check: z.enum(checkIds).exclude(['gap', 'undecided']),
      about: z.union([z.string(), z.array(z.string()).min(1)]),
      because: z.string().min(10),
    }),
  ),
});

/** What was found of all cases and is right as it is: a lawyer's sentence for each. */
export type Settled = { check: string; about: string; because: string };

/** Reads `analysis.yaml` of a folder of rules. A gap, and what is undecided, cannot be settled. Throws RuleSetError. */
export const readSettled = (dir: string): Settled[] =>
  readSource(join(dir, 'analysis.yaml'), 'analysis.yaml', analysisFile).content.settled.flatMap(
    ({ check, about, because }) => [about].flat().map((one) => ({ check, about: one, because })),
  );

/** Findings for which nobody has said why, and reasons for what is found no more: asked again, and told. */
export function unsettled(
  found: readonly Shown[],
  settled: readonly Settled[],
  made: readonly string[],
): { open: Shown[]; idle: Settled[] } {
  const key = ({ check, about }: { check: string; about: string }): string => `${check} ${about}`;
  const [is, said] = [new Set(found.map(key)), new Set(settled.map(key))];
  const untold = new Set(found.flatMap(({ check, about }) => (check === 'undecided' ? [about] : [])));
  return {
    open: found.filter((one) => !said.has(key(one))),
    idle: settled.filter((one) => made.includes(one.check) && !is.has(key(one)) && !untold.has(one.about)),
  };
}
