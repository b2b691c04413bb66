import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What other programs on this machine read to talk to the running system: `.data/run.json`, mode 0600. */
const runFile = z.strictObject({
  address: z.url(),
  docs: z.url(),
  signIn: z.url(),
  pid: z.int().positive(),
  mode: z.literal('embedded'),
  tokens: z.array(
    z.strictObject({ person: z.string(), id: z.string(), roles: z.array(z.string()), token: z.string() }),
  ),
});
export type RunFile = z.infer<typeof runFile>;

const place = (dataDir: string): string => join(dataDir, 'run.json');

/** Written beside and renamed: a reader sees the whole file or none. */
export function writeRunFile(dataDir: string, run: RunFile): void {
  const draft = `${place(dataDir)}.new`;
  writeFileSync(draft, JSON.stringify(run, null, 2), { mode: 0o600 });
  renameSync(draft, place(dataDir));
}

export function readRunFile(dataDir: string): RunFile | undefined {
  try {
    return runFile.safeParse(JSON.parse(readFileSync(place(dataDir), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

export const removeRunFile = (dataDir: string): void => rmSync(place(dataDir), { force: true });
