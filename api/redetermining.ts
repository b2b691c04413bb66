import { createHash } from 'node:crypto';
import { RogatoryError } from '../contracts/errors.js';
import {
  caseById,
  casesNotSeen,
  markSeen,
  proposePlan,
  systemAct,
  tellOfRules,
  wouldChange,
} from '../store/index.js';
import type { Act, Store, Tx } from '../store/index.js';
import type { AppDeps } from './deps.js';
import { determineCase, orRefusal, type Determining } from './determining.js';
import type { RulesInForce } from './rules-in-force.js';
import { keepDetermination } from './keeping.js';

export type Redetermining = Determining & Pick<AppDeps, 'version'> & { store: Store };
export type Redetermined = { seen: number; proposed: number; left: boolean };

const batch = 25;

/**
 * Looks at open cases under the rules and registers in force, each once: where its plan would be another one now, the
 * difference is kept as a proposal and its officer is told. Nothing is adopted here. One batch; `left`: there are more.
 */
export async function redetermine(
  rules: Pick<RulesInForce, 'refresh' | 'ruleSet' | 'registers'>,
  rest: Omit<Redetermining, 'ruleSet' | 'registers'>,
): Promise<Redetermined> {
  await rules.refresh({ atOnce: true });
  const { ruleSet, registers } = rules;
  const deps = { ...rest, ruleSet, registers };
  const { store, clock } = deps;
  const digest = createHash('sha256').update(`${ruleSet.digest} ${registers.digest}`).digest('hex');
  const cases = await casesNotSeen(store.read, { digest, limit: batch });
  let proposed = 0;
  for (const caseId of cases) {
    const act = systemAct('rules', clock().toISOString());
    const differs = await store.transaction((tx) => look(deps, tx, act, { caseId, digest }));
    if (differs) proposed += 1;
  }
  return { seen: cases.length, proposed, left: cases.length === batch };
}

async function look(
  deps: Redetermining,
  tx: Tx,
  act: Act,
  { caseId, digest }: { caseId: string; digest: string },
): Promise<boolean> {
  if (!(await markSeen(tx, act.at, { caseId, digest }))) return false;
  const file = await caseById(tx, caseId);
  const determined = await orRefusal(determineCase(deps, tx, file));
  if (determined instanceof RogatoryError) {
    const says =
      'Rules or registers have changed, and by them the case cannot be determined. Ask for a determination.';
    await tellOfRules(tx, act, { caseId, digest, says });
    return false;
  }
  if (!(await wouldChange(tx, caseId, determined.determination.lots))) return false;
  const about = { caseId, caseVersion: file.version, cause: 'RULES' } as const;
  const { id: determinationId } = await keepDetermination(deps, tx, act, { ...about, ...determined });
  const plan = await proposePlan(tx, act, { caseId, determinationId });
  const says = 'Rules or registers have changed: another plan is proposed for the case, with the difference.';
  await tellOfRules(tx, act, { caseId, digest, says });
  return plan !== null;
}
