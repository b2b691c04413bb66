import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RogatoryError } from '../../../contracts/errors.js';
import type { ReleaseFigures } from '../../../contracts/release.js';
import { scenarioOf, ScenarioError } from '../../engine/index.js';
import { check } from '../check/check.js';
import type { Rules } from '../impact/impact.js';
import { unpacked, type PackedRules } from './packed.js';
import { differencesOf } from './worked.js';

/** `cases`: the worked cases are tried too. */
export type ToExamine = { packed: PackedRules; today: string; cases: boolean };

/** What an examination found; with any fault nothing is approved. `digests` where the folder holds together. */
export type Examined = {
  figures: ReleaseFigures;
  faults: readonly string[];
  digests: { ruleSet: { digest: string; content: string }; registersDigest: string } | null;
};

const intakeDir = fileURLToPath(new URL('../../intake', import.meta.url));

/**
 * Reads a packed folder, looks through it as `rules check` does, beside the questions of this installation's emergency lane,
 * and, if asked, tries every worked case in it.
 * @param today YYYY-MM-DD
 */
export const examine = ({ packed, today, cases }: ToExamine): Promise<Examined> =>
  unpacked(packed, async (dir) => {
    cpSync(intakeDir, join(dir, 'intake'), { recursive: true });
    const { findings, ruleSet, registers } = check(dir, today);
    const errors = findings.filter(({ level }) => level === 'error');
    const faults = errors.map(({ file, line, column, says }) => `${file}:${line}:${column}  ${says}`);
    const rules = ruleSet === undefined || registers === undefined ? null : { ruleSet, registers };
    const worked = rules === null || !cases ? [] : await tried(rules, join(dir, 'examples'));
    const failed = worked.filter(({ differs }) => differs.length > 0);
    return {
      figures: {
        pages: ruleSet?.pages.size ?? 0,
        states: registers?.states.size ?? 0,
        providers: registers?.providers.size ?? 0,
        errors: errors.length,
        warnings: findings.length - errors.length,
        casesPassed: worked.length - failed.length,
        casesFailed: failed.length,
      },
      faults: [
        ...faults,
        ...(cases && rules !== null && worked.length === 0 ? ['examples: there is no worked case'] : []),
        ...failed.map(({ file, differs }) => `examples/${file}: ${differs.join('; ')}`),
      ],
      digests:
        rules === null
          ? null
          : {
              ruleSet: { digest: rules.ruleSet.digest, content: rules.ruleSet.content },
              registersDigest: rules.registers.digest,
            },
    };
  });

async function tried(rules: Rules, dir: string): Promise<{ file: string; differs: readonly string[] }[]> {
  const files = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith('.json')) : [];
  const found: { file: string; differs: readonly string[] }[] = [];
  for (const file of files.sort())
    found.push({ file, differs: await differs(rules, readFileSync(join(dir, file), 'utf8')) });
  return found;
}

async function differs(rules: Rules, text: string): Promise<readonly string[]> {
  try {
    return await differencesOf(rules, scenarioOf(JSON.parse(text)));
  } catch (error) {
    if (error instanceof ScenarioError) return error.faults.map(({ place, says }) => `${place} ${says}`);
    if (error instanceof RogatoryError) return [error.publicText];
    if (error instanceof SyntaxError) return ['is no JSON'];
    throw error;
  }
}
