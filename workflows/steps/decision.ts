import type { DecisionChoice } from '../../contracts/messages.js';
import { isReplyOrDone } from '../mailbox.js';
import type { RouteRun } from '../run.js';
import { type Decisive, noteReply } from './reply.js';

/** Silence, refusal and gaps end in a decision of a person, never in nothing. A reply that comes late still leads on. */
export async function decision(run: RouteRun): Promise<DecisionChoice | Decisive> {
  const mail = await run.stand({
    state: 'DECISION_DUE',
    waitsFor: 'decision',
    reason: run.carry.reason,
    wants: isReplyOrDone('decision-taken'),
  });
  if (mail?.kind === 'reply') {
    const outcome = noteReply(run, mail);
    return outcome === 'ACKNOWLEDGED' ? 'WAIT_ON' : outcome;
  }
  const choice = mail?.choice ?? 'CLOSE';
  run.carry.reason = `decided: ${choice}`;
  return choice;
}
