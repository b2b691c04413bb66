/** What was measured, beside what it should be; `met` is `null` where nothing is asked. */
export type Figure = { what: string; seen: string; target: string; met: boolean | null };

/** A figure that should be no more than its target. */
export const figure = (what: string, value: number, unit: string, atMost: number): Figure => ({
  what,
  seen: `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`,
  target: `at most ${atMost} ${unit}`,
  met: value <= atMost,
});

/** A figure of which nothing is asked. */
export const unasked = (what: string, seen: string): Figure => ({ what, seen, target: '', met: null });

/** Prints the table of figures. A speed that was not reached breaks no promise, and no exit code. */
export function show(figures: readonly Figure[]): void {
  console.log('');
  for (const { what, seen, target, met } of figures)
    console.log(`  ${what.padEnd(64)} ${seen.padStart(22)}   ${target.padEnd(18)} ${words(met)}`);
}

const words = (met: boolean | null): string => (met === null ? '' : met ? 'met' : 'NOT MET');
