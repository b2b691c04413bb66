import { readFileSync } from 'node:fs';
import { loadRuleSet, verifyCertificate, type Verification } from '../rules/engine/index.js';
import { InputError, parseJson, placeOf, readJson } from './input.js';
import { rulesDir } from './rules-at-hand.js';
import { programVersion } from './version.js';

/**
 * `rogatory verify FILE [--rule-set FILE] [--digest HEX]`: checks a certificate offline. The rule set of that day is the one
 * in the certificate, else the one of the file, else this installation's where it is the same. Status 1 when something
 * differs, and when the rule set is not at hand.
 */
export async function verify(file: string, given: { ruleSet?: string; digest?: string }): Promise<void> {
  const json = parseJson(textOf(file), file);
  const content = given.ruleSet === undefined ? undefined : readJson(given.ruleSet);
  const verification = await verifyCertificate(json, {
    version: programVersion(),
    ruleSetContent: (digest) => content ?? ownContent(digest),
    ...(given.digest === undefined ? {} : { traceDigest: given.digest }),
  });
  for (const line of linesOf(file, verification)) console.log(line);
  if (verification.verdict !== 'valid') process.exitCode = 1;
}

function ownContent(digest: string): unknown {
  const own = loadRuleSet(rulesDir);
  return own.digest === digest ? JSON.parse(own.content) : undefined;
}

/** A byte that is no UTF-8 is named before anything is made of it. */
function textOf(file: string): string {
  const bytes = readBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const good = Buffer.from(bytes.toString('utf8'));
    const at = bytes.findIndex((byte, index) => byte !== good[index]);
    throw new InputError([`NOT_TEXT  ${file}: the byte at ${at} is no UTF-8.`]);
  }
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(placeOf(file));
  } catch (error) {
    throw new InputError([
      `FILE_UNREADABLE  ${file}: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
}

const words: Record<Verification['verdict'], string> = {
  valid: 'valid: every part is as it was certified, and computed again it comes out the same',
  differs: 'NOT valid',
  incomplete: 'incomplete: the rule set of that day is not at hand',
};

const linesOf = (file: string, { verdict, findings, notes }: Verification): string[] => [
  `${file}  ${words[verdict]}`,
  ...findings.map(({ part, what, says }) => `  ${what} ${says}  [${part}]`),
  ...notes.map((note) => `  ${note}`),
];
