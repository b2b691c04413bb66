import ipaddr from 'ipaddr.js';

/** Where web-hooks may go. A composition root reads it from the configuration. */
export type Reach = {
  /** Also by plain http: in training, on this machine. */
  plainHttp: boolean;
  /** Addresses of the public internet. */
  publicAddresses: boolean;
  /** Networks of one's own that are reached as well, written as CIDR. */
  networks: readonly string[];
};

/** In training nothing leaves this machine. */
export const thisMachineOnly: Reach = {
  plainHttp: true,
  publicAddresses: false,
  networks: ['127.0.0.0/8', '::1/128'],
};

/** Whether an IP address may be connected to. One that is mapped, translated or unreadable counts as what it leads to. */
export function reaches({ publicAddresses, networks }: Reach, address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const found = ipaddr.process(address);
  if (networks.some((network) => holds(network, found))) return true;
  return publicAddresses && found.range() === 'unicast';
}

function holds(network: string, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const [base, bits] = ipaddr.parseCIDR(network);
  return base.kind() === address.kind() && address.match(base, bits);
}

/** Why an address is not taken for a web-hook, or `null`. A name is held against the reach when it is called. */
export function whyNotReached(reach: Reach, text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return 'it is no URL';
  if (url.protocol !== 'https:' && !(reach.plainHttp && url.protocol === 'http:'))
    return 'it does not begin with https://';
  if (url.username !== '' || url.password !== '') return 'it holds a user name or a password';
  if (url.hash !== '') return 'it ends in a fragment, which is never sent';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !reaches(reach, host)) return 'that address is not open to web-hooks here';
  return null;
}
