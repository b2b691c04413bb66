import { keepRuleSet, saveDetermination } from '../store/index.js';
import type { Act, DeterminationToSave, StoredDetermination, Tx } from '../store/index.js';
import type { AppDeps } from './deps.js';

/** Keeps a determination together with the rule set it rests on, so that it can be computed again after the pages changed. */
export async function keepDetermination(
  { ruleSet, version }: Pick<AppDeps, 'ruleSet' | 'version'>,
  tx: Tx,
  act: Act,
  input: DeterminationToSave,
): Promise<StoredDetermination> {
  await keepRuleSet(tx, act, ruleSet);
  return saveDetermination(tx, act, { ...input, program: version });
}
