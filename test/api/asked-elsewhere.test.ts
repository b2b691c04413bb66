import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameness } from '../../rules/engine/index.js';
import { auditOf } from '../../store/index.js';
import { at, list, startHarness, text, type Harness } from './harness.js';
import type { Name } from './people.js';
import { aCase } from './running-route.js';

let h: Harness;
beforeAll(async () => {
  h = await startHarness();
});
afterAll(() => h.stop());

let run = 0;
const fresh = (): string => `+7701000${String((run += 1)).padStart(4, '0')}`;
const phone = (value: string) => ({ type: 'PHONE', value });

async function record(by: Name, identifiers: readonly object[], on?: { id: string; etag: string }) {
  const { id, etag } = on ?? (await aCase(h, by));
  const answers = [{ fact: 'identifiers', item: 'I1', value: identifiers, source: 'sheet 12' }];
  const seen = await h.as(by).post(`/v1/cases/${id}/facts`, { answers }, { ifMatch: etag });
  expect(seen.status).toBe(201);
  return { id, seen, etag: seen.headers['etag'] ?? '', met: list(seen.body, 'askedElsewhere') };
}

describe('an identifier that another case has too', () => {
  it('is said to be so, in whatever spelling, without a word of the other case', async () => {
    const one = fresh();
    const other = await record('outsider', [phone(one)]);
    expect(other.met).toEqual([]);
    const { met, seen, id } = await record('officer', [phone(fresh()), phone(one)]);
    expect(met).toEqual([{ item: 'I1', position: 1, says: text(met[0], 'says') }]);
    expect(text(met[0], 'says')).toContain('speak to your supervisor');
    expect(seen.text).not.toContain(other.id);
    expect((await h.as('officer').get(`/v1/cases/${other.id}`)).code).toBe('NOT_FOUND');
    const entries = await auditOf(h.store.read, { caseId: id, limit: 50 });
    expect(entries.find(({ verb }) => verb === 'IDENTIFIER_MET')?.body).toBe('{"item":"I1","met":1,"of":2}');
  });

  it('is none within one case, and no longer one once it was corrected', async () => {
    const [mistyped, right] = [fresh(), fresh()];
    const mine = await record('officer', [phone(mistyped)]);
    const corrected = await record('officer', [phone(right)], mine);
    expect(corrected.met).toEqual([]);
    expect((await record('outsider', [phone(mistyped)])).met).toEqual([]);
    expect((await record('outsider', [phone(right)])).met).toHaveLength(1);
  });

  it('is kept as a value that says nothing without the key', async () => {
    const one = fresh();
    const { id } = await record('officer', [phone(one)]);
    const rows = await h.store.read.db
      .selectFrom('blindIdentifiers')
      .selectAll()
      .where('caseId', '=', id)
      .execute();
    expect(rows.map(({ mac }) => mac.length)).toEqual([32]);
    const stored = JSON.stringify(
      rows.map((row) => ({ ...row, mac: Buffer.from(row.mac).toString('latin1') })),
    );
    expect(stored).not.toContain(one);
    expect(at(rows[0], 'item')).toBe('I1');
  });
});

describe('two identifiers are the same', () => {
  it.each([
    [{ type: 'EMAIL', value: 'Anna@Example.ORG' }, { type: 'EMAIL', value: 'anna@example.org' }, true],
    [{ type: 'DOMAIN', value: 'пример.рф' }, { type: 'DOMAIN', value: 'xn--e1afmkfd.xn--p1ai' }, true],
    [{ type: 'IP', value: '2001:db8:0:0::7' }, { type: 'IP', value: '2001:DB8::7', port: 443 }, true],
    [{ type: 'USERNAME', value: '@Anna' }, { type: 'USERNAME', value: 'anna' }, true],
    [
      { type: 'URL', value: 'https://Example.org/a#b' },
      { type: 'URL', value: 'https://example.org/a' },
      true,
    ],
    [{ type: 'ACCOUNT_ID', value: 'aB1' }, { type: 'ACCOUNT_ID', value: 'ab1' }, false],
    [{ type: 'USERNAME', value: 'anna' }, { type: 'GROUP_ID', value: 'anna' }, false],
    [
      { type: 'WALLET', value: 'x', chain: 'BITCOIN' },
      { type: 'WALLET', value: 'x', chain: 'LITECOIN' },
      false,
    ],
  ] as const)('%j and %j: %s', (one, other, same) => {
    expect(sameness(one) === sameness(other)).toBe(same);
  });
});
