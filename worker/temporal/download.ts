import { connect } from 'node:net';
import { mkdirSync } from 'node:fs';
import { cacheFolder, programInCache, type Found } from './cache.js';
import { downloadedCli } from './versions.js';

/**
 * The SDK's own download of the command line tool, into the cache; the tool is then started like one on PATH, so that it
 * has a process of its own that is stopped and found again. Without a way out it fails at once.
 */
export async function download(cacheDir: string, progress: (line: string) => void): Promise<Found> {
  if (!(await downloadReachable())) {
    return { program: undefined, why: 'temporal.download cannot be reached from here' };
  }
  progress('Downloading the Temporal command line tool (once) ...');
  const downloadDir = cacheFolder(cacheDir);
  mkdirSync(downloadDir, { recursive: true });
  try {
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    const environment = await TestWorkflowEnvironment.createLocal({
      server: { executable: { type: 'cached-download', version: downloadedCli, downloadDir, ttl: '3650d' } },
    });
    await environment.teardown();
    return await programInCache(cacheDir);
  } catch (error) {
    return { program: undefined, why: `the SDK's own download: ${firstLine(error)}` };
  }
}

/** Whether the place of the download takes a connection from here. */
export async function downloadReachable(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: 'temporal.download', port: 443, timeout: 4_000 });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('timeout', () => done(false));
    socket.once('error', () => done(false));
  });
}

const firstLine = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'failed';
