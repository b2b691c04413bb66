import { isDone, isReplyOrDone } from '../mailbox.js';
import type { RouteRun } from '../run.js';
import { type Decisive, noteReply } from './reply.js';

/** Keeps data preserved: ladders towards the expiry, renewal by a new confirmation, until another step has taken over. */
export async function preserved(run: RouteRun): Promise<Decisive | 'SERVED' | 'EXPIRED'> {
  for (;;) {
    const mail = await run.stand({
      state: 'PRESERVED',
      waitsFor: 'the step that follows',
      reason: run.carry.reason,
      wants: isReplyOrDone('legal-process-served'),
      patience: ['PRESERVED'],
    });
    if (mail === null) return 'EXPIRED';
    if (mail.kind === 'done') return served(run);
    const outcome = noteReply(run, mail);
    if (outcome !== 'ACKNOWLEDGED') return outcome;
    await run.linkReply();
  }
}

/** Another step was served and relies on this preservation: watched until its data are here, or the period ends. */
export async function takenOver(run: RouteRun): Promise<'RECEIVED' | 'EXPIRED'> {
  const mail = await run.stand({
    state: 'PRESERVED',
    waitsFor: 'data of the step that took over',
    reason: run.carry.reason,
    wants: isDone('evidence-received'),
    patience: ['PRESERVED'],
  });
  run.carry.reason = mail === null ? 'preservation ended' : 'data delivered';
  return mail === null ? 'EXPIRED' : 'RECEIVED';
}

/** The period ended and nobody had taken over: somebody has to say whether data were lost. */
export async function expired(run: RouteRun): Promise<void> {
  run.carry.reason = 'preservation expired';
  await run.incident('PRESERVATION_EXPIRED', 'The preservation ended before another step had taken over.');
}

/** Where a wait goes on after a question or a decision: under a preservation that runs, or for the reply. */
export const whereItStood = (run: RouteRun): 'preserved' | 'waiting' =>
  run.carry.clocks.some((clock) => clock.starts === 'PRESERVED' && !clock.ended) ? 'preserved' : 'waiting';

function served(run: RouteRun): 'SERVED' {
  run.carry.reason = 'superseded';
  return 'SERVED';
}
