import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { frameFromScenario, scenarioOf } from '../rules/engine/index.js';
import type { Worked } from '../rules/workbench/mutation/worked.js';
import { faultsNamed } from './decide.js';
import { readJson } from './input.js';
import { rulesDir, type rulesAtHand } from './rules-at-hand.js';

/** Every worked case under rules/examples. Those of the specification have texts that were read and kept. */
export async function workedCases({ ruleSet, registers }: ReturnType<typeof rulesAtHand>): Promise<Worked[]> {
  const files = readdirSync(join(rulesDir, 'examples')).filter((name) => name.endsWith('.json'));
  return Promise.all(
    files.sort().map((name) =>
      faultsNamed(name, () => {
        const { id, facts } = scenarioOf(readJson(join(rulesDir, 'examples', name)));
        return { id, textKept: /^SC\d\d$/.test(id), frame: frameFromScenario(ruleSet, registers, facts) };
      }),
    ),
  );
}
