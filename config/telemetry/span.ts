import {
  context,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
  type SpanKind,
  type Tracer,
} from '@opentelemetry/api';

/** What makes spans in this process; makes none where no collector is configured. */
export const tracer = (): Tracer => trace.getTracer('rogatory');

export type SpanShape = {
  kind: SpanKind;
  /** Names, ids and codes of ours; never what a person wrote. */
  attributes: Attributes;
  /** What it belongs to; what runs around it unless said. */
  within?: Context;
};

/** Runs `work` as a span: what it starts belongs to it, and what it throws is told by its code. */
export function inSpan<T>(name: string, shape: SpanShape, work: () => Promise<T>): Promise<T> {
  const { within = context.active(), ...options } = shape;
  return tracer().startActiveSpan(name, options, within, async (span) => {
    try {
      return await work();
    } catch (error) {
      markFailed(span, codeOf(error));
      throw error;
    } finally {
      span.end();
    }
  });
}

export function markFailed(span: Span, code: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', code);
}

/** Of an error its code or kind: what it says may be about a person. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const named = [
    'code' in error ? error.code : undefined,
    'type' in error ? error.type : undefined,
    error.name,
  ];
  return named.filter((word) => typeof word === 'string').find((word) => /^\w{2,60}$/.test(word)) ?? 'Error';
}
