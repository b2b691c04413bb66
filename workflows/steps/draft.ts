import { papers } from '../proxies.js';
import { isRevision, takeAll } from '../mailbox.js';
import type { RouteRun } from '../run.js';
import { takeLot } from './lot.js';

/**
 * Renders every form of the route. Never waits: what is missing is a state of its own.
 * A route without forms has nothing to render; what is signed is then the slice of the case it rests on.
 */
export async function draft(run: RouteRun): Promise<'complete' | 'missing'> {
  const { carry, ref } = run;
  takeAll(carry, isRevision);
  await run.enter('DRAFT', null, carry.reason);
  const { sliceDigest } = await takeLot(run);
  const { forms } = carry.lot.terms;
  if (forms.length === 0) {
    carry.draft = { documentId: null, digest: sliceDigest };
    return 'complete';
  }
  const rendered = await papers.renderDraft({ ...ref, planId: carry.planId, forms });
  if (rendered.complete) {
    carry.draft = { documentId: rendered.documentId, digest: rendered.digest };
    return 'complete';
  }
  carry.draft = null;
  carry.note = rendered.missing
    .map((one) => one.field)
    .join(', ')
    .slice(0, 500);
  return 'missing';
}

/** Waits for the facts that the draft named. */
export async function missingFields(run: RouteRun): Promise<void> {
  const waitsFor = `fields: ${run.carry.note ?? ''}`;
  await run.stand({ state: 'FIELDS_MISSING', waitsFor, reason: 'fields missing', wants: isRevision });
  run.carry.reason = 'facts changed';
}

/** Waits until the drafter has changed what the signer sent back. */
export async function returned(run: RouteRun): Promise<void> {
  await run.stand({ state: 'RETURNED', waitsFor: 'revision', reason: 'returned', wants: isRevision });
  run.carry.reason = 'revised';
}
