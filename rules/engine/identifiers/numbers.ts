import { isState } from '../../../contracts/states.js';
import { byChecksum, byForm, refused, type Outcome } from './reading.js';

/** ITU-T E.164: a plus, a country code that does not begin with zero, fifteen digits at most. */
export const readPhone = (value: string): Outcome =>
  /^\+[1-9]\d{6,14}$/.test(value)
    ? byForm()
    : refused('a number of E.164: + and country code, 7 to 15 digits, nothing between them: +77010000000');

/** The number that stays when the user takes another name. */
export const readAccountId = (value: string): Outcome =>
  /^\d{1,40}$/.test(value)
    ? byForm()
    : refused('the stable account number of the service, digits only; a name of the user is a USERNAME');

/** Luhn: the weighted digits, check digit included, end in zero. All swaps of neighbours are caught but 09 and 90. */
export function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const twice = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

/** IMEI (15 digits, Luhn), IMEISV (16 digits, no check digit), MAC address, or a serial number. */
export function readDevice(value: string): Outcome {
  if (/^\d{15}$/.test(value))
    return luhn(value)
      ? byChecksum('IMEI')
      : refused(
          'fifteen digits are an IMEI, and its check digit is wrong; a serial number is written SN:...',
        );
  if (/^\d{16}$/.test(value)) return byForm('IMEISV, it has no check digit');
  if (/^([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}$/.test(value)) return byForm('MAC address');
  return /^(SN:)?[A-Za-z0-9][A-Za-z0-9._/-]{2,59}$/.test(value)
    ? byForm('serial number')
    : refused('an IMEI of 15 digits, an IMEISV of 16, a MAC address (00:11:22:33:44:55) or a serial number');
}

/** Remainder of ISO 7064 MOD 97-10 over an IBAN: 1 when its check digits are right. */
export function mod97(iban: string): number {
  const turned = `${iban.slice(4)}${iban.slice(0, 4)}`;
  return [...turned].reduce((rest, sign) => Number(`${rest}${Number.parseInt(sign, 36)}`) % 97, 0);
}

/** An IBAN with its check digits; any other account number or payment reference by its form alone. */
export function readPayment(value: string): Outcome {
  const bare = value.replace(/[\s-]/g, '').toUpperCase();
  const country = bare.slice(0, 2);
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(bare) && (isState(country) || country === 'XK')) {
    if (bare !== value) return refused(`an IBAN in capitals without spaces: ${bare}`);
    return mod97(bare) === 1
      ? byChecksum('IBAN')
      : refused('an IBAN, and its check digits are wrong (ISO 13616, mod 97)');
  }
  return /^[\p{L}\p{N}][\p{L}\p{N} ._:/#@+-]{0,199}$/u.test(value)
    ? byForm()
    : refused(
        'an IBAN, an account number or the reference of a payment: letters, digits and . _ : / # @ + -',
      );
}

const messageId = /^<?[^\s<>@"(),:;\\[\]]+@(?:[^\s<>@"(),:;\\[\]]+|\[[^\s\]]+\])>?$/;

/** Message-ID of RFC 5322 with both angle brackets or none, or the number of a message on a service. */
export function readMessageId(value: string): Outcome {
  if (/[@<>]/.test(value))
    return messageId.test(value) && value.startsWith('<') === value.endsWith('>')
      ? byForm('Message-ID of a mail')
      : refused('a Message-ID of RFC 5322: <left@right>, without spaces');
  return /^[A-Za-z0-9][A-Za-z0-9._:/=+-]{0,249}$/.test(value)
    ? byForm()
    : refused('a Message-ID <left@right>, or the number of the message: letters, digits and . _ : / = + -');
}
