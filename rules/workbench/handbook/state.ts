import type { Registers } from '../../engine/registers/index.js';
import type { Wording } from '../../engine/wording/wording.js';
import type { Block } from '../report/report.js';

type Sourced = { source: string | readonly string[]; confidence: string; lastChecked?: string | undefined };
type StateEntry = NonNullable<ReturnType<Registers['states']['get']>>;

/** What the registers say of a State: treaties, channels, who answers for assistance, what the law at home asks for. */
export function stateBlocks(state: StateEntry, registers: Registers, words: Wording): Block[] {
  const columns = ['what', 'says', 'confidence', 'checked', 'source'].map((one) =>
    words.label(`handbook.column.${one}`),
  );
  const table = (head: string, rows: readonly (readonly string[])[]): Block => ({
    head: words.label(`handbook.${head}`),
    columns,
    rows,
  });
  return [
    table('treaties', treaties(state, registers, words)),
    table('channels', channels(state, registers, words)),
    table('assistance', assistance(state, words)),
    table('authorisation', authorisation(state, words)),
  ];
}

const row = (what: string, says: string, entry: Sourced, words: Wording): string[] => [
  what,
  says,
  words.label(`handbook.confidence.${entry.confidence}`),
  entry.lastChecked ?? words.label('handbook.never'),
  [entry.source].flat().join('; '),
];

function treaties(state: StateEntry, { instruments }: Registers, words: Wording): string[][] {
  const named = (id: string): string => instruments[id]?.name ?? id;
  const rows = Object.entries(state.treaties).flatMap(([id, periods]) =>
    periods.map((entry) => {
      const since = entry.since === undefined ? '' : ` (${entry.since})`;
      return row(named(id), `${words.label(`handbook.treaty.${entry.status}`)}${since}`, entry, words);
    }),
  );
  const not = state.notParty.map((entry) =>
    row(entry.instruments.map(named).join('; '), words.label('handbook.treaty.none'), entry, words),
  );
  return [...rows, ...not];
}

function channels(state: StateEntry, registers: Registers, words: Wording): string[][] {
  return Object.entries(state.channels).flatMap(([id, periods]) => {
    const channel = registers.channels.channels[id];
    return periods.map((entry) => {
      const status = words.label(
        entry.status === undefined ? 'handbook.follows' : `handbook.channel.${entry.status}`,
      );
      const whom = [entry.body, entry.city].filter((part) => part !== undefined).join(', ');
      return row(channel?.name ?? id, whom === '' ? status : `${status}: ${whom}`, entry, words);
    });
  });
}

function assistance({ assistance: of }: StateEntry, words: Wording): string[][] {
  if (of === undefined) return [];
  const label = (what: string): string => words.label(`handbook.assistance.${what}`);
  return [
    ...of.centralAuthorities.map((entry) =>
      row(`${label('authority')} (${entry.basis}, ${entry.stage})`, entry.body, entry, words),
    ),
    ...of.contacts.map((entry) => row(`${label('contact')} (${entry.network})`, entry.body, entry, words)),
    row(label('languages'), of.languages.accepted.join(', '), of.languages, words),
    row(label('transmission'), of.transmission.channels.join('; '), of.transmission, words),
    row(label('dualCriminality'), of.dualCriminality.required, of.dualCriminality, words),
    row(label('reciprocity'), of.reciprocity.accepted, of.reciprocity, words),
    row(label('deathPenalty'), of.deathPenalty.status, of.deathPenalty, words),
  ];
}

const authorisation = ({ authorisationAtHome = {} }: StateEntry, words: Wording): string[][] =>
  Object.entries(authorisationAtHome).map(([category, entry]) =>
    row(
      words.value(category),
      [words.label(`handbook.level.${entry.level}`), entry.article].filter(Boolean).join(', '),
      entry,
      words,
    ),
  );
