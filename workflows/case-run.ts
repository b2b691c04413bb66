import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  allHandlersFinished,
  condition,
  getExternalWorkflowHandle,
  log,
  makeContinueAsNewFunc,
  patched,
  sleep,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import { routeWorkflowType } from '../contracts/ids.js';
import {
  type AdoptPlan,
  planAdopted,
  type PlanAdopted,
  type Reopened,
  type ReopenRoute,
  type RouteReport,
} from '../contracts/messages.js';
import type { CaseInput, CaseRoute, RouteInput, WaitingRoute } from '../contracts/workflow-inputs.js';
import { readiness, reported } from './dependencies.js';
import { earliest, untilInstant } from './instants.js';
import { activities } from './proxies.js';
import { RequestBook } from './requests.js';

/** How long a run of a route that has ended may still answer its messages. */
const STILL_ENDING = '10 seconds';

/** What a case keeps, and what it does with it. Handlers adopt and note; one coroutine starts routes. */
export class CaseRun {
  readonly adoptions: RequestBook<PlanAdopted>;
  readonly reopenings: RequestBook<Reopened>;
  renewAsked = false;
  #input: CaseInput;
  #planDigest: string | null;
  #adopting: string | null = null;
  #routes: Map<string, CaseRoute>;
  #waiting: readonly WaitingRoute[];
  #lived = false;

  constructor(input: CaseInput) {
    this.#input = input;
    this.#planDigest = input.carry?.planDigest ?? null;
    this.#routes = new Map(Object.entries(input.carry?.routes ?? {}));
    this.#waiting = input.carry?.waiting ?? [];
    this.adoptions = new RequestBook(input.carry?.answered ?? []);
    this.reopenings = new RequestBook(input.carry?.reopened ?? []);
  }

  /** Digest that the next plan has to name as its base; a plan that is being adopted counts already. */
  get basePlanDigest(): string | null {
    return this.#adopting ?? this.#planDigest;
  }

