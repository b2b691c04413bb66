import { isIP } from 'node:net';
import { domainToASCII, domainToUnicode } from 'node:url';
import { byForm, refused, type Found, type Outcome } from './reading.js';

/** Every form that an IPv4 or IPv6 address is written in; the port has a field of its own. */
export function readAddress(value: string): Outcome {
  const version = value.includes('%') ? 0 : isIP(value);
  if (version !== 0) return byForm(`IPv${version}`);
  const apart = /^\[?([^\]]+)\]?:(\d{1,5})$/.exec(value);
  return apart?.[1] !== undefined && isIP(apart[1]) !== 0
    ? refused(`an address alone: ${apart[1]} as value, ${apart[2]} as port`)
    : refused('an IPv4 address (203.0.113.7) or an IPv6 address (2001:db8::7), without port, mask or zone');
}

const spelling = /^[\p{L}\p{M}\p{N}_-]+(\.[\p{L}\p{M}\p{N}_-]+)+$/u;
const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/** The name in ASCII (IDNA, UTS 46), or undefined when it is no name of the domain name system. */
export function asciiOf(name: string): string | undefined {
  if (!spelling.test(name)) return undefined;
  const ascii = domainToASCII(name);
  const labels = ascii.split('.');
  const sound =
    ascii !== '' && ascii.length <= 253 && labels.every((one) => label.test(one)) && isIP(ascii) === 0;
  return sound && !/^\d+$/.test(labels.at(-1) ?? '') ? ascii : undefined;
}

/** A name with its other spelling beside it: what is sent over the wire, or what a reader sees. */
function named(name: string, ascii: string, what = 'in ASCII'): Found {
  if (!ascii.includes('xn--') && ascii === name.toLowerCase()) return { ...byForm(), ascii };
  const unicode = domainToUnicode(ascii);
  const other = name.toLowerCase() === ascii ? `in Unicode: ${unicode}` : `${what}: ${ascii}`;
  return { ...byForm(other), ascii };
}

/** A domain name, internationalised or not, without scheme, path, port or dot at the end. */
export function readDomain(value: string): Outcome {
  const ascii = asciiOf(value);
  if (ascii !== undefined) return named(value, ascii);
  return refused(
    isIP(value) !== 0
      ? 'a domain name; this is an IP address, its type is IP'
      : 'a domain name such as example.org: no scheme, path, port or dot at the end',
  );
}

/** A machine: by address or by name. */
export const readHost = (value: string): Outcome => {
  if (isIP(value) !== 0) return readAddress(value);
  const found = readDomain(value);
  return 'fault' in found
    ? refused('an IP address, or a name such as mail.example.org; a port stands in `port`')
    : found;
};

const local = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

/** An address of mail: dot-atom before the @ (RFC 5322, letters of any script by RFC 6531), a domain name after it. */
export function readEmail(value: string): Outcome {
  const at = value.lastIndexOf('@');
  const box = value.slice(0, at);
  const domain = value.slice(at + 1);
  const ascii = at < 1 ? undefined : asciiOf(domain);
  if (ascii === undefined || !local.test(box) || new TextEncoder().encode(box).length > 64)
    return refused('an address of mail: name@example.org, one @, no spaces, no display name');
  return { ...named(domain, ascii, 'domain in ASCII'), ascii: `${box}@${ascii}` };
}

const webSchemes = ['http:', 'https:', 'ftp:', 'ws:', 'wss:'];

/** A whole address of a page or of an account in an application. Web addresses have a host that exists in the grammar. */
export function readUrl(value: string): Outcome {
  const says = 'a whole URL with its scheme, https://example.org/path; no spaces, no backslash';
  if (/[\s\\]/u.test(value) || !URL.canParse(value)) return refused(says);
  const url = new URL(value);
  if (!webSchemes.includes(url.protocol)) return { ...byForm(`scheme ${url.protocol}`), ascii: url.href };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) === 0 && asciiOf(host) === undefined) return refused(says);
  return { ...byForm(...hostNotes(value, url, host)), ascii: url.href };
}

function hostNotes(value: string, url: URL, host: string): string[] {
  const asWritten = value.toLowerCase().includes(`//${url.host.toLowerCase()}`);
  return [
    ...(asWritten ? [] : [`host in ASCII: ${host}`]),
    ...(asWritten && host.includes('xn--') ? [`host in Unicode: ${domainToUnicode(host)}`] : []),
    ...(url.username === '' ? [] : [`what stands before @ is a user name; the host is ${host}`]),
  ];
}
