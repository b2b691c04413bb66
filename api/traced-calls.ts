import { context, propagation, SpanKind } from '@opentelemetry/api';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';
import { inSpan } from '../config/telemetry/span.js';
import { traceHeader } from '../contracts/trace-header.js';

/** What a workflow is told belongs to the trace of the request that says it, and so does what the workflow then asks for. */
export const tracedCalls: WorkflowClientInterceptor = {
  startUpdate: (input, next) =>
    called(input.updateName, input.workflowExecution.workflowId, () =>
      next({ ...input, headers: { ...input.headers, ...traceNow() } }),
    ),
  startUpdateWithStart: (input, next) =>
    called(input.updateName, input.workflowStartOptions.workflowId, () =>
      next({
        ...input,
        workflowStartHeaders: { ...input.workflowStartHeaders, ...traceNow() },
        updateHeaders: { ...input.updateHeaders, ...traceNow() },
      }),
    ),
};

const called = <T>(update: string, workflowId: string | undefined, call: () => Promise<T>): Promise<T> =>
  inSpan(
    `update ${update}`,
    { kind: SpanKind.PRODUCER, attributes: { 'rogatory.workflow.id': workflowId ?? 'unknown' } },
    call,
  );

function traceNow(): Headers {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  const { traceparent } = carrier;
  return traceparent === undefined ? {} : { [traceHeader]: defaultPayloadConverter.toPayload(traceparent) };
}
