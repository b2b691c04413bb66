import { monotonicFactory } from 'ulid';

const next = monotonicFactory();

/** A ULID: sorts by the time it was made, also within a millisecond of this process. */
export const newId = (): string => next();