  progress() {
    const routes = [...this.#routes].map(([routeId, { workflowId, state }]) => ({
      routeId,
      workflowId,
      state,
    }));
    return { planDigest: this.#planDigest, routes, waiting: this.#waiting.map(({ routeId }) => routeId) };
  }

  /** Lives for ever: starts what may start, sleeps to the next instant, continues as new when asked to. */
  async keep(): Promise<void> {
    for (;;) {
      await this.#startReady();
      const ready = () => this.#waiting.some((one) => this.#readiness(one).kind !== 'waits');
      if (this.#shouldRenew() && !ready()) await this.#renew();
      const at = earliest(this.#waiting.map((one) => one.startBy));
      const wake = () => ready() || this.#shouldRenew();
      if (at === null) await condition(wake);
      else await condition(wake, untilInstant(at), { summary: 'a route starts at the latest' });
    }
  }

  /** Makes a plan the running one: starts what is new, tells running routes to read their lots again. */
  async adopt(plan: AdoptPlan): Promise<PlanAdopted> {
    const { caseId } = this.#input;
    const { planId, planDigest, ticketId } = plan;
    this.#lived = true;
    this.#adopting = planDigest;
    try {
      const { start, revise } = await activities.planToRun({ caseId, planId, planDigest, ticketId });
      const lots = start.map((one) => ({ ...one, planId })).filter((one) => !this.#routes.has(one.routeId));
      for (const one of lots.filter(({ lot }) => lot.after.length === 0)) await this.#start(one);
      this.#waiting = [...this.#waiting, ...lots.filter(({ lot }) => lot.after.length > 0)];
      for (const { workflowId } of revise) await this.#tell(workflowId, planId);
      this.#planDigest = planDigest;
      return { planDigest, started: start.map(({ routeId }) => routeId) };
    } finally {
      this.#adopting = null;
    }
  }

  /** Starts the next run of a route that is over. One whose last run still ends is tried again until it has. */
  async reopen({ replyId }: ReopenRoute): Promise<Reopened> {
    const { caseId } = this.#input;
    this.#lived = true;
    const { workflowId, ...route } = await activities.routeToReopen({ caseId, replyId });
    const input: RouteInput = { inputVersion: 1, caseId, ...route, startsIn: 'waiting' };
    while (!(await this.#runs(workflowId, input, 'ALLOW_DUPLICATE'))) await sleep(STILL_ENDING);
    return { routeId: route.routeId };
  }

  /** A report counts when its own route has projected what it says: whoever reaches the engine alone can signal anything. */
  async noteReport(report: RouteReport): Promise<void> {
    const { routeId, workflowId, seq, state } = report;
    if (this.#routes.get(routeId)?.workflowId !== workflowId) return;
    this.#lived = true;
    const { caseId } = this.#input;
    if (patched('reports-on-record') && !(await activities.isReportOnRecord({ caseId, report }))) return;
    const known = this.#routes.get(routeId);
    if (known) this.#routes.set(routeId, reported(known, seq, state));
  }

  async #startReady(): Promise<void> {
    for (const one of this.#waiting) {
      const ready = this.#readiness(one);
      if (ready.kind === 'waits') continue;
      this.#waiting = this.#waiting.filter((other) => other.routeId !== one.routeId);
      await this.#start(one);
      if (ready.kind === 'given-up') await this.#tellPerson(one, ready.says);
    }
  }

  async #start({ routeId, workflowId, planId, lot }: WaitingRoute): Promise<void> {
    const { caseId } = this.#input;
    const { route, items, key } = lot;
    const fresh: CaseRoute = { workflowId, seq: 0, state: 'DRAFT', reached: [], route, items, lotKey: key };
    this.#routes.set(routeId, fresh);
    const startsIn = lot.inFlight ? 'waiting' : 'draft';
    const input: RouteInput = { inputVersion: 1, caseId, routeId, planId, lot, startsIn };
    await this.#runs(workflowId, input, 'REJECT_DUPLICATE');
  }

  /** Starts a run of a route; false where its id is taken. */
  async #runs(
    workflowId: string,
    input: RouteInput,
    workflowIdReusePolicy: 'REJECT_DUPLICATE' | 'ALLOW_DUPLICATE',
  ): Promise<boolean> {
    try {
      await startChild(routeWorkflowType(input.lot.family), {
        workflowId,
        args: [input],
        parentClosePolicy: 'ABANDON',
        cancellationType: 'ABANDON',
        workflowIdReusePolicy,
      });
      return true;
    } catch (failure) {
      if (failure instanceof WorkflowExecutionAlreadyStartedError) return false;
      throw failure;
    }
  }

  /** A route that is over reads no plan any more. */
  async #tell(workflowId: string, planId: string): Promise<void> {
    const telling = getExternalWorkflowHandle(workflowId).signal(planAdopted, { planId });
    await telling.catch((failure: unknown) =>
      log.warn('route not told of the plan', { workflowId, failure }),
    );
  }

  async #tellPerson({ routeId, workflowId }: WaitingRoute, says: string): Promise<void> {
    const { caseId } = this.#input;
    const key = `${routeId}/DEPENDENCY_NOT_MET`;
    const told = activities.openIncident({
      caseId,
      routeId,
      workflowId,
      key,
      code: 'DEPENDENCY_NOT_MET',
      says,
    });
    await told.catch((failure: unknown) => log.error('incident not recorded', { routeId, failure }));
  }

  #readiness(one: WaitingRoute) {
    return readiness(one, [...this.#routes.values()]);
  }

  #shouldRenew(): boolean {
    const { continueAsNewSuggested, targetWorkerDeploymentVersionChanged } = workflowInfo();
    return (
      this.renewAsked || (this.#lived && (continueAsNewSuggested || targetWorkerDeploymentVersionChanged))
    );
  }

  /** Routes were started ABANDON: they outlive this run (REQUEST_CANCEL and the default would end them). */
  async #renew(): Promise<never> {
    await condition(allHandlersFinished);
    const again = makeContinueAsNewFunc<(input: CaseInput) => Promise<void>>({
      initialVersioningBehavior: 'AUTO_UPGRADE',
    });
    const carry = {
      planDigest: this.#planDigest,
      routes: Object.fromEntries(this.#routes),
      waiting: this.#waiting,
      answered: this.adoptions.carried,
      reopened: this.reopenings.carried,
    };
    return again({ ...this.#input, carry });
  }
}
