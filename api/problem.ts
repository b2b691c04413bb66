import { z } from 'zod';
import { errorCodes } from '../contracts/errors.js';
import type { ErrorCode, Fault, RogatoryError } from '../contracts/errors.js';

/** RFC 9457 body of every refusal. `type` is an address on this server that says what the code means. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    reference: z.string().optional().describe('Ask GET /v1/refusals/{reference} why and who can help.'),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

export const problemType = 'application/problem+json';

/** Public half of an error; nothing internal leaves. */
export function toProblem(error: RogatoryError): Problem {
  const { status, title } = errorCodes[error.code];
  return {
    type: `/problems/${error.code}`,
    title,
    status,
    detail: error.publicText,
    code: error.code,
    ...(error.faults.length > 0 ? { errors: [...error.faults] } : {}),
  };
}

/** JSON pointer (RFC 6901) of a path into what was sent. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** One fault per place; an unknown key is named where it stands, not at its parent. */
export function faultsOf(error: z.core.$ZodError): Fault[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          pointer: pointerOf([...issue.path, key]),
          detail: 'This field is not known here.',
        }))
      : [{ pointer: pointerOf(issue.path), detail: issue.message }],
  );
}

/** Codes that any endpoint may answer, whatever it does. */
const everywhere: readonly ErrorCode[] = [
  'NOT_SIGNED_IN',
  'ROLE_MAY_NOT',
  'NOT_FOUND',
  'REASON_MISSING',
  'PARAMETER_INVALID',
  'HEADERS_TOO_LARGE',
  'CASE_ERASED',
  'RECORD_DAMAGED',
  'KEYS_UNAVAILABLE',
  'RATE_LIMITED',
  'OVERLOADED',
  'INTERNAL',
];
/** Codes that any endpoint to which facts are told may answer besides. */
export const withFacts: readonly ErrorCode[] = [
  'FACT_UNKNOWN',
  'FACT_VALUE_INVALID',
  'FACT_IS_A_DECISION',
  'FACT_NOT_YOURS_TO_SET',
  'FACT_IS_DERIVED',
  'ITEM_UNKNOWN',
];
/** Codes that any endpoint with a body may answer. */
export const withBody: readonly ErrorCode[] = [
  'BODY_NOT_JSON',
  'BODY_INVALID',
  'BODY_TOO_LARGE',
  'BODY_TOO_DEEP',
  'BODY_TOO_MANY_VALUES',
  'REQUEST_TOO_SLOW',
  'MEDIA_TYPE_UNSUPPORTED',
  'IDEMPOTENCY_KEY_MISSING',
  'IDEMPOTENCY_KEY_REUSED',
  'IDEMPOTENCY_IN_PROGRESS',
];

/** Responses of an endpoint: what it answers when it works, and a problem for every code it may refuse with. */
export function answers<Good extends Record<number, unknown>>(good: Good, ...codes: ErrorCode[]): Good {
  const byStatus = new Map<number, Set<ErrorCode>>();
  for (const code of [...everywhere, ...codes]) {
    const status = errorCodes[code].status;
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  const problems = Object.fromEntries([...byStatus].map(([status, set]) => [status, refusal([...set])]));
  return { ...problems, ...good };
}

const refusal = (codes: readonly ErrorCode[]) => ({
  description: codes.map((code) => `\`${code}\`: ${errorCodes[code].title}.`).join(' '),
  content: { [problemType]: { schema: problemSchema } },
});
