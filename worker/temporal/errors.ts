export type TemporalErrorCode =
  'TEMPORAL_NOT_FOUND' | 'TEMPORAL_UNREACHABLE' | 'TEMPORAL_DID_NOT_START' | 'TEMPORAL_BUILD_FAILED';

/** Why there is no Temporal server, with what a person can do about it. */
export class TemporalError extends Error {
  readonly code: TemporalErrorCode;

  constructor(code: TemporalErrorCode, says: string, options: { cause?: unknown } = {}) {
    super(`${code}  ${says}`, options);
    this.name = 'TemporalError';
    this.code = code;
  }
}

/** The five ways, in the order in which they are tried. */
export const fiveWays: readonly string[] = [
  'set TEMPORAL_ADDRESS to a server that runs',
  'put the `temporal` command line tool, 1.9 or later, on PATH',
  'put a built server into the cache folder, as temporal/server (ROGATORY_CACHE_DIR moves the folder)',
  "let this machine reach temporal.download, where the SDK's own download comes from",
  'install Go 1.26.8 or later and start again; the server is built once, in about five minutes',
];

export function temporalNotFound(tried: readonly string[]): TemporalError {
  const ways = fiveWays.map((way, index) => `  (${index + 1}) ${way}`).join('\n');
  const seen = tried.map((line) => `  - ${line}`).join('\n');
  return new TemporalError(
    'TEMPORAL_NOT_FOUND',
    `No Temporal server. Any one of these helps:\n${ways}\nWhat was tried:\n${seen}`,
  );
}
