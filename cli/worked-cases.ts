import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from '../contracts/determination.js';
import { frameFromScenario, scenarioOf } from '../rules/engine/index.js';
import {
  Asked,
  noCounts,
  type Counts,
  type ImpactQuestion,
  type Rules,
} from '../rules/workbench/impact/impact.js';
import type { Shown } from '../rules/workbench/impact/lines.js';
import type { Worked } from '../rules/workbench/mutation/worked.js';
import { faultsNamed } from './decide.js';
import { readJson } from './input.js';
import { rulesDir, type rulesAtHand } from './rules-at-hand.js';

/** Every worked case under rules/examples. Those of the specification have texts that were read and kept. */
export async function workedCases({ ruleSet, registers }: ReturnType<typeof rulesAtHand>): Promise<Worked[]> {
  return Promise.all(
    names().map((name) =>
      faultsNamed(name, () => {
        const { id, facts } = scenarioOf(readJson(join(rulesDir, 'examples', name)));
        return { id, textKept: /^SC\d\d$/.test(id), frame: frameFromScenario(ruleSet, registers, facts) };
      }),
    ),
  );
}

/** What becomes of every worked case on the day, each side with its own registers. */
export function workedUnder(question: ImpactQuestion): { counts: Counts; shown: Shown[] } {
  const { live, candidate, day } = question;
  const asked = new Asked(question);
  const counts = noCounts();
  const shown: Shown[] = [];
  for (const name of names()) {
    const { id, facts } = scenarioOf(readJson(join(rulesDir, 'examples', name)));
    const under = ({ ruleSet, registers }: Rules): Frame =>
      frameFromScenario(ruleSet, registers, facts, { asOf: day });
    const met = asked.of(under(live), under(candidate));
    counts[met.kind] += 1;
    if (met.kind !== 'unchanged') shown.push({ reference: id, state: 'WORKED', met });
  }
  return { counts, shown };
}

const names = (): string[] =>
  readdirSync(join(rulesDir, 'examples'))
    .filter((name) => name.endsWith('.json'))
    .sort();
