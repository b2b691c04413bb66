import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  exportCsv,
  exportLines,
  newSigningKey,
  readSigner,
  signCheckpoint,
  systemAct,
  verifyExport,
  type Store,
} from '../../store/index.js';
import { openMemoryStore } from '../support/memory-store.js';

const at = '2026-11-24T09:00:00.000Z';
const origin = 'rogatory.test/1';
const own = readSigner(newSigningKey(origin));
const forged = readSigner(newSigningKey(origin));
const total = 7;

let store: Store;
let lines: string[];

beforeAll(async () => {
  store = await openMemoryStore();
  for (let index = 1; index <= total; index += 1) await happen({ reason: `reason ${index}` });
  await store.transaction((tx) => signCheckpoint(tx, { origin, at, why: 'ASKED', signers: [own] }));
  await happen({ reason: 'after it' });
  lines = await collected(exportLines(store.read));
});
afterAll(() => store.close());

const happen = ({ reason, id = 'n' }: { reason: string; id?: string }) =>
  store.transaction(async (tx) =>
    tx.audit({ verb: 'CASE_READ', act: systemAct('test', at), subject: { kind: 'note', id }, reason }),
  );

async function collected(written: AsyncIterable<string>): Promise<string[]> {
  let text = '';
  for await (const part of written) text += part;
  return text.split('\n').slice(0, -1);
}

async function* of(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}
const foundIn = async (texts: readonly string[], keys: readonly string[] = [own.text]) =>
  (await verifyExport(of(texts), { keys })).findings.map(({ where, what }) => `${where} ${what}`);

describe('an export of the record', () => {
  it('verifies as it was written', async () => {
    expect(await verifyExport(of(lines), { keys: [own.text] })).toMatchObject({
      entries: total + 1,
      checkpoints: 1,
      findings: [],
    });
  });

  it('does not survive the change of any one byte, and the entry or the line is named', async () => {
    for (const index of [0, 1, 3, lines.length - 1]) {
      const line = lines[index] ?? '';
      const bytes = Buffer.from(line, 'utf8');
      for (const place of bytes.keys()) {
        const changed = Buffer.from(bytes);
        changed[place] = (changed[place] ?? 0) ^ 1;
        const found = await foundIn(lines.with(index, changed.toString('utf8')));
        const named =
          index < 2 ? /^(line|checkpoint|entr)/ : new RegExp(`(^|; )(line ${index + 1}|entry ${index - 1}) `);
        expect(found.join('; '), `line ${index + 1}, byte ${place}: ${changed.toString('utf8')}`).toMatch(
          named,
        );
      }
    }
  }, 120_000);

  it('names what was cut out, off, moved or told twice', async () => {
    expect(await foundIn(lines.toSpliced(4, 1))).toEqual(['entry 3 MISSING']);
    expect(await foundIn(lines.slice(0, -3))).toEqual(['entries 6 to 7 MISSING']);
    expect(await foundIn(lines.slice(0, -1))).toEqual(['line 1 CHANGED']);
    const swapped = lines.with(4, lines[5] ?? '').with(5, lines[4] ?? '');
    expect(await foundIn(swapped)).toEqual(['entry 3 OUT_OF_ORDER']);
    expect(await foundIn(lines.toSpliced(5, 0, lines[4] ?? ''))).toContain('entry 3 OUT_OF_ORDER');
  });

  it('of another record, signed with another key, is not taken for this one', async () => {
    const other = await openMemoryStore();
    await other.transaction(async (tx) =>
      tx.audit({ verb: 'CASE_READ', act: systemAct('test', at), subject: { kind: 'note', id: 'n' } }),
    );
    await other.transaction((tx) => signCheckpoint(tx, { origin, at, why: 'ASKED', signers: [forged] }));
    const written = await collected(exportLines(other.read));
    await other.close();
    expect(await foundIn(written)).toEqual(['checkpoint of 1 (the export) CHECKPOINT_OTHER_KEY']);
  });
});

describe('somebody who writes into a reason what is not for reading', () => {
  const attacks = {
    'a formula': '=HYPERLINK("http://x","y")',
    'a formula after a space': ' =1+1',
    'a formula by plus': '+1',
    'a formula by minus': '-1',
    'a formula by at': '@SUM(A1)',
    'a formula in full width': '\uff1d1',
    'a formula after a tab': '\t=1',
    'a formula after a line break': '\r=1',
    'a second line': 'x\r\n9999,2026-11-24T09:00:00.000Z,APPROVAL_DECIDED',
    'a colour of the terminal': '\u001b[2J\u001b[31mx',
    'a turn of direction': 'abc\u202egpj.exe',
    'a sign without width': 'ad\u200bmin',
    'quotes and commas': 'he said "no", twice',
  };

  it.each(Object.entries(attacks))('%s stands in the CSV as text that is seen', async (_, reason) => {
    await happen({ reason, id: reason });
    const csv = (await collected(exportCsv(store.read))).at(-1) ?? '';
    expect(csv).toMatch(/^\d+,2026-11-24T09:00:00\.000Z,CASE_READ,system,test,,note,/);
    expect(csv.replace(/\r$/, '')).not.toMatch(/[\p{Cc}\u200b\u202e]/u);
    const cells = csv.match(/("([^"]|"")*"|[^,]*)(,|\r$)/g) ?? [];
    expect(cells).toHaveLength(14);
    for (const cell of cells) expect(cell).not.toMatch(/^"?\s*[=+\-@\uff1d]/);
  });

  it('is still told from what he did not write: the lines of the export stay one an entry', async () => {
    const after = await collected(exportLines(store.read));
    expect(after).toHaveLength(lines.length + Object.keys(attacks).length);
    expect(await foundIn(after)).toEqual([]);
  });
});
