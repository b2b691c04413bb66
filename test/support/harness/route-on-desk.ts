import type { RouteFamily } from '../../../contracts/codes.js';
import type { Lot } from '../../../contracts/determination.js';
import { routeWorkflowId, routeWorkflowType } from '../../../contracts/ids.js';
import type { UpdateName } from '../../../contracts/messages.js';
import type { RouteInput } from '../../../contracts/workflow-inputs.js';
import { aLot, routeInput } from './lots.js';
import { Office } from './office.js';
import { RouteVerbs } from './route-verbs.js';
import type { Sandbox } from './sandbox.js';
import type { Answer } from './update-log.js';
import { VirtualRun } from './virtual-run.js';

export const MONDAY = Date.parse('2026-11-23T09:00:00.000Z');

/** A route in the sandbox with an office in memory: what a test says to it reads as what people do. */
export class RouteOnDesk extends RouteVerbs<Answer> {
  readonly run: VirtualRun;
  readonly lot: Lot;

  constructor(sandbox: Sandbox, family: RouteFamily, more: Partial<Lot> = {}) {
    super(new Office());
    const routeId = 'ROUTE1';
    this.lot = aLot(family, more);
    this.office.lots.set(routeId, this.lot);
    const workflowId = routeWorkflowId(family, routeId);
    this.run = new VirtualRun(
      sandbox,
      routeWorkflowType(family),
      workflowId,
      this.office.activities(),
      MONDAY,
    );
  }

  get nowText(): string {
    return new Date(this.run.now).toISOString();
  }

  get state(): string {
    return this.office.lastState;
  }

  async start(more: Partial<RouteInput> = {}): Promise<this> {
    const input = routeInput(this.lot, 'ROUTE1');
    await this.run.start({ ...input, ...more, startsIn: more.reopened ? 'waiting' : input.startsIn });
    return this;
  }

  /** Started, signed and sent. */
  async sent(): Promise<this> {
    await this.start();
    for (const step of this.lot.terms.approvals) {
      if (step.of === 'packet') await this.translated();
      await this.decide('approve', step.step, step.roles[0] ?? 'SUPERVISOR');
    }
    await this.translated();
    await this.dispatch();
    return this;
  }

  /** Lodges the translation where the route waits for one. */
  async translated(): Promise<void> {
    if (this.state === 'TRANSLATION') await this.done('translation-lodged');
  }

  protected send(name: UpdateName, input: { requestId: string }): Promise<Answer> {
    return this.run.update(name, input);
  }
}
