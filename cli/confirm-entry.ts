import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDay, RuleSetError } from '../rules/engine/index.js';
import { loadRegisters } from '../rules/engine/registers/index.js';
import { confirmed, placeOfEntry } from '../rules/workbench/registers/confirm.js';
import { InputError, placeOf } from './input.js';
import { rulesDir } from './rules-at-hand.js';

/**
 * `rogatory registers confirm ENTRY --source TEXT --on DAY [--dir DIR]`: an entry was read again in its source. Its date and
 * source are written where it stands, in a candidate folder or under rules/, and nothing else of the file is touched.
 */
export function confirmEntry(
  entry: string,
  { source, on, dir }: { source: string; on: string; dir?: string },
): void {
  if (!isDay(on)) throw new InputError(['USAGE  --on is a date that exists, YYYY-MM-DD.']);
  if (on > new Date().toISOString().slice(0, 10))
    throw new InputError(['USAGE  --on is the day on which the source was read; it has not come yet.']);
  if (source.trim() === '') throw new InputError(['USAGE  --source says what was read.']);
  const place = placeOfEntry(entry);
  const registers = join(dir === undefined ? rulesDir : placeOf(dir), 'registers');
  const file = join(registers, place?.file ?? '');
  if (place === null || !existsSync(file))
    throw new InputError([`NOTHING_SUCH  "${entry}" is no entry; rogatory registers stale names them.`]);
  const before = readFileSync(file, 'utf8');
  const done = confirmed(before, place.path, { source: source.trim(), on });
  if ('refused' in done) throw new InputError([`NOT_CONFIRMED  ${entry}: ${done.refused}.`]);
  writeFileSync(file, done.text);
  try {
    loadRegisters(registers);
  } catch (error) {
    writeFileSync(file, before);
    if (!(error instanceof RuleSetError)) throw error;
    throw new InputError([`NOT_CONFIRMED  ${entry}: ${error.message}`]);
  }
  console.log(`${entry}: read on ${on} (${source.trim()}).`);
  console.log('Its status is as it was. Put the folder in force: rogatory rules release propose.');
}
