import { propagation, ROOT_CONTEXT, SpanKind, type Context } from '@opentelemetry/api';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { inSpan } from '../config/telemetry/span.js';
import { traceHeader } from '../contracts/trace-header.js';

/** An activity belongs to the trace of the request that led to it; one that a timer led to begins a trace. */
export const tracedActivities: ActivityInterceptorsFactory = ({ info }) => {
  const attributes = {
    'rogatory.activity': info.activityType,
    'rogatory.activity.attempt': info.attempt,
    'rogatory.workflow.id': info.workflowExecution?.workflowId ?? 'none',
    'rogatory.run.id': info.workflowExecution?.runId ?? 'none',
  };
  return {
    inbound: {
      execute: ({ headers, args }, next) =>
        inSpan(
          `activity ${info.activityType}`,
          { kind: SpanKind.CONSUMER, attributes, within: causeIn(headers) },
          () => next({ headers, args }),
        ),
    },
  };
};

/** Whoever reaches the engine may write the header: what is no `traceparent` is no cause. */
function causeIn(headers: Headers): Context {
  const payload = headers[traceHeader];
  const traceparent: unknown = payload && defaultPayloadConverter.fromPayload(payload);
  return typeof traceparent === 'string' ? propagation.extract(ROOT_CONTEXT, { traceparent }) : ROOT_CONTEXT;
}
