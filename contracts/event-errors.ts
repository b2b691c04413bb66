/** Codes about who is told of events; a part of the registry in `errors.ts`. */
export const eventErrors = {
  WEBHOOK_ADDRESS_REFUSED: {
    status: 422,
    title: 'Events are not sent to this address',
    says: 'Give an https:// address that this installation may reach: {}.',
  },
  WEBHOOK_TOO_MANY: {
    status: 409,
    title: 'The unit has as many web-hooks as it may have',
    says: 'End one of the {} first: GET /v1/webhooks lists them.',
  },
  WEBHOOK_OVER: {
    status: 409,
    title: 'The web-hook was ended before',
    says: 'Register a new one: POST /v1/webhooks.',
  },
  EVENT_NOT_YET: {
    status: 422,
    title: 'There is no such event yet',
    says: 'Name an event that was sent: the newest is {}.',
  },
} as const;
