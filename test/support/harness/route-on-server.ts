import type { RouteFamily, RouteState } from '../../../contracts/codes.js';
import type { Lot } from '../../../contracts/determination.js';
import { routeWorkflowId, routeWorkflowType, taskQueues } from '../../../contracts/ids.js';
import type { UpdateName } from '../../../contracts/messages.js';
import type { Engine } from '../temporal.js';
import { aLot, routeInput } from './lots.js';
import type { Office } from './office.js';
import { RouteVerbs } from './route-verbs.js';

/** A route on a real server with an office in memory. `skipped` is how far its clock was moved ahead. */
export class RouteOnServer extends RouteVerbs<unknown> {
  readonly workflowId: string;
  readonly lot: Lot;
  readonly routeId: string;
  #engine: Engine;
  #skipped = 0;

  constructor(engine: Engine, office: Office, family: RouteFamily, routeId: string) {
    super(office);
    this.#engine = engine;
    this.routeId = routeId;
    this.lot = aLot(family);
    this.workflowId = routeWorkflowId(family, routeId);
    office.lots.set(routeId, this.lot);
  }

  get handle() {
    return this.#engine.client.workflow.getHandle(this.workflowId);
  }

  get nowText(): string {
    return new Date(Date.now() + this.#skipped).toISOString();
  }

  get states(): string[] {
    return this.office.statesOf(this.workflowId);
  }

  /** Resolves when the state was projected. */
  stands(state: RouteState): Promise<void> {
    return this.office.until(() => this.states.at(-1) === state);
  }

  async start(): Promise<this> {
    const args = [routeInput(this.lot, this.routeId)];
    const { workflowId } = this;
    await this.#engine.client.workflow.start(routeWorkflowType(this.lot.family), {
      workflowId,
      taskQueue: taskQueues.workflows,
      args,
    });
    return this;
  }

  /** Signed and sent, from wherever it was started. */
  async signAndSend(): Promise<this> {
    await this.stands('APPROVAL');
    await this.decide('approve');
    await this.office.until(() => ['HANDED_OVER', 'TRANSLATION'].includes(this.states.at(-1) ?? ''));
    if (this.states.at(-1) === 'TRANSLATION') await this.done('translation-lodged');
    await this.stands('HANDED_OVER');
    await this.dispatch();
    return this;
  }

  async advance(ms: number): Promise<void> {
    await this.#engine.fastForward(this.workflowId, ms);
    this.#skipped += ms;
  }

  async runId(): Promise<string> {
    return (await this.handle.describe()).runId;
  }

  protected send(name: UpdateName, input: { requestId: string }): Promise<unknown> {
    return this.handle.executeUpdate(name, { args: [input], updateId: input.requestId });
  }
}
