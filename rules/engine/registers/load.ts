import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { buildCalendars } from './calendars.js';
import { checkEntries } from './check-entries.js';
import { namesOf, type Read, type RegisterFiles, type Registers } from './model.js';
import { RuleSetError, type PageFault } from '../load/source.js';
import { readFile, readText, type SourceFile } from './read.js';
import { agreementsFile, channelsFile, citedLawFile, instrumentsFile, sourcesFile } from './schema.js';
import { stateFile } from './schema.js';
import { unionLawFile, unionsFile } from './schema.js';
import { weekFile, yearFile } from './schema-calendars.js';
import { providerFile } from './schema-providers.js';

/**
 * Reads and checks the registers below `dir`.
 * @throws RuleSetError with every fault: syntax, shape, unknown source or treaty, periods that end before they begin,
 * overlap or leave a gap, a name that two providers claim.
 */
export function loadRegisters(dir: string): Registers {
  const texts = listFiles(dir);
  const faults: PageFault[] = [];
  const files = decodeFiles(texts, faults);
  if (!files) throw new RuleSetError(faults);
  checkEntries(files, faults);
  if (faults.length > 0) throw new RuleSetError(faults);
  return assemble(files, texts);
}

function listFiles(dir: string): SourceFile[] {
  if (!existsSync(dir))
    throw new RuleSetError([{ file: '.', line: 1, column: 1, says: 'the folder of registers is missing' }]);
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  return names.map((name) => readText(join(dir, name), name));
}

function decodeFiles(texts: readonly SourceFile[], faults: PageFault[]): RegisterFiles | undefined {
  const one = <T>(file: string, schema: z.ZodType<T>): Read<T> | undefined => {
    const source = texts.find((text) => text.file === file);
    if (source) return decode(source, schema, faults);
    faults.push({ file, line: 1, column: 1, says: 'the file is missing' });
    return undefined;
  };
  const all = <T>(pattern: RegExp, schema: z.ZodType<T>): Read<T>[] =>
    texts
      .filter((text) => pattern.test(text.file))
      .map((source) => decode(source, schema, faults))
      .filter((read) => read !== undefined);
  const read = {
    instruments: one('instruments.yaml', instrumentsFile),
    unions: one('unions.yaml', unionsFile),
    unionLaw: one('union-law.yaml', unionLawFile),
    agreements: one('agreements.yaml', agreementsFile),
    channels: one('channels.yaml', channelsFile),
    sources: one('sources.yaml', sourcesFile),
    citedLaw: one('cited-law.yaml', citedLawFile),
    states: all(/^states\//, stateFile),
    providers: all(/^providers\//, providerFile),
    weeks: all(/^calendars\/[A-Z]{2}\/week\.yaml$/, weekFile),
    years: all(/^calendars\/[A-Z]{2}\/\d{4}\.yaml$/, yearFile),
  };
  const { instruments, unions, unionLaw, agreements, channels, sources, citedLaw } = read;
  if (!instruments || !unions || !unionLaw || !agreements || !channels || !sources || !citedLaw)
    return undefined;
  return { ...read, instruments, unions, unionLaw, agreements, channels, sources, citedLaw };
}

function decode<T>(source: SourceFile, schema: z.ZodType<T>, faults: PageFault[]): Read<T> | undefined {
  const data = readFile(source, schema, faults);
  return data === undefined ? undefined : { source, data };
}

function assemble(files: RegisterFiles, texts: readonly SourceFile[]): Registers {
  const providers = new Map(files.providers.map(({ data }) => [data.provider, data]));
  return {
    digest: digestOf(texts),
    compiledOn: files.instruments.data.compiledOn,
    instruments: files.instruments.data.instruments,
    unions: files.unions.data.unions,
    unionLaw: files.unionLaw.data.regimes,
    agreements: files.agreements.data,
    channels: files.channels.data,
    sources: files.sources.data.sources,
    citedLaw: files.citedLaw.data.instruments,
    states: new Map(files.states.map(({ data }) => [data.state, data])),
    providers,
    providerByName: new Map(
      [...providers.values()].flatMap((provider) =>
        namesOf(provider).map((name): [string, string] => [name, provider.provider]),
      ),
    ),
    calendars: buildCalendars(files.weeks, files.years),
  };
}

function digestOf(texts: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { file, text } of texts) hash.update(`${file}\n${text.length}\n${text}`);
  return hash.digest('hex');
}
