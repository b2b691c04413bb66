import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { settingsOfProcess } from '../config/env.js';
import { InputError } from './input.js';

/**
 * Mails that the training system caught, the newest first: one line each, or one whole.
 * @param number of the line to show, from 1; without it all lines
 * @throws InputError for a number that no line has
 */
export async function mail(number: string | undefined): Promise<void> {
  const folder = join(settingsOfProcess().place.dataDir, 'mail');
  const files = mailsIn(folder);
  if (number === undefined) {
    for (const [index, file] of files.entries()) {
      const { date, to, subject } = await read(join(folder, file));
      console.log(`${String(index + 1).padStart(4)}  ${date ?? ''}  ${to}  ${subject ?? ''}`);
    }
    if (files.length === 0) console.log(`No mail was caught in ${folder}.`);
    return;
  }
  const file = files[Number(number) - 1];
  if (file === undefined)
    throw new InputError([`MAIL_UNKNOWN  ${files.length} mails were caught; none has the number ${number}.`]);
  const { to, subject, text } = await read(join(folder, file));
  console.log(`To: ${to}\nSubject: ${subject ?? ''}\n\n${text ?? ''}`);
}

function mailsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .sort()
      .reverse();
  } catch {
    return [];
  }
}

async function read(path: string) {
  const { date, subject, text, to } = await PostalMime.parse(readFileSync(path));
  const addresses = (to ?? []).flatMap((one) => ('address' in one && one.address ? [one.address] : []));
  return { date, subject, text, to: addresses.join(', ') };
}
