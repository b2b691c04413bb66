import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
import proto, { type coresdk } from '@temporalio/proto';
import type { Workflow } from '@temporalio/worker/lib/workflow/interface.js';
import { engineInfo } from './engine-info.js';
import { fromPayload, toPayload } from './payloads.js';
import { perform } from './perform.js';
import type { Sandbox } from './sandbox.js';
import { type Answer, UpdateLog } from './update-log.js';

type Job = coresdk.workflow_activation.IWorkflowActivationJob;
type Command = coresdk.workflow_commands.IWorkflowCommand;

export type Ended =
  { how: 'completed'; value: unknown } | { how: 'failed'; says: string } | { how: 'cancelled' };
export type Signal = { workflowId: string; name: string; args: unknown[] };
export type Child = { workflowId: string; type: string; input: unknown; closePolicy: number };

/**
 * One workflow execution on a virtual clock: the real code, the SDK's sandbox, no server. Activities are plain functions and
 * answer at once unless held. Continue-as-new goes on in the next run by itself; `runs` counts them.
 */
export class VirtualRun {
  now: number;
  runs = 0;
  ended: Ended | null = null;
  readonly signals: Signal[] = [];
  readonly children: Child[] = [];
  /** Names of the commands of all runs, in order: what a replay would compare. */
  readonly commands: string[] = [];
  /** Timers that are open: at most one in this code. */
  get openTimers(): number {
    return this.#timers.size;
  }
  #sandbox: Sandbox;
  #type: string;
  #workflowId: string;
  #activities: object;
  #workflow: Workflow | null = null;
  #timers = new Map<number, number>();
  #held = new Set<string>();
  #waiting: { name: string; seq: number; args: unknown[] }[] = [];
  #jobs: Job[] = [];
  #updates = new UpdateLog();
  #queries = new Map<string, unknown>();
  #unreachable = new Set<string>();
  #ids = 0;

  constructor(sandbox: Sandbox, type: string, workflowId: string, activities: object, now: number) {
    this.#sandbox = sandbox;
    this.#type = type;
    this.#workflowId = workflowId;
    this.#activities = activities;
    this.now = now;
  }

  async start(input: unknown): Promise<this> {
    await this.#begin(input);
    return this;
  }

  /** Sends an update and lets everything run that can run without the clock. */
  async update(name: string, input: object): Promise<Answer> {
    const id = this.sendUpdate(name, input);
    await this.settle();
    return this.answerOf(id);
  }

  /** Puts an update into the next activation; several of them arrive together. */
  sendUpdate(name: string, input: object): string {
    const { id, job } = this.#updates.send(name, input);
    this.#jobs.push(job);
    return id;
  }

  answerOf(id: string): Answer {
    return this.#updates.answerOf(id);
  }

  async signal(name: string, ...args: readonly object[]): Promise<void> {
    this.#jobs.push({ signalWorkflow: { signalName: name, input: args.map(toPayload), identity: 'test' } });
    await this.settle();
  }

  async query(name: string): Promise<unknown> {
    const queryId = `query-${++this.#ids}`;
    await this.#activate([{ queryWorkflow: { queryId, queryType: name, arguments: [] } }]);
    return this.#queries.get(queryId);
  }

  async cancel(): Promise<void> {
    this.#jobs.push({ cancelWorkflow: { reason: 'console' } });
    await this.settle();
  }

  /** Tells the run that the engine would like it to continue as new. */
  suggestContinueAsNew = false;

  hold(activity: string): void {
    this.#held.add(activity);
  }

  async release(activity: string): Promise<void> {
    this.#held.delete(activity);
    await this.settle();
  }

  /** Signals to this execution fail as if it were not there. */
  makeUnreachable(workflowId: string): void {
    this.#unreachable.add(workflowId);
  }

