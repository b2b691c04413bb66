import { keccak_256 } from '@noble/hashes/sha3.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { bech32, bech32m, createBase58check } from '@scure/base';
import { byChecksum, byForm, refused, type Outcome } from './reading.js';

const base58check = createBase58check(sha256);

/** Names under which chains are written, by the form of their addresses. */
const chains: Readonly<Record<string, (address: string) => Outcome>> = {
  BITCOIN: readBitcoin,
  BTC: readBitcoin,
  ETHEREUM: readEthereum,
  ETH: readEthereum,
  POLYGON: readEthereum,
  BSC: readEthereum,
  ARBITRUM: readEthereum,
  OPTIMISM: readEthereum,
  BASE: readEthereum,
  AVALANCHE: readEthereum,
  TRON: readTron,
  TRX: readTron,
};

/** An address by the rules of its chain. Without a chain it is told by its form; where no form tells, the chain is asked. */
export function readWallet(value: string, chain: string | undefined): Outcome {
  if (chain === undefined) return byItsForm(value);
  const read = chains[chain.trim().toUpperCase()];
  if (read !== undefined) return read(value);
  return /^[A-Za-z0-9:_.-]{10,150}$/.test(value)
    ? byForm(`check digits of ${chain} are not checked here`)
    : refused('an address of letters and digits, 10 to 150 of them');
}

function byItsForm(value: string): Outcome {
  const told = formOf(value);
  if (told === undefined)
    return refused('an address whose chain is named in `chain`: BITCOIN, ETHEREUM, TRON or another');
  const outcome = chains[told]?.(value) ?? refused('an address');
  return 'fault' in outcome
    ? outcome
    : { ...outcome, notes: [...outcome.notes, `read as ${told} by its form`] };
}

function formOf(value: string): string | undefined {
  if (/^0x[0-9a-fA-F]{40}$/.test(value)) return 'ETHEREUM';
  if (/^T[1-9A-HJ-NP-Za-km-z]{33}$/.test(value)) return 'TRON';
  return /^(bc1|tb1|BC1|TB1|[123mn])[0-9A-Za-z]{20,90}$/.test(value) ? 'BITCOIN' : undefined;
}

const wrong = (form: string): Outcome => refused(`an address of ${form}; this one is mistyped or cut short`);

function payloadOf(address: string): Uint8Array | undefined {
  try {
    return base58check.decode(address);
  } catch {
    return undefined;
  }
}

const bitcoinVersions: Readonly<Record<number, string>> = {
  0x00: 'P2PKH',
  0x05: 'P2SH',
  0x6f: 'P2PKH, test network',
  0xc4: 'P2SH, test network',
};

/** Base58Check of 21 bytes, or a witness program in bech32 (version 0) or bech32m (later versions): BIP 173, BIP 350. */
export function readBitcoin(address: string): Outcome {
  if (/^(bc1|tb1)/i.test(address)) return readWitness(address);
  const payload = payloadOf(address);
  const kind = payload?.length === 21 ? bitcoinVersions[payload[0] ?? -1] : undefined;
  return kind === undefined
    ? wrong('Bitcoin with right check digits (base58check or bech32)')
    : byChecksum(kind);
}

function readWitness(address: string): Outcome {
  const fault = wrong('Bitcoin with right check digits (bech32)');
  for (const [coder, fits] of [
    [bech32, (version: number) => version === 0],
    [bech32m, (version: number) => version > 0 && version <= 16],
  ] as const) {
    const read = coder.decodeUnsafe(address, 90);
    const [version, ...words] = read?.words ?? [];
    if (read === undefined || version === undefined || !fits(version)) continue;
    const program = coder.fromWordsUnsafe(words);
    if (program === undefined || !lengthFits(version, program.length)) return fault;
    const network = read.prefix === 'tb' ? ', test network' : '';
    return byChecksum(`witness version ${version}${network}`);
  }
  return fault;
}

const lengthFits = (version: number, length: number): boolean =>
  version === 0 ? length === 20 || length === 32 : length >= 2 && length <= 40;

/** The address with the capitals that EIP-55 gives it. */
export function withChecksum(address: string): string {
  const plain = address.slice(2).toLowerCase();
  const hash = bytesToHex(keccak_256(utf8ToBytes(plain)));
  return `0x${[...plain].map((sign, index) => (Number.parseInt(hash[index] ?? '0', 16) >= 8 ? sign.toUpperCase() : sign)).join('')}`;
}

/** 40 hexadecimal digits after 0x. Capitals are check digits (EIP-55); an address of one case has none. */
export function readEthereum(address: string): Outcome {
  if (!/^0x[0-9a-fA-F]{40}$/.test(address)) return refused('0x and 40 hexadecimal digits');
  const digits = address.slice(2);
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase())
    return byForm('written in one case, so it has no check digits (EIP-55)');
  return withChecksum(address) === address
    ? byChecksum('EIP-55')
    : wrong('Ethereum with right capitals (EIP-55)');
}

/** Base58Check of 21 bytes that begin with 0x41. */
export function readTron(address: string): Outcome {
  const payload = payloadOf(address);
  return payload?.length === 21 && payload[0] === 0x41
    ? byChecksum('base58check')
    : wrong('Tron with right check digits (T and 33 signs)');
}

/** The number of a transaction: 32 bytes in hexadecimal on the chains that are checked here. */
export function transactionFault(txid: string, chain: string | undefined): string | undefined {
  const known = chain === undefined || chains[chain.trim().toUpperCase()] !== undefined;
  const form = known ? /^(0x)?[0-9a-fA-F]{64}$/ : /^[A-Za-z0-9:_.@-]{1,200}$/;
  return form.test(txid) ? undefined : 'the number of a transaction: 64 hexadecimal digits';
}
