/** Workflow time is the time of the engine; it is only ever compared with instants that an activity computed. */
export const nowInstant = (): string => new Date(Date.now()).toISOString();

export const isDue = (instant: string): boolean => Date.parse(instant) <= Date.now();

export const isLater = (instant: string, than: string): boolean => Date.parse(instant) > Date.parse(than);

/** The first of several instants; null when there is none. */
export function earliest(instants: readonly (string | null)[]): string | null {
  return instants.reduce(
    (first, at) => (at !== null && (first === null || isLater(first, at)) ? at : first),
    null,
  );
}

/** Milliseconds from now, at least one: a timer of zero would fire before its task ends. */
export const untilInstant = (instant: string): number => Math.max(1, Date.parse(instant) - Date.now());
