import { isReplyOrDone } from '../mailbox.js';
import type { RouteRun } from '../run.js';
import { noteReply } from './reply.js';

/** Waits until two persons have received the evidence. The same answer by another channel is linked and changes nothing. */
export async function intake(run: RouteRun): Promise<void> {
  for (;;) {
    const mail = await run.stand({
      state: 'INTAKE',
      waitsFor: 'receipt by custodian and witness',
      reason: run.carry.reason,
      wants: isReplyOrDone('evidence-received'),
    });
    if (mail?.kind === 'reply') {
      noteReply(run, mail);
      await run.linkReply();
      continue;
    }
    run.carry.reason = 'evidence received';
    return;
  }
}
