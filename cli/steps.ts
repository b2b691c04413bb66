/** Says what is being done and how long it took; times are whole process time, in seconds. */
export type Steps = {
  /** Runs one step, prints its line when it is done. `say` makes the words of the result. */
  step<T>(name: string, work: () => Promise<T>, say: (result: T) => string): Promise<T>;
  progress(line: string): void;
  total(): string;
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

export function createSteps(print: (line: string) => void): Steps {
  const began = performance.now();
  return {
    async step(name, work, say) {
      const from = performance.now();
      const result = await work();
      print(`  ${seconds(performance.now() - from).padStart(7)}  ${name.padEnd(10)} ${say(result)}`);
      return result;
    },
    progress: (line) => print(`           ${line}`),
    total: () => seconds(performance.now() - began),
  };
}

/** Waits for all, also when one fails, so that what the others started is known; then throws the first failure. */
export async function allSettledOrThrow<T extends readonly unknown[]>(work: {
  readonly [K in keyof T]: Promise<T[K]>;
}): Promise<T> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** What was started, to be stopped in the opposite order. */
export type Stops = { add(name: string, stop: () => Promise<void> | void): void; run(): Promise<void> };

/** A thing that does not stop within `withinMs` is left behind and named: the rest is still stopped. */
export function createStops(print: (line: string) => void, withinMs: number): Stops {
  const stops: { name: string; stop: () => Promise<void> | void }[] = [];
  return {
    add: (name, stop) => void stops.push({ name, stop }),
    async run() {
      for (let next = stops.pop(); next !== undefined; next = stops.pop()) {
        const { name, stop } = next;
        await inTime(Promise.resolve().then(stop), withinMs).catch((error: unknown) => {
          print(`  ${name} did not stop cleanly: ${error instanceof Error ? error.message : String(error)}`);
        });
      }
    },
  };
}

async function inTime(work: Promise<void>, withinMs: number): Promise<void> {
  const { promise, reject } = deferred();
  const timer = setTimeout(() => reject(new Error(`not within ${seconds(withinMs)}`)), withinMs);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function deferred(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}
