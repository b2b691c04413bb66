import { isDone } from '../mailbox.js';
import type { RouteRun } from '../run.js';

/** Waits for the review by persons not involved. Overdue is a hard stop: an incident, and the route stays open. */
export async function exPost(run: RouteRun): Promise<void> {
  const wait = {
    state: 'EX_POST',
    waitsFor: 'review by persons not involved',
    reason: run.carry.reason,
    wants: isDone('ex-post-reviewed'),
  } as const;
  const review = await run.stand({ ...wait, patience: ['EX_POST'] });
  if (review === null) {
    await run.incident(
      'EX_POST_OVERDUE',
      'The review after an emergency is overdue; head of office and overseer are told.',
    );
    await run.stand(wait);
  }
  run.carry.reason = 'reviewed';
}
