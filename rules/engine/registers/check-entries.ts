import { checkCalendars } from './check-calendars.js';
import { periodFaults, type Dated } from './check-periods.js';
import { namesOf, type Read, type RegisterFiles } from './model.js';
import type { PageFault } from '../load/source.js';
import { faultAt, type Path, type SourceFile } from './read.js';
import type { StateFile } from './schema.js';
import type { Entity, Provider } from './schema-providers.js';

/** What no single file can know: sources, treaties and channels that exist, periods, names, file names. */
export function checkEntries(files: RegisterFiles, faults: PageFault[]): void {
  const known: Known = {
    treaties: new Set(Object.keys(files.instruments.data.instruments)),
    channels: new Set(Object.keys(files.channels.data.channels)),
    sources: new Set(Object.keys(files.sources.data.sources)),
    places: new Set(Object.values(files.unions.data.unions).map((union) => union.code)),
  };
  for (const file of files.states) checkState(file, known, faults);
  for (const file of files.providers) checkProvider(file, known, faults);
  checkNames(files.providers, faults);
  checkAgreements(files, faults);
  checkUnions(files, faults);
  checkCalendars(files, faults);
  const lists = [
    files.instruments,
    files.unions,
    files.unionLaw,
    files.agreements,
    files.channels,
    files.citedLaw,
  ];
  for (const file of [...lists, ...files.states]) checkSources(file, known, faults);
}

type Known = Record<'treaties' | 'channels' | 'sources' | 'places', ReadonlySet<string>>;

function checkState({ source, data }: Read<StateFile>, known: Known, faults: PageFault[]): void {
  const fault = (path: Path, says: string) => faults.push(faultAt(source, path, says));
  if (source.file !== `states/${data.state}.yaml`) fault(['state'], `"${data.state}" is not the file's name`);
  for (const [id, rows] of Object.entries(data.treaties)) {
    if (!known.treaties.has(id)) fault(['treaties', id], `"${id}" is no treaty of instruments.yaml`);
    addPeriods(source, ['treaties', id], rows, faults);
  }
  data.notParty.forEach((group, index) => {
    for (const id of group.instruments) {
      const path = ['notParty', index, 'instruments'];
      if (!known.treaties.has(id)) fault(path, `"${id}" is no treaty of instruments.yaml`);
      if (data.treaties[id]) fault(path, `"${id}" stands under treaties too`);
    }
  });
  for (const [id, rows] of Object.entries(data.channels)) {
    if (!known.channels.has(id)) fault(['channels', id], `"${id}" is no channel of channels.yaml`);
    addPeriods(source, ['channels', id], rows, faults);
  }
  data.law.regimes.forEach((regime, index) =>
    addPeriods(source, ['law', 'regimes', index], [regime], faults),
  );
}

function checkProvider({ source, data }: Read<Provider>, known: Known, faults: PageFault[]): void {
  if (source.file !== `providers/${data.provider}.yaml`) {
    faults.push(faultAt(source, ['provider'], `"${data.provider}" is not the file's name`));
  }
  const byPlace = new Map<string, { entity: Entity; index: number }[]>();
  data.entities.forEach((entity, index) => {
    for (const place of entity.answersFor ?? []) {
      if (!/^([A-Z]{2}|ALL|OTHERS)$/.test(place) && !known.places.has(place)) {
        faults.push(
          faultAt(source, ['entities', index, 'answersFor'], `"${place}" is no State and no union`),
        );
      }
      const key = `${place} ${entity.services?.join() ?? ''}`;
      byPlace.set(key, [...(byPlace.get(key) ?? []), { entity, index }]);
    }
  });
  for (const claims of byPlace.values()) {
    for (const { index, says } of periodFaults(claims.map(({ entity }) => entity))) {
      faults.push(faultAt(source, ['entities', claims[index]?.index ?? 0], says));
    }
  }
}

function checkNames(providers: readonly Read<Provider>[], faults: PageFault[]): void {
  const owner = new Map<string, string>();
  for (const { source, data } of providers) {
    for (const name of namesOf(data)) {
      const other = owner.get(name);
      if (other) faults.push(faultAt(source, ['names'], `"${name}" is also a name of ${other}`));
      owner.set(name, data.provider);
    }
  }
}

function checkAgreements(files: RegisterFiles, faults: PageFault[]): void {
  const { source, data } = files.agreements;
  for (const list of ['mutualAssistance', 'cloudAct'] as const) {
    const seen = new Map<string, { entry: Dated; index: number }[]>();
    data[list].forEach((entry, index) => {
      const key = [...entry.parties].sort().join('-');
      seen.set(key, [...(seen.get(key) ?? []), { entry, index }]);
    });
    for (const group of seen.values()) {
      for (const { index, says } of periodFaults(group.map(({ entry }) => entry))) {
        faults.push(faultAt(source, [list, group[index]?.index ?? 0], says));
      }
    }
  }
}

function checkUnions(files: RegisterFiles, faults: PageFault[]): void {
  const { source, data } = files.unions;
  for (const [id, union] of Object.entries(data.unions)) {
    const seen = new Map<string, Dated[]>();
    const add = (state: string, entry: Dated, path: Path) => {
      const rows = [...(seen.get(state) ?? []), entry];
      seen.set(state, rows);
      for (const { says } of periodFaults(rows)) faults.push(faultAt(source, path, `${state} ${says}`));
    };
    union.members.forEach((group, index) => {
      for (const [state, since] of Object.entries(group.since)) {
        const begin = since === 'unknown' ? undefined : since;
        add(state, { since: begin, until: group.until?.[state] }, [
          'unions',
          id,
          'members',
          index,
          'since',
          state,
        ]);
      }
    });
    union.notMembers.forEach((group, index) => {
      for (const state of group.states) add(state, {}, ['unions', id, 'notMembers', index]);
    });
  }
}

function addPeriods(source: SourceFile, path: Path, rows: readonly Dated[], faults: PageFault[]): void {
  for (const { index, says } of periodFaults(rows)) faults.push(faultAt(source, [...path, index], says));
}

/** Walks a file for `source`: one word must be an entry of sources.yaml. */
function checkSources(file: Read<unknown>, known: Known, faults: PageFault[]): void {
  const visit = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (key === 'source')
        sourceFaults(part, known).forEach((says) => faults.push(faultAt(file.source, [...path, key], says)));
      else visit(part, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  visit(file.data, []);
}

const sourceFaults = (value: unknown, known: Known): string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((name) => typeof name === 'string' && !name.includes(' ') && !known.sources.has(name))
    .map((name) => `"${String(name)}" is no source of sources.yaml, and too short to stand for itself`);
