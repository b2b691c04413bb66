import { isRevision, takeAll } from '../mailbox.js';
import type { RouteRun } from '../run.js';
import { takeLot } from './lot.js';

/**
 * Waits until no blocker holds the lot back. CASE_CHANGED: the slice of the case is another than the one drafted.
 * A hand-over that was refused is looked at again only when something changed.
 */
export async function checks(run: RouteRun): Promise<'CLEAR' | 'CASE_CHANGED'> {
  const { carry } = run;
  for (;;) {
    takeAll(carry, isRevision);
    const seen = await takeLot(run);
    if (seen.sliceChanged) return changed(run);
    const held = seen.codes.length > 0 ? seen.codes.join(', ') : carry.handOverRefused;
    await run.enter('CHECKS', held, held === null ? 'checked' : 'held');
    if (held === null) return 'CLEAR';
    await run.stand({ state: 'CHECKS', waitsFor: held, reason: 'held', wants: isRevision });
    carry.handOverRefused = null;
  }
}

function changed(run: RouteRun): 'CASE_CHANGED' {
  run.carry.handOverRefused = null;
  run.carry.reason = 'the case changed';
  return 'CASE_CHANGED';
}
