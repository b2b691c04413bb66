import { describe, expect, it } from 'vitest';
import { namedTests, pageAt, untold } from '../support/named-tests.js';

/** The attacks that the specification names, each by its name. */
const named = [
  'raw Temporal client update',
  'raw Temporal client signal',
  'ticket replay',
  'ticket theft',
  'ticket of another step',
  'document swapped after reading',
  'self-approval through a second role',
  'self-approval through a delegation loop',
  'self-approval through an own service account',
  'administrator reading content',
  'officer of another unit by id guessing',
  'officer of another unit by list',
  'officer of another unit by error text',
  'officer of another unit by timing of 404 against 403',
  'edited audit row',
  'deleted audit row',
  'reordered audit rows',
  'audit re-signed with another key',
  'stale session after revocation',
  'CSRF',
  'cursor tampering',
  'idempotency key reused with another body',
  'oversized headers',
  'slow body',
  'deep JSON',
  'zip bomb',
  'path names in uploads',
  'CRLF',
  'bidi marks',
  'formula cells',
  'YAML bomb',
  'log injection',
];

describe('the table of attacks', () => {
  const rows = namedTests(pageAt('test/hostile/README.md'));

  it('has every attack that the specification names', () => {
    const tried = new Set(rows.map(({ cells }) => cells[0]));
    expect(named.filter((attack) => !tried.has(attack))).toEqual([]);
  });

  it('names tests that there are, by their titles', () => {
    expect(rows.length).toBeGreaterThan(named.length);
    expect(untold(rows)).toEqual([]);
  });
});

describe('the threat model', () => {
  const page = pageAt('docs/threat-model.md');
  const [threats = ''] = page.split('## What remains');
  const arrows = threats.split(/^## /m).slice(1);
  const stride = ['Spoofing', 'Tampering', 'Repudiation', 'Disclosure', 'Denial', 'Elevation'];

  it('names tests that there are, by their titles', () => {
    expect(untold(namedTests(page))).toEqual([]);
  });

  it('answers every threat of every arrow with a test', () => {
    expect(arrows.length).toBeGreaterThanOrEqual(11);
    for (const arrow of arrows) {
      const lines = arrow.split('\n').filter((line) => stride.some((word) => line.startsWith(`| ${word}`)));
      expect(lines.length, arrow.split('\n')[0]).toBeGreaterThan(2);
      expect(namedTests(arrow)).toHaveLength(lines.length);
    }
  });

  it('says what remains, and the page on security leads to it', () => {
    expect(page).toContain('## What remains');
    expect(pageAt('SECURITY.md')).toContain('docs/threat-model.md');
  });
});
