import type { Fault } from '../../../contracts/errors.js';
import type { Identifier } from '../../../contracts/facts.js';
import { hiddenIn, controlsIn, readCharacters, withMarks } from './characters.js';
import { readAddress, readDomain, readEmail, readHost, readUrl } from './network.js';
import { readAccountId, readDevice, readMessageId, readPayment, readPhone } from './numbers.js';
import { byForm, refused, type Outcome, type Proof } from './reading.js';
import { readTime, type ReadTime } from './times.js';
import { readWallet, transactionFault } from './wallets.js';

/** An identifier as a careful reader has to see it. `value` is as received; nothing here changes it. */
export type IdentifierReading = {
  type: Identifier['type'];
  value: string;
  /** Hidden characters and letters that pass for others stand as `[U+....]`. */
  shown: string;
  proof: Proof;
  /** Spelling in ASCII, where the value has one of its own: punycode beside an internationalised name. */
  ascii: string | null;
  notes: readonly string[];
  time: ReadTime | null;
};

/** Names that people give themselves: any letters, nothing at the ends that is not seen. Hidden characters are shown, not refused. */
const name = (value: string): Outcome =>
  value === value.trim() && controlsIn(value).length === 0
    ? { ...byForm(), proof: 'NONE' }
    : refused('a name as the service shows it, without spaces at its ends or line breaks');

/** A machine by address or name of the network; one inside an office also by what people call it, without dots. */
const readMachine = (value: string): Outcome => {
  const found = readHost(value);
  return 'fault' in found && /^[\p{L}\p{N}][^.:/@]*$/u.test(value) ? name(value) : found;
};

type Reader = (value: string, identifier: Identifier) => Outcome;

const readers: Readonly<Record<Identifier['type'], Reader>> = {
  ACCOUNT_ID: readAccountId,
  USERNAME: name,
  EMAIL: readEmail,
  PHONE: readPhone,
  IP: readAddress,
  URL: readUrl,
  DOMAIN: readDomain,
  SERVER: readHost,
  DEVICE: readDevice,
  PAYMENT: readPayment,
  WALLET: (value, { chain }) => readWallet(value, chain),
  MESSAGE_ID: readMessageId,
  GROUP_ID: name,
  HOST: readMachine,
};

/** Which types carry which further parts. */
const parts: Readonly<Partial<Record<keyof Identifier, readonly Identifier['type'][]>>> = {
  port: ['IP', 'SERVER', 'HOST', 'DOMAIN'],
  chain: ['WALLET', 'PAYMENT'],
  txid: ['WALLET', 'PAYMENT'],
};

/**
 * Checks one identifier by its type. The answer is the reading, or every fault with a pointer relative to the identifier
 * (`/value`, `/timestamp`) and what is allowed there.
 */
export function readIdentifier(
  identifier: Identifier,
): { reading: IdentifierReading } | { faults: readonly Fault[] } {
  const { type, value } = identifier;
  const outcome = readValue(identifier);
  const time = readTime(identifier.timestamp, identifier.timezone);
  const faults: Fault[] = [
    ...('fault' in outcome
      ? [{ pointer: '/value', detail: `"${withMarks(value)}" is not ${outcome.fault}` }]
      : []),
    ...('fault' in time ? [{ pointer: `/${time.fault.at}`, detail: time.fault.says }] : []),
    ...partFaults(identifier),
  ];
  if (faults.length > 0 || 'fault' in outcome || 'fault' in time) return { faults };
  const { shown, notes } = readCharacters(value);
  return {
    reading: {
      type,
      value,
      shown,
      proof: outcome.proof,
      ascii: outcome.ascii === undefined || outcome.ascii === value ? null : outcome.ascii,
      notes: [...outcome.notes, ...notes],
      time: time.time,
    },
  };
}

function readValue(identifier: Identifier): Outcome {
  const { type, value } = identifier;
  const outcome = readers[type](value, identifier);
  const unseen = hiddenIn(value);
  if (unseen.length === 0 || type === 'USERNAME' || type === 'GROUP_ID') return outcome;
  return refused(`free of characters that are not seen (${withMarks(unseen.join(''))}); ${type} has none`);
}

function partFaults(identifier: Identifier): Fault[] {
  const misplaced = (Object.entries(parts) as [keyof Identifier, readonly Identifier['type'][]][])
    .filter(([part, types]) => identifier[part] !== undefined && !types.includes(identifier.type))
    .map(([part, types]) => ({ pointer: `/${part}`, detail: `belongs to ${types.join(', ')}` }));
  const { txid, chain, type } = identifier;
  const transaction = txid === undefined || type !== 'WALLET' ? undefined : transactionFault(txid, chain);
  return transaction === undefined ? misplaced : [...misplaced, { pointer: '/txid', detail: transaction }];
}

/** Faults of a list, each with its pointer in the list: `/0/value`. */
export const identifierFaults = (identifiers: readonly Identifier[]): Fault[] =>
  identifiers.flatMap((one, index) => {
    const read = readIdentifier(one);
    return 'faults' in read
      ? read.faults.map(({ pointer, detail }) => ({ pointer: `/${index}${pointer}`, detail }))
      : [];
  });
