import type { Act } from './actor.js';
import type { Tx } from './tx.js';

/**
 * Keeps which identifiers an item has, as blind values only, and says of each whether another case has it too: not which
 * one. What the item had before no longer counts. An identifier that was met is audited, so that nobody asks the index in
 * silence.
 * @param same one text for every spelling of an identifier
 */
export async function keepIdentifiers(
  tx: Tx,
  act: Act,
  { caseId, item, same }: { caseId: string; item: string | null; same: readonly string[] },
): Promise<readonly boolean[]> {
  const macs = await tx.secrets.blind(same);
  const of = item ?? '';
  await tx.db.deleteFrom('blindIdentifiers').where('caseId', '=', caseId).where('item', '=', of).execute();
  if (macs.length === 0) return [];
  await tx.db
    .insertInto('blindIdentifiers')
    .values(macs.map((mac) => ({ caseId, item: of, mac })))
    .onConflict((on) => on.doNothing())
    .execute();
  const elsewhere = await tx.db
    .selectFrom('blindIdentifiers')
    .select('mac')
    .distinct()
    .where('mac', 'in', [...macs])
    .where('caseId', '!=', caseId)
    .execute();
  const met = macs.map((mac) => elsewhere.some((row) => Buffer.compare(row.mac, mac) === 0));
  const body = { item, met: met.filter(Boolean).length, of: met.length };
  if (body.met > 0)
    tx.audit({ verb: 'IDENTIFIER_MET', act, subject: { kind: 'case', id: caseId }, caseId, body });
  return met;
}
