import type { z } from 'zod';
import type { SourceFile } from './read.js';
import type { agreementsFile, channelsFile, citedLawFile, instrumentsFile, sourcesFile } from './schema.js';
import type { Regime, StateFile, unionLawFile, unionsFile } from './schema.js';
import type { WeekFile, YearFile } from './schema-calendars.js';
import type { Provider } from './schema-providers.js';

/** Every file as decoded, beside the text it was decoded from. */
export type Read<T> = { source: SourceFile; data: T };

export type RegisterFiles = {
  instruments: Read<z.infer<typeof instrumentsFile>>;
  unions: Read<z.infer<typeof unionsFile>>;
  unionLaw: Read<z.infer<typeof unionLawFile>>;
  agreements: Read<z.infer<typeof agreementsFile>>;
  channels: Read<z.infer<typeof channelsFile>>;
  sources: Read<z.infer<typeof sourcesFile>>;
  citedLaw: Read<z.infer<typeof citedLawFile>>;
  states: readonly Read<StateFile>[];
  providers: readonly Read<Provider>[];
  weeks: readonly Read<WeekFile>[];
  years: readonly Read<YearFile>[];
};

/** Dated data about States and providers, checked as a whole. Plain data; every resolver takes it as an argument. */
export type Registers = {
  /** SHA-256, hex, over all files in the order of their names: the version of the registers. */
  digest: string;
  /** Day the registers were compiled: an entry without any date is known from then on. */
  compiledOn: string;
  instruments: RegisterFiles['instruments']['data']['instruments'];
  unions: RegisterFiles['unions']['data']['unions'];
  unionLaw: readonly Regime[];
  agreements: RegisterFiles['agreements']['data'];
  channels: RegisterFiles['channels']['data'];
  sources: Readonly<Record<string, string>>;
  citedLaw: RegisterFiles['citedLaw']['data']['instruments'];
  states: ReadonlyMap<string, StateFile>;
  providers: ReadonlyMap<string, Provider>;
  /** Provider id by every name an officer may type, in lower case. */
  providerByName: ReadonlyMap<string, string>;
  calendars: ReadonlyMap<string, WorkingCalendar>;
};

/** Day on which offices are closed or, at a weekend, open, with its name and how sure it is. */
export type SpecialDay = {
  name: string;
  open: boolean;
  /** An estimate, or a day that rests on a decree nobody has seen. */
  expected: boolean;
  confidence: 'high' | 'medium' | 'low';
};

export type CalendarYear = {
  year: number;
  /** True until every entry was seen in a source. A calendar that is not provisional is still not signed off. */
  provisional: boolean;
  why: string | null;
  days: ReadonlyMap<string, SpecialDay>;
  openQuestions: readonly string[];
};

/** Working days of the offices of a State. Days are `YYYY-MM-DD`, hours `HH:MM` of the zone. */
export type WorkingCalendar = {
  state: string;
  /** IANA zone of the capital. */
  zone: string;
  /** ISO numbers of working days, Monday = 1. */
  workingDays: readonly number[];
  /** Office hours by ISO number of the day. */
  hours: ReadonlyMap<number, { from: string; to: string }>;
  years: ReadonlyMap<number, CalendarYear>;
  /** SHA-256, hex, over the files of this State: recorded with every clock that was computed from it. */
  version: string;
};

/** Names under which a provider is found, in lower case: what officers type, its id, its full name. */
export const namesOf = (provider: Provider): string[] => [
  ...new Set([...provider.names, provider.provider, provider.name].map((name) => name.toLowerCase())),
];
