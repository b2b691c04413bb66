import { existsSync } from 'node:fs';
import { check } from '../rules/workbench/check/check.js';
import type { CheckId, Finding } from '../rules/workbench/finding.js';
import type { Rules } from '../rules/workbench/impact/impact.js';
import { InputError } from './input.js';

const shown = 10;

/** What stops a comparison; everything else that `rules check` finds stops a release. */
const refusing: ReadonlySet<CheckId> = new Set<CheckId>([
  'does-not-hold',
  'register-does-not-hold',
  'rule-without-page',
  'page-without-rule',
]);

/**
 * A candidate folder that is whole and holds together; what else is wrong with it is said beside. Throws InputError with the
 * first faults by file and line.
 */
export function candidateFolder(dir: string, today: string): Rules {
  if (!existsSync(dir)) throw new InputError([`NOTHING_SUCH  "${dir}" is no folder.`]);
  const { ruleSet, registers, findings } = check(dir, today);
  const errors = findings.filter(({ level }) => level === 'error');
  const faults = errors.filter((finding) => refusing.has(finding.check));
  const lines = (some: readonly Finding[]): string[] =>
    some.slice(0, shown).map(({ file, line, column, says }) => `${file}:${line}:${column}  ${says}`);
  if (ruleSet === undefined || registers === undefined || faults.length > 0)
    throw new InputError([
      `CANDIDATE_REFUSED  ${dir} is no whole set of rules; rogatory rules check --dir ${dir} names every fault.`,
      ...lines(faults),
    ]);
  for (const line of lines(errors)) console.error(line);
  return { ruleSet, registers };
}
