import { isDispatchOrRevision, takeAll, isRevision } from '../mailbox.js';
import { activities } from '../proxies.js';
import type { RouteRun } from '../run.js';
import { closeRound } from './approval-round.js';
import { takeLot } from './lot.js';

/** Gives the packet to whoever sends it. The activity checks everything again in its own transaction. */
export async function handOver(
  run: RouteRun,
): Promise<'HANDED_OVER' | 'APPROVALS_GONE' | 'HAND_OVER_REFUSED'> {
  const { carry, ref } = run;
  if (!carry.draft) throw new Error('hand-over of a route that has no draft');
  await run.enter('APPROVED', 'hand-over', 'signed');
  const handed = await activities.handOver({ ...ref, digest: carry.draft.digest });
  if (handed.handedOver) {
    await activities.writePacket({ ...ref, outboxId: handed.outboxId });
    return 'HANDED_OVER';
  }
  carry.reason = `hand-over refused: ${handed.reason}`;
  if (handed.reason.startsWith('APPROVAL_')) {
    await closeRound(run, 'expired');
    return 'APPROVALS_GONE';
  }
  carry.handOverRefused = handed.reason;
  return 'HAND_OVER_REFUSED';
}

/**
 * Waits until the sender has recorded time, means and reference. A plan that changes now cannot call the packet back:
 * a person is told, and withdraws the route or lets it go.
 */
export async function dispatch(run: RouteRun): Promise<'SENT'> {
  const { carry } = run;
  for (;;) {
    const mail = await run.stand({
      state: 'HANDED_OVER',
      waitsFor: 'dispatch record',
      reason: 'handed over',
      wants: isDispatchOrRevision,
      until: () => carry.round?.expiresAt ?? null,
    });
    if (mail !== null && typeof mail !== 'string' && mail.kind === 'dispatch') {
      carry.dispatch = { dispatchId: mail.dispatchId, sentAt: mail.sentAt };
      carry.round = null;
      carry.sentDigest = carry.draft?.digest ?? null;
      carry.reason = 'dispatched';
      return 'SENT';
    }
    await (mail === null ? expiredInHand(run) : changedInHand(run));
  }
}

async function expiredInHand(run: RouteRun): Promise<void> {
  await run.incident(
    'DISPATCH_LATE',
    'The signatures expired before anybody recorded that the packet was sent.',
  );
  run.carry.round = null;
}

async function changedInHand(run: RouteRun): Promise<void> {
  takeAll(run.carry, isRevision);
  const { sliceChanged, codes } = await takeLot(run);
  if (!sliceChanged && codes.length === 0) return;
  await run.incident(
    'PACKET_OUTDATED',
    'The case changed after hand-over. Do not send; withdraw the route or decide.',
  );
}
