import type { Headers, WorkflowInterceptors } from '@temporalio/workflow';
import { traceHeader } from '../contracts/trace-header.js';

type Heard = { readonly headers: Headers };

/**
 * Passes the trace of the message that set a run in motion on to the activities, children and signals that follow from it.
 * A timer that fires ends it: what happens then is nobody's request.
 *
 * It adds a header to commands, no command and no wait: histories that were written without it replay.
 */
export function interceptors(): WorkflowInterceptors {
  let cause: Headers = {};
  const hear = ({ headers }: Heard): void => {
    const trace = headers[traceHeader];
    cause = trace === undefined ? {} : { [traceHeader]: trace };
  };
  const passOn = <Input extends Heard>(input: Input): Input => ({
    ...input,
    headers: { ...input.headers, ...cause },
  });
  return {
    inbound: [
      {
        execute: (input, next) => (hear(input), next(input)),
        handleUpdate: (input, next) => (hear(input), next(input)),
        handleSignal: (input, next) => (hear(input), next(input)),
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => next(passOn(input)),
        startChildWorkflowExecution: (input, next) => next(passOn(input)),
        signalWorkflow: (input, next) => next(passOn(input)),
        startTimer(input, next) {
          const fired = next(input);
          const forget = () => void (cause = {});
          fired.then(forget, () => undefined);
          return fired;
        },
      },
    ],
  };
}
