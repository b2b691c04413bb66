import type { Frame } from '../../../contracts/determination.js';
import { noCounts, type Asked, type Counts } from './impact.js';
import type { Shown } from './lines.js';

type OnFile = { reference: string; state: 'OPEN' | 'CLOSED'; frame: Frame | null };
export type OnFileMet = { open: Counts; closed: Counts; cases: readonly Shown[] };

/** What a candidate does to cases as they are read, some at a time: counts, and those that are not as they were. */
export async function impactOnFile(
  asked: Asked,
  cases: AsyncIterable<readonly OnFile[]>,
): Promise<OnFileMet> {
  const counted = { OPEN: noCounts(), CLOSED: noCounts() };
  const shown: Shown[] = [];
  for await (const some of cases)
    for (const { reference, state, frame } of some) {
      const met = asked.onFile(frame);
      counted[state][met.kind] += 1;
      if (met.kind !== 'unchanged') shown.push({ reference, state, met });
    }
  return { open: counted.OPEN, closed: counted.CLOSED, cases: shown };
}
