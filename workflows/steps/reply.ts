import type { ReplyOutcome, RouteState } from '../../contracts/codes.js';
import { replyWaits } from '../clocks.js';
import { isReply, isReplyOrDone, type MailOf } from '../mailbox.js';
import type { RouteRun } from '../run.js';

export type Decisive = Exclude<ReplyOutcome, 'ACKNOWLEDGED'>;

/** Takes a reply over as the one that leads on; its dates start clocks, and it is linked to the state it led to. */
export function noteReply(run: RouteRun, reply: MailOf<'reply'>): ReplyOutcome {
  const { replyId, outcome, receivedAt } = reply;
  run.carry.lastReply = { replyId, outcome, receivedAt, linked: false };
  run.carry.reason = `reply: ${outcome}`;
  return outcome;
}

/**
 * Waits for a reply through the named states: every acknowledgement moves one on. Silence is when all clocks of the wait
 * have ended. Replies in `only noted` change nothing: the wait goes on.
 */
export async function reply(
  run: RouteRun,
  states: readonly [RouteState, ...RouteState[]],
  onlyNoted: readonly Decisive[] = [],
): Promise<Decisive | 'SILENT'> {
  const { carry } = run;
  for (;;) {
    const state = states[Math.min(carry.standing, states.length - 1)] ?? states[0];
    const mail = await run.stand({
      state,
      waitsFor: 'reply',
      reason: carry.reason,
      wants: isReply,
      patience: replyWaits,
    });
    if (mail === null) return silent(run);
    const outcome = noteReply(run, mail);
    if (outcome === 'ACKNOWLEDGED') moveOn(run, states.length);
    else if (onlyNoted.includes(outcome)) await run.linkReply();
    else return outcome;
  }
}

/** Waits until the office has answered the question that came back; a further reply leads on as well. */
export async function clarification(run: RouteRun): Promise<'ANSWERED_THEM' | 'OVERDUE' | ReplyOutcome> {
  const mail = await run.stand({
    state: 'CLARIFICATION',
    waitsFor: 'answer to the clarification',
    reason: run.carry.reason,
    wants: isReplyOrDone('clarification-answered'),
    patience: ['CLARIFICATION'],
  });
  if (mail?.kind === 'reply') return noteReply(run, mail);
  run.carry.reason = mail === null ? 'clarification overdue' : 'clarification answered';
  return mail === null ? 'OVERDUE' : 'ANSWERED_THEM';
}

function silent(run: RouteRun): 'SILENT' {
  run.carry.reason = 'no reply';
  return 'SILENT';
}

function moveOn(run: RouteRun, states: number): void {
  run.carry.standing = Math.min(run.carry.standing + 1, states - 1);
  run.carry.entered = null;
}
