import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Role } from '../../contracts/codes.js';
import type { Mailbox } from '../../store/index.js';

export type TrainingPerson = { id: string; label: string; unitId: string; roles: readonly Role[] };

export const trainingUnits = [
  { id: 'training-unit', label: 'Training unit', state: 'KZ' },
  { id: 'other-unit', label: 'Training unit next door', state: 'KZ' },
] as const;

/** At least two for each role that signs, receives or records: nobody can be stuck with an approval of one's own. */
const inPairs: readonly (readonly [name: string, role: Role])[] = [
  ['case officer', 'CASE_OFFICER'],
  ['duty officer', 'DUTY_OFFICER'],
  ['supervisor', 'SUPERVISOR'],
  ['duty supervisor', 'DUTY_SUPERVISOR'],
  ['legal adviser', 'LEGAL_ADVISOR'],
  ['prosecutor', 'PROSECUTOR'],
  ['central authority', 'CENTRAL_AUTHORITY'],
  ['24/7 contact', 'CONTACT_24_7'],
  ['channel unit', 'CHANNEL_UNIT'],
  ['head of office', 'HEAD_OF_OFFICE'],
  ['evidence custodian', 'EVIDENCE_CUSTODIAN'],
  ['evidence witness', 'EVIDENCE_WITNESS'],
];
const alone: readonly (readonly [name: string, role: Role])[] = [
  ['filter person', 'FILTER_PERSON'],
  ['overseer', 'OVERSEER'],
  ['auditor', 'AUDITOR'],
  ['administrator', 'ADMINISTRATOR'],
];

const idOf = (label: string): string => label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

function person(name: string, roles: readonly Role[], unitId: string = trainingUnits[0].id): TrainingPerson {
  const label = `Training ${name}`;
  return { id: idOf(label), label, unitId, roles };
}

/** The people of the training system, named by what they are. */
export const trainingPeople: readonly TrainingPerson[] = [
  ...inPairs.flatMap(([name, role]) => [person(`${name} A`, [role]), person(`${name} B`, [role])]),
  ...alone.map(([name, role]) => person(name, [role])),
  person('officer and supervisor', ['CASE_OFFICER', 'SUPERVISOR']),
  person('case officer next door', ['CASE_OFFICER'], trainingUnits[1].id),
];

/** How a person of the training is written to; the address leads nowhere, the mail lies in the data folder. */
export const trainingMailbox = (personId: string): Mailbox => ({
  address: `${personId}@training.invalid`,
  language: 'en',
  zone: null,
  digest: false,
});

const tokensOf = z.record(z.string(), z.string().min(20));

/** Bearer tokens by person id: random, made once for a data folder, kept in a file only its owner reads. */
export function trainingTokens(file: string): ReadonlyMap<string, string> {
  const kept = keptTokens(file);
  const tokens = new Map(
    trainingPeople.map(({ id }) => [id, kept[id] ?? randomBytes(24).toString('base64url')] as const),
  );
  writeFileSync(file, JSON.stringify(Object.fromEntries(tokens), null, 1), { mode: 0o600 });
  return tokens;
}

function keptTokens(file: string): Record<string, string> {
  try {
    return tokensOf.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? {};
  } catch {
    return {};
  }
}
