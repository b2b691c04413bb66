import fc from 'fast-check';
import { createBase58check, bech32 } from '@scure/base';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { identifier, type Identifier } from '../../contracts/facts.js';
import {
  awaitsSecondReading,
  differences,
  digestOfIdentifiers,
  identifierFaults,
  readCharacters,
  readIdentifier,
  readTime,
  windowFaults,
} from '../../rules/engine/identifiers/index.js';
import { luhn, mod97 } from '../../rules/engine/identifiers/numbers.js';
import { withChecksum } from '../../rules/engine/identifiers/wallets.js';

type Row = readonly [type: Identifier['type'], value: string, more?: Partial<Identifier> | undefined];
const of = ([type, value, more]: Row): Identifier => ({ type, value, ...more });
const faultsOf = (one: Identifier): string[] => identifierFaults([one]).map(({ pointer }) => pointer);
const readingOf = (one: Identifier) => {
  const read = readIdentifier(one);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.reading;
};

const sound: readonly (readonly [...Row, proof: string])[] = [
  ['PHONE', '+77010000000', {}, 'FORM'],
  ['ACCOUNT_ID', '178414000000001', {}, 'FORM'],
  ['USERNAME', 'training_user_77', {}, 'NONE'],
  ['GROUP_ID', '-1001234567890', {}, 'NONE'],
  ['EMAIL', 'courier@mail.training.example', {}, 'FORM'],
  ['EMAIL', 'курьер@почта.рф', {}, 'FORM'],
  ['IP', '203.0.113.7', { port: 50211, timestamp: '2026-05-02 10:15:02', timezone: 'UTC+05:00' }, 'FORM'],
  ['IP', '2001:db8::7', {}, 'FORM'],
  ['DOMAIN', 'example.org', { port: 8443 }, 'FORM'],
  ['DOMAIN', 'пример.рф', {}, 'FORM'],
  ['SERVER', '198.51.100.4', { port: 443 }, 'FORM'],
  ['HOST', 'mail.training.example', {}, 'FORM'],
  ['HOST', 'hospital information system', {}, 'NONE'],
  ['URL', 'https://example.org/a?b=1#c', {}, 'FORM'],
  ['URL', 'https://[2001:db8::7]:8443/', {}, 'FORM'],
  ['URL', 'tg://resolve?domain=training', {}, 'FORM'],
  ['DEVICE', '490154203237518', {}, 'CHECKSUM'],
  ['DEVICE', '4901542032375101', {}, 'FORM'],
  ['DEVICE', '00:11:22:aa:bb:cc', {}, 'FORM'],
  ['DEVICE', 'SN:490154203237519', {}, 'FORM'],
  ['PAYMENT', 'KZ86125KZT5004100100', {}, 'CHECKSUM'],
  ['PAYMENT', 'DE89370400440532013000', {}, 'CHECKSUM'],
  ['PAYMENT', '1091820000000001', {}, 'FORM'],
  ['WALLET', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', { chain: 'BITCOIN' }, 'CHECKSUM'],
  ['WALLET', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', { chain: 'btc' }, 'CHECKSUM'],
  ['WALLET', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', {}, 'CHECKSUM'],
  ['WALLET', 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', {}, 'CHECKSUM'],
  ['WALLET', 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0', {}, 'CHECKSUM'],
  ['WALLET', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', { chain: 'ETHEREUM' }, 'CHECKSUM'],
  ['WALLET', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', { chain: 'ETH' }, 'FORM'],
  ['WALLET', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', { chain: 'TRON' }, 'CHECKSUM'],
  ['WALLET', 'r4nmlyqzaaaaBBBBccccDDDD12', { chain: 'RIPPLE' }, 'FORM'],
  ['WALLET', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', { chain: 'TRON', txid: 'ab'.repeat(32) }, 'CHECKSUM'],
  ['MESSAGE_ID', '<a.b@mail.example>', {}, 'FORM'],
  ['MESSAGE_ID', '18c2f3a4b5', {}, 'FORM'],
];

const unsound: readonly (readonly [why: string, ...Row, pointer: string])[] = [
  ['has no country code', 'PHONE', '87010000000', {}, '/0/value'],
  ['has spaces', 'PHONE', '+7 701 000 00 00', {}, '/0/value'],
  ['has sixteen digits', 'PHONE', '+7701000000000000', {}, '/0/value'],
  ['is words', 'ACCOUNT_ID', 'instagram numeric id 178414000000001', {}, '/0/value'],
  ['ends in a space', 'USERNAME', 'training_user ', {}, '/0/value'],
  ['has no domain', 'EMAIL', 'courier@', {}, '/0/value'],
  ['carries a display name', 'EMAIL', 'Courier <courier@mail.example>', {}, '/0/value'],
  ['hides a space of no width', 'EMAIL', 'cou\u200brier@mail.example', {}, '/0/value'],
  ['is no address', 'IP', '203.0.113.256', {}, '/0/value'],
  ['has a leading zero', 'IP', '203.0.113.07', {}, '/0/value'],
  ['carries its port', 'IP', '203.0.113.7:443', {}, '/0/value'],
  ['carries a zone of one machine', 'IP', 'fe80::1%eth0', {}, '/0/value'],
  ['is an address', 'DOMAIN', '203.0.113.7', {}, '/0/value'],
  ['hides a soft hyphen that DNS drops', 'DOMAIN', 'exam\u00adple.org', {}, '/0/value'],
  ['has a path', 'DOMAIN', 'example.org/a', {}, '/0/value'],
  ['has one label', 'DOMAIN', 'localhost', {}, '/0/value'],
  ['has a label of 64 signs', 'DOMAIN', `${'a'.repeat(64)}.example`, {}, '/0/value'],
  ['is a machine of no network', 'SERVER', 'hospital information system', {}, '/0/value'],
  ['is half an address', 'HOST', '203.0.113.', {}, '/0/value'],
  ['has no scheme', 'URL', 'example.org/a', {}, '/0/value'],
  ['has a backslash', 'URL', 'https:\\\\example.org', {}, '/0/value'],
  ['has a wrong check digit', 'DEVICE', '490154203237519', {}, '/0/value'],
  ['has wrong check digits', 'PAYMENT', 'KZ87125KZT5004100100', {}, '/0/value'],
  ['is an IBAN with spaces', 'PAYMENT', 'DE89 3704 0044 0532 0130 00', {}, '/0/value'],
  ['is on a chain nobody named', 'WALLET', 'addr1q9training0000', {}, '/0/value'],
  ['is cut short', 'WALLET', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfN', { chain: 'BITCOIN' }, '/0/value'],
  [
    'is bech32 where bech32m is due',
    'WALLET',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
    {},
    '/0/value',
  ],
  ['mixes cases', 'WALLET', 'bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', {}, '/0/value'],
  ['is of another chain', 'WALLET', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', { chain: 'TRON' }, '/0/value'],
  [
    'has a wrong capital',
    'WALLET',
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD',
    { chain: 'ETHEREUM' },
    '/0/value',
  ],
  [
    'names half a transaction',
    'WALLET',
    'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
    { chain: 'TRON', txid: 'ab' },
    '/0/txid',
  ],
  ['opens a bracket and does not close it', 'MESSAGE_ID', '<a.b@mail.example', {}, '/0/value'],
  ['has a port that belongs to a machine', 'PHONE', '+77010000000', { port: 443 }, '/0/port'],
  [
    'has a zone nobody knows',
    'IP',
    '203.0.113.7',
    { timestamp: '2026-05-02T10:15:02', timezone: 'MSK' },
    '/0/timezone',
  ],
  [
    'has a day that does not exist',
    'IP',
    '203.0.113.7',
    { timestamp: '2026-02-30T10:15:02Z' },
    '/0/timestamp',
  ],
];

describe('an identifier', () => {
  it.each(sound)('%s %s passes and stays as it was received', (type, value, more, proof) => {
    const reading = readingOf(of([type, value, more]));
    expect(reading).toMatchObject({ value, proof });
  });

  it.each(unsound)('that %s is refused: %s %s', (_why, type, value, more, pointer) => {
    expect(faultsOf(of([type, value, more]))).toEqual([pointer]);
  });

  it('shows its punycode beside it, and the letters beside punycode', () => {
    expect(readingOf(of(['DOMAIN', 'пример.рф'])).ascii).toBe('xn--e1afmkfd.xn--p1ai');
    expect(readingOf(of(['EMAIL', 'курьер@почта.рф'])).ascii).toBe('курьер@xn--80a1acny.xn--p1ai');
    expect(readingOf(of(['DOMAIN', 'xn--e1afmkfd.xn--p1ai'])).notes).toEqual(['in Unicode: пример.рф']);
  });

  it('says which host a URL really leads to', () => {
    const { notes } = readingOf(of(['URL', 'https://bank.example@evil.example/x']));
    expect(notes.join()).toContain('the host is evil.example');
  });
});

/** All values that come of swapping two unlike neighbours. */
const swaps = (value: string, from = 0): string[] =>
  [...value].flatMap((sign, index) => {
    const next = value[index + 1];
    if (index < from || next === undefined || next === sign) return [];
    return [value.slice(0, index) + next + sign + value.slice(index + 2)];
  });

describe('two signs swapped', () => {
  it.each([
    ['WALLET', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'BITCOIN'],
    ['WALLET', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'BITCOIN'],
    ['WALLET', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'TRON'],
    ['WALLET', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'ETHEREUM'],
  ] as const)('are caught in every place of a %s: %s', (type, value, chain) => {
    const from = chain === 'ETHEREUM' ? 2 : 0;
    const caught = swaps(value, from).filter((one) => faultsOf({ type, value: one, chain }).length > 0);
    expect(caught).toEqual(swaps(value, from));
  });

  it('are caught in an IBAN, wherever digits are swapped', () => {
    const wrong = swaps('KZ86125KZT5004100100', 2).filter((one) => /^KZ\d\d/.test(one));
    expect(wrong.length).toBeGreaterThan(5);
    for (const value of wrong) expect(faultsOf({ type: 'PAYMENT', value })).toEqual(['/0/value']);
  });

  it('are caught in an IMEI, but for 09 and 90, which its check digit cannot tell apart', () => {
    const digits = fc.stringMatching(/^[0-9]{14}$/);
    fc.assert(
      fc.property(digits, (start) => {
        const check = [...'0123456789'].find((digit) => luhn(start + digit)) ?? '';
        const imei = start + check;
        expect(faultsOf({ type: 'DEVICE', value: imei })).toEqual([]);
        const index = swaps(imei).filter((one) => luhn(one));
        for (const one of index) {
          const at = [...one].findIndex((sign, place) => sign !== imei[place]);
          expect(['09', '90']).toContain(imei.slice(at, at + 2));
        }
      }),
    );
  });

  it('in a phone number are caught by nobody: it has no check digit, so it is read twice', () => {
    const typed: Identifier = { type: 'PHONE', value: '+77010000102', typed: true };
    expect(faultsOf({ ...typed, value: '+77010001002' })).toEqual([]);
    expect(differences([typed], [{ type: 'PHONE', value: '+77010001002' }])).toEqual([
      { pointer: '/0/value', detail: 'differs from what is on file, from character 9 on' },
    ]);
  });
});

describe('made by the rules of its chain', () => {
  const base58check = createBase58check(sha256);
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

  it('every address of Bitcoin and Tron passes', () => {
    fc.assert(
      fc.property(bytes(20), fc.constantFrom(0x00, 0x05, 0x41), (hash, version) => {
        const value = base58check.encode(new Uint8Array([version, ...hash]));
        expect(faultsOf({ type: 'WALLET', value, chain: version === 0x41 ? 'TRON' : 'BITCOIN' })).toEqual([]);
      }),
    );
  });

  it('every witness program of version 0 passes', () => {
    fc.assert(
      fc.property(fc.oneof(bytes(20), bytes(32)), (program) => {
        const value = bech32.encode('bc', [0, ...bech32.toWords(program)]);
        expect(faultsOf({ type: 'WALLET', value, chain: 'BITCOIN' })).toEqual([]);
      }),
    );
  });

  it('every address of Ethereum passes with its capitals, and its capitals are the same again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{40}$/), (digits) => {
        const value = withChecksum(`0x${digits}`);
        expect(withChecksum(value)).toBe(value);
        expect(faultsOf({ type: 'WALLET', value, chain: 'ETHEREUM' })).toEqual([]);
      }),
    );
  });

  it('every IBAN passes with the check digits of ISO 7064', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{16}$/), (account) => {
        const check = String(98 - mod97(`KZ00${account}`)).padStart(2, '0');
        expect(faultsOf({ type: 'PAYMENT', value: `KZ${check}${account}` })).toEqual([]);
      }),
    );
  });
});

describe('what a reader cannot see', () => {
  it.each([
    ['user\u202egnp.exe\u200b', 'user[U+202E]gnp.exe[U+200B]', 'not seen: [U+202E], [U+200B]'],
    ['p\u0430ypal', 'p[U+0430]ypal', 'one word mixes Latin and Cyrillic letters'],
    [
      '\u0440\u0430\u0443\u0440\u0430',
      '[U+0440][U+0430][U+0443][U+0440][U+0430]',
      'every letter of a word is Cyrillic and looks Latin',
    ],
    ['g\u03bfogle', 'g[U+03BF]ogle', 'one word mixes Latin and Greek letters'],
    ['cafe\u0301', 'cafe\u0301', 'not joined (Unicode NFC)'],
  ])('is shown and named: %j', (text, shown, note) => {
    const read = readCharacters(text);
    expect(read.shown).toBe(shown);
    expect(read.notes.join('; ')).toContain(note);
  });

  it.each(['training_user_77', 'Иванов_user', 'ҚазақстанҒылым', 'oʻzbek', 'ひらがな漢字'])(
    'is nothing in %s: two scripts side by side are no deception',
    (text) => {
      expect(readCharacters(text)).toEqual({ shown: text, notes: [] });
    },
  );

  it('never changes the text: taking the marks back gives what was received', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        fc.pre(!text.includes('[U+'));
        const back = readCharacters(text).shown.replace(/\[U\+([0-9A-F]+)\]/g, (_all, hex: string) =>
          String.fromCodePoint(Number.parseInt(hex, 16)),
        );
        expect(back).toBe(text);
      }),
    );
  });
});

