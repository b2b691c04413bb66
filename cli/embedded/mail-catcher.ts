import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export type MailCatcher = { url: string; stop(): Promise<void> };

/**
 * The mail server of the training system, on loopback: it takes every mail and writes it to a folder as `.eml`, for the
 * owner of the folder only. Nothing goes further.
 */
export async function openMailCatcher(folder: string): Promise<MailCatcher> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let caught = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      buffer(stream).then(
        (mail) => {
          caught += 1;
          const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
          keep(join(folder, `${time}-${String(caught).padStart(5, '0')}.eml`), mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Written beside and renamed: a reader sees the whole mail or none. */
function keep(file: string, mail: Buffer): void {
  writeFileSync(`${file}.new`, mail, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
