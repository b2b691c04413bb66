import { eventErrors } from './event-errors.js';
import { approvalErrors } from './approval-errors.js';
import { clockErrors } from './clock-errors.js';
import { evidenceErrors } from './evidence-errors.js';
import { peopleErrors } from './people-errors.js';
import { releaseErrors } from './release-errors.js';
import { requestErrors } from './request-errors.js';

/**
 * The one registry of error codes. `says` is public text: what the person can do. `status` is the HTTP status on the API.
 * `{}` in `says` is filled by the thrower with the place or the value.
 */
export const errorCodes = {
  ...approvalErrors,
  ...clockErrors,
  ...requestErrors,
  ...evidenceErrors,
  ...peopleErrors,
  ...eventErrors,
  ...releaseErrors,
  NOT_SIGNED_IN: {
    status: 401,
    title: 'Nobody is signed in',
    says: 'Send a bearer token that is still valid.',
  },
  ROLE_MAY_NOT: { status: 403, title: 'Your role may not do this', says: 'This needs {}.' },
  NOT_FOUND: {
    status: 404,
    title: 'There is no such thing, or you may not see it',
    says: 'Check the id, or ask the owner of the case for access.',
  },
  REASON_MISSING: {
    status: 428,
    title: 'This material opens only to who says why',
    says: 'It is marked {}. Send a header Access-Reason with your reason in words of your own, percent-encoded UTF-8, 10 to 500 characters.',
  },
  ROUTE_NOT_FOUND: { status: 404, title: 'There is no such address', says: 'See /docs for what exists.' },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'This address does not take that method',
    says: 'See /docs for what exists.',
  },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    title: 'Idempotency-Key is missing',
    says: 'Send a header Idempotency-Key of your own, 8 to 128 characters, so that a repeated request does nothing twice.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'The key was used for another request',
    says: 'Take a new Idempotency-Key for a new request.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    status: 409,
    title: 'The same request is being worked on',
    says: 'Wait a moment and send it again with the same key.',
  },
  IF_MATCH_MISSING: {
    status: 428,
    title: 'If-Match is missing',
    says: 'Read the thing first and send its ETag as If-Match.',
  },
  VERSION_STALE: {
    status: 412,
    title: 'It changed after you read it',
    says: 'Read it again (it is now at {}) and decide again.',
  },
  CURSOR_INVALID: {
    status: 422,
    title: 'The cursor is not one of ours',
    says: 'Start again without a cursor.',
  },
  AUDIT_SIZE_UNKNOWN: {
    status: 422,
    title: 'The record has no such size',
    says: 'It holds {} entries: name places from 1 up to that, the smaller one first.',
  },
  EMERGENCY_UNTOLD: {
    status: 422,
    title: 'The emergency is not told in full',
    says: 'Say what is named in `errors` and send it again; nothing was kept of this one.',
  },
  FACT_UNKNOWN: { status: 422, title: 'There is no such fact', says: '{}' },
  FACT_VALUE_INVALID: { status: 422, title: 'The value does not fit the fact', says: '{}' },
  IDENTIFIER_READING_DIFFERS: {
    status: 422,
    title: 'The second reading differs from what is on file',
    says: 'Look at the source once more. See `errors` for where they differ.',
  },
  IDENTIFIER_READING_SELF: {
    status: 403,
    title: 'You typed this yourself',
    says: 'Another person reads it, or you type it again: send `identifiers`.',
  },
  FACT_IS_A_DECISION: {
    status: 403,
    title: 'This fact is a decision of a person',
    says: 'It comes into being by recording the decision: POST /v1/cases/{id}/decisions.',
  },
  FACT_NOT_YOURS_TO_SET: { status: 403, title: 'Your role does not set this fact', says: '{}' },
  FACT_IS_DERIVED: { status: 422, title: 'This fact is computed', says: '{}' },
  ITEM_UNKNOWN: { status: 422, title: 'The case has no such item', says: '{}' },
  DECISION_KIND_UNKNOWN: { status: 422, title: 'There is no such kind of decision', says: '{}' },
  DECISION_SELF: {
    status: 403,
    title: 'Nobody decides on his or her own case facts',
    says: 'A decision that lifts a gate is recorded by {}.',
  },
  DECISION_SECOND_SAME: {
    status: 403,
    title: 'The second person must be another person',
    says: 'Ask another person with one of these roles: {}.',
  },
  OVERRIDE_UNKNOWN: {
    status: 422,
    title: 'There is no such page of the rules',
    says: '{} See GET /v1/rules.',
  },
  OVERRIDE_OF_LAW: {
    status: 422,
    title: 'Law is not overridden',
    says: 'Only the facts can be corrected. {}',
  },
  OVERRIDE_OF_REGISTER: {
    status: 422,
    title: 'What a third party says is not overridden',
    says: 'Correct the register instead. {}',
  },
  OVERRIDE_EXPIRY: {
    status: 422,
    title: 'An override ends on a day',
    says: 'Name a last day from today on, and not after {}.',
  },
  DETERMINATION_REFUSED: { status: 422, title: 'These facts do not allow a determination', says: '{}' },
  PLAN_NOTHING_CHOSEN: {
    status: 422,
    title: 'The plan is empty',
    says: 'Choose at least one lot of the determination.',
  },
  PLAN_STALE: {
    status: 409,
    title: 'Another plan took its place',
    says: 'Read the running plan and compare again.',
  },
  PLAN_STATE: { status: 409, title: 'The plan is not in a state for this', says: '{}' },
  ADOPTION_NEEDS_SUPERVISOR: {
    status: 403,
    title: 'A supervisor adopts this plan',
    says: 'Something was approved or sent already; ask a supervisor to adopt.',
  },
  TICKET_INVALID: { status: 409, title: 'The decision was not counted', says: '{}' },
  ROUTE_STATE: { status: 409, title: 'The route does not stand where this is possible', says: '{}' },
  REPLY_ITEMS: {
    status: 422,
    title: 'The answer does not say what came of every item',
    says: '{} Name each item under `came` when all of it is in, or under `missing` with what it lacks.',
  },
  PROPOSAL_STALE: {
    status: 409,
    title: 'The proposal is no longer what you read',
    says: 'It was decided on, or more was observed. Read the proposals again and decide on what stands there now.',
  },
  GAPS_STAND: {
    status: 409,
    title: 'Something that was asked for is still missing',
    says: 'Close each gap first, with its reason: {}. POST /v1/gaps/{id}/end does it.',
  },
  DISPATCH_IN_FUTURE: {
    status: 422,
    title: 'It cannot have been sent yet',
    says: 'Give the time at which it was really sent.',
  },
  CASE_ERASED: {
    status: 410,
    title: 'The case was erased',
    says: 'What it held can be read by nobody any more. GET /v1/cases/{id}/erasure shows who decided it, and what is left.',
  },
  ERASURE_REFUSED: { status: 409, title: 'The case is still kept', says: '{}' },
  RECORD_DAMAGED: {
    status: 500,
    title: 'A stored record was changed outside the system',
    says: 'It is not shown, because nobody can vouch for it. Tell the administrator at once; a copy may still be whole.',
  },
  KEYS_UNAVAILABLE: {
    status: 503,
    title: 'The key ring does not have the key for this',
    says: 'Nothing is lost. Tell the administrator that the key ring of this machine has to be put back.',
  },
  ENGINE_UNREACHABLE: {
    status: 503,
    title: 'The workflow engine does not answer',
    says: 'Your entry is kept and will be delivered; look at the route again in a minute.',
  },
  CASE_TOO_LARGE: {
    status: 422,
    title: 'The case has too many items',
    says: 'At most {} items are read in one determination.',
  },
  INTERNAL: {
    status: 500,
    title: 'Something went wrong on our side',
    says: 'Nothing was half written. Give this number to the administrator: {}.',
  },
} as const satisfies Record<string, { status: number; title: string; says: string }>;

export type ErrorCode = keyof typeof errorCodes;

/** Place of a fault in what was sent: JSON pointer, and what is allowed there. */
export type Fault = { pointer: string; detail: string };

/**
 * The only error that reaches a person. `about` fills `{}` of the public text; `internal` is for the log alone.
 */
export class RogatoryError extends Error {
  readonly code: ErrorCode;
  readonly publicText: string;
  readonly faults: readonly Fault[];
  readonly internal: string | undefined;

  constructor(
    code: ErrorCode,
    options: { about?: string; faults?: readonly Fault[]; internal?: string; cause?: unknown } = {},
  ) {
    const text = errorCodes[code].says.replace('{}', options.about ?? '');
    super(`${code}: ${text}`, { cause: options.cause });
    this.name = 'RogatoryError';
    this.code = code;
    this.publicText = text;
    this.faults = options.faults ?? [];
    this.internal = options.internal;
  }
}
