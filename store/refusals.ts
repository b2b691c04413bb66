import type { Selectable } from 'kysely';
import type { Actor } from './actor.js';
import { newId } from './ids.js';
import type { RefusalsTable } from './schema-access.js';
import type { Reading, Tx } from './tx.js';

export type Refusal = Selectable<RefusalsTable>;
export type RefusalToKeep = Omit<Refusal, 'id'> & {
  actor: Actor;
  params: Readonly<Record<string, string>>;
};

/** Keeps a refusal with what of the matrix was lacking; answers its reference. */
export async function keepRefusal(tx: Tx, input: RefusalToKeep): Promise<string> {
  const { actor, params, lines, ...rest } = input;
  const id = newId();
  await tx.db
    .insertInto('refusals')
    .values({ ...rest, id, lines: JSON.stringify(lines) })
    .execute();
  tx.audit({
    verb: 'ACCESS_REFUSED',
    act: { actor, at: rest.at },
    subject: { kind: 'address', id: rest.address },
    reason: rest.code,
    body: { method: rest.method, params, reference: id },
  });
  return id;
}

/** A refusal of this person; `null` for anybody else's. */
export async function refusalOf(read: Reading, personId: string, id: string): Promise<Refusal | null> {
  const row = await read.db
    .selectFrom('refusals')
    .selectAll()
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}
