import { papers } from '../proxies.js';
import { isDone, isRevision, takeAll } from '../mailbox.js';
import type { RouteRun } from '../run.js';
import { takeLot } from './lot.js';

/** A route without forms has nothing to render; what is signed is the slice of the case it rests on. */
export async function describe(run: RouteRun): Promise<'DRAFTED'> {
  takeAll(run.carry, isRevision);
  await run.enter('DRAFT', null, run.carry.reason);
  const { sliceDigest } = await takeLot(run);
  run.carry.draft = { documentId: null, digest: sliceDigest };
  return 'DRAFTED';
}

/** Renders every form of the route. Never waits: what is missing is a state of its own. */
export async function draft(run: RouteRun): Promise<'DRAFTED' | 'FIELDS_MISSING'> {
  const { carry, ref } = run;
  takeAll(carry, isRevision);
  await run.enter('DRAFT', null, carry.reason);
  await takeLot(run);
  const { forms } = carry.lot.terms;
  const rendered = await papers.renderDraft({ ...ref, planId: carry.planId, forms });
  if (rendered.complete && rendered.digest === carry.sentDigest) return asBefore(run);
  if (rendered.complete) {
    if (carry.draft?.digest !== rendered.digest) voidTranslation(run);
    carry.draft = { documentId: rendered.documentId, digest: rendered.digest };
    return 'DRAFTED';
  }
  carry.draft = null;
  carry.note = rendered.missing
    .map((one) => one.field)
    .join(', ')
    .slice(0, 500);
  return 'FIELDS_MISSING';
}

/** The very same letter is not sent twice: whoever wants to ask again changes what was asked. */
function asBefore({ carry }: RouteRun): 'FIELDS_MISSING' {
  carry.draft = null;
  carry.note = 'a change: this is the letter that was sent';
  return 'FIELDS_MISSING';
}

function voidTranslation({ carry }: RouteRun): void {
  carry.translated = false;
  takeAll(carry, isDone('translation-lodged'));
}

/** Waits for the facts that the draft named. */
export async function missingFields(run: RouteRun): Promise<'REVISED'> {
  const waitsFor = `fields: ${run.carry.note ?? ''}`;
  await run.stand({ state: 'FIELDS_MISSING', waitsFor, reason: 'fields missing', wants: isRevision });
  run.carry.reason = 'facts changed';
  return 'REVISED';
}

/** Waits until the drafter has changed what the signer sent back. */
export async function returned(run: RouteRun): Promise<'REVISED'> {
  await run.stand({ state: 'RETURNED', waitsFor: 'revision', reason: 'returned', wants: isRevision });
  run.carry.reason = 'revised';
  return 'REVISED';
}
