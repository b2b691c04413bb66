/** Refusals about periods that are to stand still or go on. */
export const clockErrors = {
  CLOCK_OF_LAW: {
    status: 409,
    title: 'This period does not stand still',
    says: 'It is not the office’s own ({}): it runs on whatever the office does. Only a period of the office can be paused.',
  },
  CLOCK_NOT_RUNNING: {
    status: 409,
    title: 'The clock does not run',
    says: 'It has ended, was stopped or stands still already. Read the clocks of the case.',
  },
  CLOCK_NOT_PAUSED: {
    status: 409,
    title: 'The clock does not stand still',
    says: 'Only a period that a person paused, and that has not gone on since, can be resumed. Read the clocks of the case.',
  },
  CLOCK_PAUSE_REFUSED: { status: 422, title: 'It cannot stand still like that', says: '{}' },
} as const satisfies Record<string, { status: number; title: string; says: string }>;
