import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { coveringText } from '../../activities/documents/covering-text.js';
import { aLot } from './support/a-draft.js';

const bytes = new TextEncoder().encode('the letter');
const packed = {
  number: 'TR-1/ABC',
  version: 2,
  digest: 'd'.repeat(64),
  files: [{ name: 'D-01.pdf', bytes }],
};
const lot = aLot({
  safeguards: ['MINIMAL_CATEGORIES'],
  duties: [{ rule: 'H05', who: 'CASE_OFFICER', what: 'tell the provider when the need ends', within: null }],
});

describe('the text on top of a packet', () => {
  it('tells the sender to whom, by which right, and the digest of every file', () => {
    const text = coveringText({ ...packed, mode: 'site' }, lot);
    expect(text).toContain('Training social network (US)');
    expect(text).toContain('PROVIDER-POLICY');
    expect(text).toContain(createHash('sha256').update(bytes).digest('hex'));
    expect(text).toContain('d'.repeat(64));
    expect(text).toContain('MINIMAL_CATEGORIES');
    expect(text).toContain('tell the provider when the need ends');
    expect(text).not.toContain('TRAINING');
  });

  it('says in training, first and last, that it is no request', () => {
    const text = coveringText({ ...packed, mode: 'embedded' }, lot);
    expect(text.startsWith('TRAINING - NOT A REQUEST\n')).toBe(true);
    expect(text).toContain('Do not send it to anybody.');
  });

  it('says at the top how urgent it is', () => {
    const emergency = aLot({ terms: { ...aLot().terms, urgency: 'EMERGENCY' } });
    expect(coveringText({ ...packed, mode: 'site' }, emergency)).toContain(
      'EMERGENCY. Please send now, and phone.',
    );
  });
});
