import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkpointFile, readCheckpointFile } from '../activities/audit/checkpoint-file.js';
import {
  checkpointsAfter,
  checkTimeStamps,
  newSigningKey,
  readCertificates,
  readSigner,
  shown,
  timeStamps,
  TimeStampError,
  verifyAudit,
  verifyExport,
  type ExportVerdict,
  type KeptStamp,
  type StampVerdict,
  type Verdict,
} from '../store/index.js';
import type { KeptCheckpoint } from '../contracts/audit-record.js';
import { openRecord, type OpenRecord } from './audit-record.js';
import { InputError, linesFrom, placeOf } from './input.js';

export type VerifyOptions = { checkpoints?: string; key?: readonly string[]; tsaCertificate?: string };

/**
 * `rogatory audit verify`: checks an export, or the record where it stands, against itself and against what was signed.
 * Status 1 when anything does not fit; each line of the answer names what, and where.
 */
export async function verifyRecord(file: string | undefined, options: VerifyOptions): Promise<void> {
  const trusted = certificatesIn(options.tsaCertificate);
  const sources = await copyIn(options.checkpoints);
  const expected = { sources, keys: options.key ?? [] };
  const copies = {
    checkpoints: sources.flatMap((one) => one.checkpoints),
    stamps: sources.flatMap((one) => one.stamps),
  };
  const verdict = async (name: string, own: Verdict & Stamps): Promise<void> => {
    report(name, own);
    const checkpoints = [...own.checkpointsHere, ...copies.checkpoints];
    reportStamps(
      await checkTimeStamps(checkpoints, [...own.stamps, ...copies.stamps], trusted),
      trusted.length > 0,
    );
  };
  if (file !== undefined) return verdict(file, stamped(await verifyExport(linesOf(file), expected)));
  const record = await openRecord();
  try {
    if (!record.read)
      return await verdict(record.name, stamped(await verifyExport(record.lines(), expected)));
    const [checkpointsHere, stamps] = [await checkpointsAfter(record.read, 0), await timeStamps(record.read)];
    await verdict(record.name, { ...(await verifyAudit(record.read, expected)), checkpointsHere, stamps });
  } finally {
    await record.close();
  }
}

type Stamps = {
  selection?: boolean;
  checkpointsHere: readonly KeptCheckpoint[];
  stamps: readonly KeptStamp[];
};

const stamped = (verdict: ExportVerdict) => ({ ...verdict, stamps: verdict.stamps.map(decoded) });

const decoded = ({ size, token }: { size: number; token: string }): KeptStamp => ({
  size,
  token: Buffer.from(token, 'base64'),
});

function certificatesIn(file: string | undefined): ReturnType<typeof readCertificates> | [] {
  if (file === undefined) return [];
  try {
    return readCertificates(readFileSync(placeOf(file), 'utf8'));
  } catch (error) {
    const says = error instanceof TimeStampError || !(error instanceof Error) ? String(error) : error.message;
    throw new InputError([`NO_CERTIFICATE  ${file}: ${says}`]);
  }
}

function reportStamps({ stamps, newest, findings }: StampVerdict, trusted: boolean): void {
  for (const { where, what, says } of findings) say(where, what, says);
  if (newest === null) return void (stamps > 0 || console.log('  No root is time-stamped.'));
  console.log(`  time-stamped up to ${newest.size} on ${newest.at} by ${shown(newest.by)}`);
  if (!trusted)
    console.log(
      '  Name the certificate that you trust (--tsa-certificate): anybody can make one of that name.',
    );
}

async function copyIn(dir: string | undefined) {
  if (dir === undefined) return [];
  const name = join(dir, checkpointFile);
  const { checkpoints, stamps, unreadable } = await readCheckpointFile(placeOf(name));
  if (checkpoints.length + unreadable.length === 0)
    throw new InputError([`NO_CHECKPOINTS  ${name}: there is nothing of the kind.`]);
  for (const line of unreadable) say(`${name} line ${line}`, 'UNREADABLE', 'it is no checkpoint');
  return [{ name, checkpoints, stamps: stamps.map(decoded) }];
}

const linesOf = (file: string): AsyncIterable<string> =>
  createInterface({ input: linesFrom(file), crlfDelay: Infinity });

function report(name: string, verdict: Verdict & { selection?: boolean }): void {
  const { entries, checkpoints, keys, findings, root, selection } = verdict;
  for (const { where, what, says } of findings) say(where, what, says);
  const fits = process.exitCode !== 1;
  console.log(`${name}  ${fits ? 'fits' : 'does NOT fit'}: ${entries} entries, ${checkpoints} signed roots`);
  if (selection)
    console.log('  A selection: every entry fits its hash; that none is missing cannot be told from it.');
  else console.log(`  root ${root}`);
  for (const key of keys) console.log(`  signed with ${key}`);
  if (checkpoints === 0 && !selection)
    console.log('  No root was signed: whoever may write to the record can have written all of it.');
}

/** One thing that does not fit; what others wrote is shown so that it cannot pass for a line of ours. */
function say(where: string, what: string, says: string): void {
  console.log(`  ${what}  ${shown(where)}: ${shown(says)}`);
  process.exitCode = 1;
}

/** `rogatory audit export`: the record as JSON lines, or as CSV to look at, into a file or to standard output. */
export async function exportRecord({ out, csv }: { out?: string; csv: boolean }): Promise<void> {
  await withRecord(async (record) => {
    const target =
      out === undefined ? process.stdout : createWriteStream(placeOf(out), { flags: 'wx', mode: 0o600 });
    await pipeline(Readable.from(csv ? record.csv() : linesEnded(record.lines())), target, {
      end: out !== undefined,
    });
  });
}

async function* linesEnded(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** `rogatory audit checkpoint`: the newest signed root, to keep elsewhere and hold this system to. */
export async function printCheckpoint(): Promise<void> {
  await withRecord(async (record) => {
    const kept = await record.checkpoint();
    if (kept === null) throw new InputError(['NO_CHECKPOINT  Nothing was signed yet; it is every hour.']);
    console.log(kept.note);
    for (const key of kept.keys) console.log(`# ${key}`);
  });
}

/** `rogatory audit key`: a new key that signs the record, for AUDIT_SIGNING_KEY_FILE; its public half goes to stderr. */
export function printKey(name: string): void {
  if (!/^[^\s+]{1,100}$/u.test(name)) throw new InputError(['USAGE  A name without blanks and plus signs.']);
  const key = newSigningKey(name);
  console.log(key);
  console.error(`public: ${readSigner(key).text}`);
}

async function withRecord(work: (record: OpenRecord) => Promise<void>): Promise<void> {
  const record = await openRecord();
  try {
    await work(record);
  } finally {
    await record.close();
  }
}
