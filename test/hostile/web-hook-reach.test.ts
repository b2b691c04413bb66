import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post } from '../../activities/events/post.js';
import { reaches, thisMachineOnly, whyNotReached, type Reach } from '../../contracts/reach.js';
import { startReceiver, type Receiver } from '../support/receiver.js';

/** A site that lists no network of its own. */
const site: Reach = { plainHttp: false, publicAddresses: true, networks: [] };
const plainSite: Reach = { ...site, plainHttp: true };

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());

const sent = { headers: { 'content-type': 'application/json' }, body: '{}' };

describe('the address of a web-hook', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', '::ffff:10.0.0.1'],
    ...['64:ff9b::a00:1', '2002:a00:1::', 'ff02::1', 'no address'],
  ])('does not lead from a site to %s', (address) => {
    expect(reaches(site, address)).toBe(false);
  });

  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('leads from a site to %s', (address) => {
    expect(reaches(site, address)).toBe(true);
    expect(reaches(thisMachineOnly, address)).toBe(false);
  });

  it('leads to a network of one’s own where the configuration lists it, and to its neighbour not', () => {
    const listed = { ...site, networks: ['10.20.0.0/16'] };
    expect(reaches(listed, '10.20.3.4')).toBe(true);
    expect(reaches(listed, '::ffff:10.20.3.4')).toBe(true);
    expect(reaches(listed, '10.21.3.4')).toBe(false);
  });

  it.each([
    ...['http://93.184.216.34/', 'https://127.0.0.1/', 'https://[::1]/', 'https://2130706433/'],
    ...['https://0x7f.1/', 'https://0177.0.0.1/', 'https://[::ffff:7f00:1]/', 'https://u:p@example.org/'],
    ...['file:///etc/passwd', 'gopher://example.org/', 'https://example.org/#x'],
  ])('is not registered at a site as %s', (url) => {
    expect(whyNotReached(site, url)).not.toBeNull();
  });

  it('is not called when its name resolves to an address out of reach, however it was registered', async () => {
    const url = receiver.url.replace('127.0.0.1', 'localhost');
    expect(whyNotReached(plainSite, url)).toBeNull();
    expect(await post(plainSite, url, sent)).toEqual({
      taken: false,
      why: 'its name leads to an address that is not open to web-hooks here',
    });
    expect(receiver.heard).toEqual([]);
  });

  it('is not followed to where a receiver redirects it', async () => {
    const other = await startReceiver();
    receiver.answers.push(307);
    expect(await post(thisMachineOnly, receiver.url, sent)).toEqual({ taken: false, why: 'it answered 307' });
    expect(receiver.heard).toHaveLength(1);
    expect(other.heard).toEqual([]);
    await other.stop();
  });
});
