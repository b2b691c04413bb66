/** An instant so many seconds later. */
export const laterBy = (at: string, seconds: number): string =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();