describe('a time', () => {
  it.each([
    ['2026-05-02 10:15:02', 'UTC+05:00', '2026-05-02T05:15:02Z', '2026-05-02T10:15:02+05:00'],
    ['2026-05-02T10:15:02', 'Asia/Tashkent', '2026-05-02T05:15:02Z', '2026-05-02T10:15:02+05:00'],
    ['2026-05-02T10:15:02.125+0500', undefined, '2026-05-02T05:15:02.125Z', '2026-05-02T10:15:02.125+05:00'],
    ['2026-05-02T05:15:02Z', 'Asia/Almaty', '2026-05-02T05:15:02Z', '2026-05-02T10:15:02+05:00'],
    ['2024-02-01T12:00:00', 'Asia/Almaty', '2024-02-01T06:00:00Z', '2024-02-01T12:00:00+06:00'],
    ['2024-02-29T23:30:00+06:00', 'Asia/Almaty', '2024-02-29T17:30:00Z', '2024-02-29T23:30:00+06:00'],
    ['2024-02-29T23:30:00+05:00', 'Asia/Almaty', '2024-02-29T18:30:00Z', '2024-02-29T23:30:00+05:00'],
  ])('%s in %s is kept as received, in UTC and on its own clock', (received, zone, utc, local) => {
    expect(readTime(received, zone)).toMatchObject({ time: { received, utc, local } });
  });

  it.each([
    [
      'was shown twice when Kazakhstan changed its zone',
      '2024-02-29T23:30:00',
      'Asia/Almaty',
      'twice',
      '17:30:00Z',
      '18:30:00Z',
    ],
    [
      'was shown twice at the end of summer time',
      '2026-10-25T02:30:00',
      'Europe/Berlin',
      'twice',
      '00:30:00Z',
      '01:30:00Z',
    ],
    [
      'was never shown at the start of summer time',
      '2026-03-29T02:30:00',
      'Europe/Berlin',
      'never',
      '00:30:00Z',
      '01:30:00Z',
    ],
  ])('that %s is refused with both readings', (_why, timestamp, zone, word, first, second) => {
    const read = readTime(timestamp, zone);
    if (!('fault' in read)) throw new Error('was read');
    expect(read.fault.at).toBe('timestamp');
    expect(read.fault.says).toContain(word);
    expect(read.fault.says).toContain(first);
    expect(read.fault.says).toContain(second);
  });

  it('whose offset is not that of its zone is refused, in identifiers and in windows', () => {
    expect(readTime('2026-05-02T10:15:02+06:00', 'Asia/Almaty')).toMatchObject({
      fault: { at: 'timestamp' },
    });
    const window = {
      from: '2026-05-02T00:00:00+06:00',
      to: '2026-05-03T00:00:00+05:00',
      zone: 'Asia/Almaty',
    };
    expect(windowFaults(window).map(({ at }) => at)).toEqual(['from']);
    expect(windowFaults({ ...window, zone: 'Almaty' }).map(({ at }) => at)).toEqual(['zone']);
  });

  it('without zone and offset names no instant', () => {
    expect(readTime('2026-05-02T10:15:02', undefined)).toEqual({ time: null });
  });

  it('comes back from its clock: local time and offset name the same instant again', () => {
    const zones = fc.constantFrom('Asia/Almaty', 'Asia/Tashkent', 'Europe/Berlin', 'America/New_York', 'UTC');
    const instants = fc.date({
      min: new Date('2020-01-01Z'),
      max: new Date('2030-01-01Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const read = readTime(instant.toISOString(), zone);
        if (!('time' in read) || read.time === null) throw new Error('was not read');
        expect(readTime(read.time.local, zone)).toMatchObject({ time: { utc: read.time.utc } });
        expect(Date.parse(read.time.utc)).toBe(instant.getTime());
      }),
    );
  });
});

describe('a second reading', () => {
  const typed: Identifier = { type: 'IP', value: '203.0.113.7', port: 50211, typed: true };

  it('is awaited by what was typed by hand, and by nothing else', () => {
    expect(awaitsSecondReading([typed], undefined)).toBe(true);
    expect(awaitsSecondReading([{ type: 'IP', value: '203.0.113.7' }], undefined)).toBe(false);
  });

  it('stands for exactly the identifiers that were read', () => {
    const digest = digestOfIdentifiers([typed]);
    expect(awaitsSecondReading([typed], digest)).toBe(false);
    expect(awaitsSecondReading([{ ...typed, port: 50212 }], digest)).toBe(true);
  });

  it('finds every part in which two typings differ, also a part that one of them lacks', () => {
    const again: Identifier = { type: 'IP', value: '203.0.113.9', timezone: 'UTC' };
    expect(
      differences([typed], [again])
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/0/port', '/0/timezone', '/0/value']);
    expect(differences([typed], [typed, again])).toHaveLength(1);
  });
});

it('passes through the schema unchanged', () => {
  for (const [type, value, more] of sound) {
    const one = of([type, value, more]);
    expect(identifier.parse(one)).toEqual(one);
  }
});