  /** Moves the clock, firing every timer on the way. */
  async advance(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, at]) => at <= until).sort((a, b) => a[1] - b[1])[0];
      if (!due) break;
      const [seq, at] = due;
      this.now = Math.max(this.now, at);
      this.#timers.delete(seq);
      this.#jobs.push({ fireTimer: { seq } });
      await this.settle();
    }
    this.now = until;
  }

  async settle(): Promise<void> {
    for (;;) {
      const ready = this.#waiting.find((one) => !this.#held.has(one.name));
      if (ready) {
        this.#waiting = this.#waiting.filter((one) => one !== ready);
        this.#jobs.push({
          resolveActivity: { seq: ready.seq, result: await perform(this.#activities, ready) },
        });
      }
      if (this.#jobs.length === 0 || this.ended) return;
      const jobs = this.#jobs;
      this.#jobs = [];
      await this.#activate(jobs);
    }
  }

  async #begin(input: unknown): Promise<void> {
    this.runs += 1;
    const runId = `${this.#workflowId}-run-${this.runs}`;
    const info = engineInfo(this.#type, this.#workflowId, runId, this.now);
    this.#workflow = await this.#sandbox.create(info, this.now);
    this.#jobs.push({
      initializeWorkflow: {
        workflowId: this.#workflowId,
        workflowType: this.#type,
        arguments: [toPayload(input)],
        firstExecutionRunId: runId,
        startTime: msToTs(this.now),
      },
    });
    await this.settle();
  }

  async #activate(jobs: Job[]): Promise<void> {
    if (!this.#workflow) throw new Error('the run has not begun');
    const activation = proto.coresdk.workflow_activation.WorkflowActivation.fromObject({
      runId: `${this.#workflowId}-run-${this.runs}`,
      timestamp: msToTs(this.now),
      historyLength: 10,
      continueAsNewSuggested: this.suggestContinueAsNew,
      jobs,
    });
    const completion = await this.#workflow.activate(activation);
    await this.#workflow.getAndResetSinkCalls();
    if (completion.failed)
      throw new Error(`workflow task failed: ${completion.failed.failure?.message ?? ''}`);
    for (const command of completion.successful?.commands ?? []) await this.#obey(command);
  }

  async #obey(command: Command): Promise<void> {
    const kind = Object.keys(command).find((key) => key !== 'userMetadata' && key !== 'variant') ?? 'nothing';
    const name = command.scheduleActivity?.activityType;
    this.commands.push(name ? `${kind} ${name}` : kind);
    if (command.startTimer) {
      this.#timers.set(command.startTimer.seq ?? 0, this.now + tsToMs(command.startTimer.startToFireTimeout));
    } else if (command.cancelTimer) this.#timers.delete(command.cancelTimer.seq ?? 0);
    else if (command.scheduleActivity) {
      const { seq, activityType, arguments: args } = command.scheduleActivity;
      this.#waiting.push({ name: activityType ?? '', seq: seq ?? 0, args: (args ?? []).map(fromPayload) });
    } else if (command.updateResponse) this.#updates.note(command.updateResponse);
    else if (command.signalExternalWorkflowExecution)
      this.#signalled(command.signalExternalWorkflowExecution);
    else if (command.startChildWorkflowExecution) this.#childStarted(command.startChildWorkflowExecution);
    else if (command.respondToQuery) {
      const { queryId, succeeded } = command.respondToQuery;
      this.#queries.set(queryId ?? '', fromPayload(succeeded?.response));
    } else if (!command.setPatchMarker) await this.#closed(command);
  }

  #signalled(command: coresdk.workflow_commands.ISignalExternalWorkflowExecution): void {
    const workflowId = command.workflowExecution?.workflowId ?? '';
    this.signals.push({
      workflowId,
      name: command.signalName ?? '',
      args: (command.args ?? []).map(fromPayload),
    });
    const failed = this.#unreachable.has(workflowId) ? { failure: { message: 'not found' } } : {};
    this.#jobs.push({ resolveSignalExternalWorkflow: { seq: command.seq ?? 0, ...failed } });
  }

  #childStarted(command: coresdk.workflow_commands.IStartChildWorkflowExecution): void {
    const { workflowId, workflowType, input, parentClosePolicy } = command;
    this.children.push({
      workflowId: workflowId ?? '',
      type: workflowType ?? '',
      input: fromPayload(input?.[0]),
      closePolicy: parentClosePolicy ?? 0,
    });
    this.#jobs.push({
      resolveChildWorkflowExecutionStart: {
        seq: command.seq ?? 0,
        succeeded: { runId: `${workflowId}-run-1` },
      },
    });
  }

  async #closed(command: Command): Promise<void> {
    if (command.continueAsNewWorkflowExecution) {
      if (this.#workflow) await this.#sandbox.dispose(this.#workflow);
      this.#timers.clear();
      this.#jobs = [];
      await this.#begin(fromPayload(command.continueAsNewWorkflowExecution.arguments?.[0]));
    } else if (command.completeWorkflowExecution) {
      this.ended = { how: 'completed', value: fromPayload(command.completeWorkflowExecution.result) };
    } else if (command.failWorkflowExecution) {
      this.ended = { how: 'failed', says: command.failWorkflowExecution.failure?.message ?? '' };
    } else if (command.cancelWorkflowExecution) this.ended = { how: 'cancelled' };
    else throw new Error(`the harness does not know the command ${JSON.stringify(command)}`);
  }
}
