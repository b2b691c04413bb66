import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { RuleSetError } from '../../engine/index.js';
import { canonicalText } from '../../engine/load/written.js';
import { textOfFile } from '../../engine/load/text.js';

/** Folders under `rules/` that belong to the program or to the office, and are in no release. */
const notReleased = ['engine', 'schema', 'documents', 'intake', 'mail', 'workbench'];

const filePath = z
  .string()
  .max(160)
  .regex(/^(?:[\w][\w.-]*\/){0,4}[\w][\w.-]*\.(?:yaml|json)$/, 'a file such as securing/S02.yaml')
  .refine((path) => !notReleased.includes(path.split('/')[0] ?? ''), {
    error: `nothing of ${notReleased.join(', ')} is in a release`,
  });

/** A folder of rules as it was written: text by file. Pages, parameters, registers, texts and worked cases. */
export const packedRules = z.strictObject({
  form: z.literal(1),
  files: z
    .record(filePath, z.string().max(512_000))
    .refine((files) => Object.keys(files).length <= 2000, { error: 'at most 2000 files' }),
});
export type PackedRules = z.infer<typeof packedRules>;

/** Canonical JSON (RFC 8785): the same files have one text, and so one digest. */
export const packedText = (packed: PackedRules): string => canonicalText(packed);

/** @throws RuleSetError naming every file that is no text */
export function packFolder(dir: string): PackedRules {
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => filePath.safeParse(path).success)
    .sort();
  const read = paths.map((path) => ({ path, found: textOfFile(join(dir, path)) }));
  const faults = read.flatMap(({ path, found }) =>
    'faults' in found ? found.faults.map((fault) => ({ file: path, ...fault })) : [],
  );
  if (faults.length > 0) throw new RuleSetError(faults);
  const files = read.flatMap(({ path, found }) => ('text' in found ? [[path, found.text] as const] : []));
  return { form: 1, files: Object.fromEntries(files) };
}

/** Works on the folder as it was packed, and removes it afterwards. */
export async function unpacked<T>({ files }: PackedRules, work: (dir: string) => T | Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'rogatory-release-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
