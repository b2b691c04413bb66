import { CancellationScope, setWorkflowOptions } from '@temporalio/workflow';
import type { CaseInput } from '../contracts/workflow-inputs.js';
import { CaseRun } from './case-run.js';
import { registerCaseHandlers } from './case-handlers.js';

/**
 * A case: the plan that runs, the routes it started, and those that still wait for another. It never awaits a route's result;
 * routes outlive each of its runs. It has no end of its own.
 */
export async function caseFile(input: CaseInput): Promise<void> {
  const run = new CaseRun(input);
  registerCaseHandlers(run);
  await CancellationScope.nonCancellable(() => run.keep());
}
setWorkflowOptions({ versioningBehavior: 'PINNED' }, caseFile);
