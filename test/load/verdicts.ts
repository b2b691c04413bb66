/** A promise that a run held or broke, with what broke it. */
export type Promised = { sentence: string; broken: readonly string[]; counted: number };

export const promised = (sentence: string, counted: number, broken: readonly string[]): Promised => ({
  sentence,
  counted,
  broken,
});

/** Prints each promise with how often it was looked at; a broken one sets the exit code to 1. */
export function judge(promises: readonly Promised[]): void {
  for (const { sentence, counted, broken } of promises) {
    console.log(`  ${broken.length === 0 ? 'yes' : 'NO '}  ${sentence} (${counted})`);
    for (const what of broken.slice(0, 20)) console.log(`         ${what}`);
    if (broken.length > 0) process.exitCode = 1;
  }
}
