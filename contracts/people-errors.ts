/** Codes about who somebody is and in whose name he or she acts; a part of the registry in `errors.ts`. */
export const peopleErrors = {
  SIGN_IN_FAILED: {
    status: 401,
    title: 'The sign-in was not completed',
    says: 'Begin again at /v1/session/login: {}.',
  },
  SUBJECT_UNKNOWN: {
    status: 403,
    title: 'Nobody here is known by this sign-in',
    says: 'Ask an administrator to link your account; a supervisor of your unit confirms it.',
  },
  IDENTITY_PROVIDER_SILENT: {
    status: 503,
    title: 'The identity provider does not answer',
    says: 'Try again in a minute; who is signed in already stays so.',
  },
  SECOND_FACTOR_NEEDED: {
    status: 403,
    title: 'This needs a second factor',
    says: 'Sign in again with your second factor: /v1/session/login?factor=second.',
  },
  OTHER_SITE: {
    status: 403,
    title: 'The request did not come from a page of this system',
    says: 'Open this system yourself and do it there.',
  },
  MACHINE_MAY_NOT: {
    status: 403,
    title: 'A machine does not do this',
    says: 'It is done by a person. This machine was registered for: {}.',
  },
  ACTING_FOR_REFUSED: {
    status: 403,
    title: 'You do not stand in for this person',
    says: 'A delegation is registered first, and holds between its dates: POST /v1/delegations.',
  },
  DELEGATION_REFUSED: {
    status: 422,
    title: 'This cannot be delegated so',
    says: 'It is refused because {}.',
  },
  ABSENCE_REFUSED: {
    status: 422,
    title: 'This is no absence',
    says: 'It is refused because {}.',
  },
  ENDED_BEFORE: {
    status: 409,
    title: 'It has ended already',
    says: 'Nothing is left to be done.',
  },
  ROTA_REFUSED: { status: 422, title: 'This does not go on the duty rota', says: '{}' },
  IDENTITY_TAKEN: {
    status: 409,
    title: 'This account is linked to somebody else',
    says: 'Name another account, or have the other link looked at.',
  },
  PERSON_CHANGE_SELF: {
    status: 403,
    title: 'Nobody gives power to himself or herself, or confirms a proposal of his or her own',
    says: 'Another person does it.',
  },
  PERSON_CHANGE_REFUSED: {
    status: 422,
    title: 'This change of a person cannot be made',
    says: 'It is refused because {}.',
  },
  OFFICE_CHANGE_REFUSED: {
    status: 422,
    title: 'This change of a unit or of a machine cannot be made',
    says: 'It is refused because {}.',
  },
  WORK_HELD: {
    status: 409,
    title: 'Work still lies with this person',
    says: 'Hand it over first: POST /v1/people/{personId}/hand-over. See `errors` for how much of what.',
  },
  HAND_OVER_UNFIT: {
    status: 422,
    title: 'Somebody else must take a part of it',
    says: 'See `errors`: each names what cannot go to this person, and why. Name `cases` to hand over a part.',
  },
} as const;
