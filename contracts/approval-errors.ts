/** Codes about signing, returning and rejecting a request; a part of the registry in `errors.ts`. */
export const approvalErrors = {
  APPROVAL_SELF_DECISION: {
    status: 403,
    title: 'You drafted this request',
    says: 'Somebody else has to sign it.',
  },
  CONFLICT_OF_INTEREST: {
    status: 403,
    title: 'You have a conflict of interest in this case',
    says: 'Somebody else has to sign it; ask your supervisor who.',
  },
  SUCCESSOR_UNFIT: {
    status: 422,
    title: 'This person cannot take the case over',
    says: 'Name an active officer of the unit who has no conflict in the case.',
  },
  APPROVAL_ROLE: { status: 403, title: 'Your role does not sign this step', says: 'It is signed by: {}.' },
  APPROVAL_TWICE: {
    status: 409,
    title: 'You signed this request already',
    says: "Each signature is another person's.",
  },
  APPROVAL_STEP_CLOSED: { status: 409, title: 'The step is closed', says: 'Read the request again: {}.' },
  APPROVAL_DIGEST_STALE: {
    status: 409,
    title: 'The document changed after you opened it',
    says: 'Read version {} and decide again.',
  },
  APPROVAL_REASON_MISSING: {
    status: 422,
    title: 'A reason in your own words is missing',
    says: 'Say why you return or reject it.',
  },
  APPROVAL_COMMENT_PARAGRAPH: {
    status: 422,
    title: 'The document has no such paragraph',
    says: 'It has no paragraph {}. Read its paragraphs and name one of them.',
  },
  APPROVAL_PHONE_EMERGENCY: {
    status: 409,
    title: 'Only an emergency is approved by phone',
    says: 'Sign in and decide on it there.',
  },
  APPROVAL_PHONE_CODE: {
    status: 403,
    title: 'The code does not count',
    says: 'It is wrong, used, expired or locked, or was given for another document. Ask the signer for a new one.',
  },
} as const;
