const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl-C may arrive more than once, from the terminal and passed on by a parent: that is one wish. */
const sameWishMs = 1_500;

/**
 * Aborted when this process is asked to stop. Asked again later, it ends at once: what it started stays behind and is
 * picked up by the next start.
 */
export function stopSignal(print: (line: string) => void): AbortSignal {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const asked = () => {
    if (firstAt === undefined) {
      firstAt = Date.now();
      print('\nStopping ... (Ctrl-C again ends at once)');
      controller.abort();
    } else if (Date.now() - firstAt > sameWishMs) {
      process.exit(130);
    }
  };
  for (const signal of stopSignals) process.on(signal, asked);
  return controller.signal;
}

/** Resolves when the signal is aborted, at once when it is already. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
