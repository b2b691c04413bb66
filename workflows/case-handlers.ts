import { ApplicationFailure, CancellationScope, setHandler } from '@temporalio/workflow';
import {
  type AdoptPlan,
  adoptPlan,
  caseProgress,
  renewRun,
  reopenRoute,
  routeReported,
} from '../contracts/messages.js';
import type { CaseRun } from './case-run.js';

/** Registers what a case answers to. Called before its first await. */
export function registerCaseHandlers(run: CaseRun): void {
  setHandler(
    adoptPlan,
    (plan) =>
      run.adoptions.once(plan.requestId, () => CancellationScope.nonCancellable(() => run.adopt(plan))),
    {
      validator: (plan: AdoptPlan) => {
        if (run.adoptions.knows(plan.requestId)) return;
        if (plan.basePlanDigest !== run.basePlanDigest) {
          throw ApplicationFailure.nonRetryable('another plan took its place', 'PLAN_STALE');
        }
      },
    },
  );
  setHandler(reopenRoute, (late) =>
    run.reopenings.once(late.requestId, () => CancellationScope.nonCancellable(() => run.reopen(late))),
  );
  setHandler(routeReported, (report) => CancellationScope.nonCancellable(() => run.noteReport(report)));
  setHandler(renewRun, () => {
    run.renewAsked = true;
  });
  setHandler(caseProgress, () => run.progress());
}
