import { defaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import type { coresdk } from '@temporalio/proto';
import { fromPayload, toPayload } from './payloads.js';

/** How an update went so far: refused by the validator, not answered yet, answered, or failed in its handler. */
export type Answer =
  | { kind: 'refused'; type: string; says: string }
  | { kind: 'pending' }
  | { kind: 'answered'; value: unknown }
  | { kind: 'failed'; says: string };

/** Updates that were sent to a run, and what came back. */
export class UpdateLog {
  #answers = new Map<string, Answer>();
  #accepted = new Set<string>();

  send(name: string, input: object): { id: string; job: coresdk.workflow_activation.IWorkflowActivationJob } {
    const id = `update-${this.#answers.size + 1}`;
    this.#answers.set(id, { kind: 'pending' });
    const meta = { updateId: id };
    return {
      id,
      job: {
        doUpdate: { id, protocolInstanceId: id, name, input: [toPayload(input)], meta, runValidator: true },
      },
    };
  }

  answerOf(id: string): Answer {
    return this.#answers.get(id) ?? { kind: 'pending' };
  }

  note({
    protocolInstanceId,
    accepted,
    completed,
    rejected,
  }: coresdk.workflow_commands.IUpdateResponse): void {
    const id = protocolInstanceId ?? '';
    if (accepted) this.#accepted.add(id);
    if (completed) this.#answers.set(id, { kind: 'answered', value: fromPayload(completed) });
    if (!rejected) return;
    const says = defaultFailureConverter.failureToError(rejected, defaultPayloadConverter).message;
    const type = rejected.applicationFailureInfo?.type ?? '';
    this.#answers.set(
      id,
      this.#accepted.has(id) ? { kind: 'failed', says } : { kind: 'refused', type, says },
    );
  }
}
