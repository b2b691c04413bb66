import { isIP } from 'node:net';
import type { Identifier } from '../../../contracts/facts.js';
import { readIdentifier } from './read.js';

const folded = (value: string): string => value.normalize('NFKC').trim().toLowerCase();

/** An address as it is written shortest, so that every way to write it is one. */
const address = (value: string): string =>
  isIP(value) === 6 ? new URL(`http://[${value}]`).hostname : value;

type Form = (value: string, identifier: Identifier, ascii: string) => string;

/** How two spellings of one thing become one text. What tells large from small letters keeps them. */
const forms: Readonly<Record<Identifier['type'], Form>> = {
  ACCOUNT_ID: (value) => value.trim(),
  USERNAME: (value) => folded(value).replace(/^@/, ''),
  EMAIL: (_value, _identifier, ascii) => folded(ascii),
  PHONE: (value) => value.replaceAll(/[^+\d]/g, ''),
  IP: address,
  URL: (_value, _identifier, ascii) => ascii.replace(/#.*$/, '').replace(/\/$/, ''),
  DOMAIN: (_value, _identifier, ascii) => folded(ascii),
  SERVER: (value, _identifier, ascii) => (isIP(value) === 0 ? folded(ascii) : address(value)),
  HOST: (value, _identifier, ascii) => (isIP(value) === 0 ? folded(ascii) : address(value)),
  DEVICE: (value) => folded(value).replaceAll(/[\s:.-]/g, ''),
  PAYMENT: (value) => folded(value).replaceAll(/[\s-]/g, ''),
  WALLET: (value, { chain }) => `${folded(chain ?? '')}/${/^0x/i.test(value) ? value.toLowerCase() : value}`,
  MESSAGE_ID: (value) => value.trim().replaceAll(/^<|>$/g, ''),
  GROUP_ID: folded,
};

/**
 * One text for every spelling of the same identifier, by its type: to compare, never to show or to send. Port, time and
 * who typed it are left out.
 */
export function sameness(identifier: Identifier): string {
  const { type, value } = identifier;
  const read = readIdentifier(identifier);
  const ascii = 'reading' in read ? (read.reading.ascii ?? value) : value;
  return JSON.stringify([type, forms[type](value, identifier, ascii)]);
}
