import { RogatoryError } from '../contracts/errors.js';
import { paragraphsOf } from '../contracts/letter.js';
import { newId } from './ids.js';
import type { DraftRow } from './documents.js';
import type { Reading, Tx } from './tx.js';

/** What is said about one paragraph of a draft, in the signer's own words. */
export type CommentToKeep = { paragraph: string; says: string };

/**
 * Keeps what a signer says about paragraphs of the draft that the ticket returns, in the order written. Throws
 * APPROVAL_COMMENT_PARAGRAPH for one that the draft does not have.
 */
export async function keepComments(
  tx: Tx,
  {
    ticketId,
    document,
    comments,
  }: { ticketId: string; document: DraftRow; comments: readonly CommentToKeep[] },
): Promise<void> {
  if (comments.length === 0) return;
  const there = new Set(paragraphsOf(document.fields).map(({ paragraph }) => paragraph));
  const unknown = comments.find(({ paragraph }) => !there.has(paragraph));
  if (unknown) throw new RogatoryError('APPROVAL_COMMENT_PARAGRAPH', { about: unknown.paragraph });
  const { caseId, id: documentId } = document;
  const secrets = await tx.secrets.of(caseId);
  const rows = comments.map(({ paragraph, says }, position) => {
    const id = newId();
    const row = { id, caseId, ticketId, documentId, position, paragraph };
    return { ...row, ...secrets.seal('returnComments', id, { says }) };
  });
  await tx.db.insertInto('returnComments').values(rows).execute();
}

/** Comments of a route that counted: those of tickets that were redeemed, the oldest first. */
export async function commentsOfRoute(read: Reading, routeId: string) {
  const rows = await read.db
    .selectFrom('returnComments as c')
    .innerJoin('votes as v', 'v.ticketId', 'c.ticketId')
    .innerJoin('documents as d', 'd.id', 'c.documentId')
    .select(['c.id', 'c.caseId', 'c.documentId', 'd.version', 'c.paragraph', 'c.says'])
    .select(['v.personId as byPerson', 'v.onBehalfOf', 'v.role', 'v.at'])
    .where('v.routeId', '=', routeId)
    .orderBy('v.at')
    .orderBy('c.position')
    .execute();
  return Promise.all(
    rows.map(async ({ id, caseId, ...row }) =>
      (await read.secrets.of(caseId)).open('returnComments', id, row),
    ),
  );
}

/** The version of a draft that was returned last before this one was laid before its signers, with the instant. */
export async function returnedBefore(
  { db }: Reading,
  { routeId, digest, sliceDigest }: Pick<DraftRow, 'routeId' | 'digest' | 'sliceDigest'>,
): Promise<{ documentId: string; version: number; at: string | null } | null> {
  const own = await db
    .selectFrom('approvalRounds')
    .select('number')
    .where('routeId', '=', routeId)
    .where('digest', '=', digest)
    .where('sliceDigest', '=', sliceDigest)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  let returned = db
    .selectFrom('approvalRounds as r')
    .innerJoin('documents as d', (on) =>
      on
        .onRef('d.routeId', '=', 'r.routeId')
        .onRef('d.digest', '=', 'r.digest')
        .onRef('d.sliceDigest', '=', 'r.sliceDigest'),
    )
    .select(['d.id as documentId', 'd.version', 'r.closedAt as at'])
    .where('r.routeId', '=', routeId)
    .where('r.why', '=', 'returned');
  if (own) returned = returned.where('r.number', '<', own.number);
  const found = await returned
    .orderBy('r.number', 'desc')
    .orderBy('d.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}
