import { valueOn } from '../rules/engine/index.js';
import type { PlanRecord } from '../store/index.js';
import type { AppDeps } from './deps.js';

/** What is asked about the accounts that the requests of a plan name: the policy number of the day stands in the parameters. */
export function accountsOf({ ruleSet }: AppDeps, { id, caseId, lots }: PlanRecord, at: string) {
  const policy = ruleSet.parameters.get('request.accountLimit');
  const limit = Number(policy === undefined ? 0 : (valueOn(policy, at.slice(0, 10)) ?? 0));
  return { caseId, planId: id, lots, limit };
}
