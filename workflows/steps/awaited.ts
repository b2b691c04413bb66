import { decisionChoices, reports, type ClockEvent, type RouteEvent } from '../../contracts/route-events.js';
import type { RouteState } from '../../contracts/codes.js';
import type { Mail } from '../../contracts/workflow-inputs.js';
import { replyWaits } from '../clocks.js';
import type { MailOf } from '../mailbox.js';
import type { RouteRun } from '../run.js';
import type { Row } from '../table.js';
import { warnOfShortPeriod } from './short-period.js';

/**
 * Waits for one of the events that are the ways out of the row: a reply, a report, a decision it offers, or the end of a
 * clock. Acknowledgements move a row along the states it shows; replies that lead back are linked and change nothing.
 */
export async function awaited(run: RouteRun, row: Row<string>): Promise<RouteEvent> {
  const { carry } = run;
  await onEntry(run, row);
  for (;;) {
    const came = await run.stand({
      state: standsIn(run, row),
      waitsFor: row.waitsFor,
      reason: carry.reason,
      wants: (mail): mail is MailOf<'reply' | 'done'> => eventOf(row, mail) !== null,
      ends: clockWays(row),
      asks: row.ways.ASKED !== undefined,
    });
    if (came === null) throw new Error(`${row.waitsFor}: a wait without an end has ended`);
    if (typeof came === 'string') return because(run, came);
    const event = eventOf(row, came);
    if (came.kind === 'done' || event === null) return because(run, event ?? 'CLOSE');
    noteReply(run, came);
    if (event === 'ACKNOWLEDGED' && movesOn(run, row)) continue;
    const stays = row.replies === 'note' || (row.rests && row.ways[event] === 'back');
    if (!stays) return event;
    await run.linkReply();
  }
}

async function onEntry(run: RouteRun, row: Row<string>): Promise<void> {
  const { carry } = run;
  if (carry.entered !== null) return;
  const state = standsIn(run, row);
  await run.enter(state, row.waitsFor, carry.reason);
  if (row.incident) await run.incident(row.incident.code, row.incident.says);
  if (state === 'PRESERVED') await warnOfShortPeriod(run);
}

const standsIn = ({ carry }: RouteRun, { shows }: Row<string>): RouteState =>
  shows[Math.min(carry.standing, shows.length - 1)] ?? 'DECISION_DUE';

/** The event that a piece of mail is to the row; null when the row does not want it. */
function eventOf(row: Row<string>, mail: Mail): RouteEvent | null {
  if (mail.kind === 'reply') return row.replies === 'none' ? null : mail.outcome;
  if (mail.kind !== 'done') return null;
  const event = reported(mail);
  return row.ways[event] === undefined ? null : event;
}

function reported(mail: MailOf<'done'>): RouteEvent {
  if (mail.what === 'decision-taken') return mail.choice ?? 'CLOSE';
  if (mail.what === 'ex-post-reviewed') return mail.verdict;
  return reports[mail.what];
}

/** Which clocks end the wait, and as what event. */
function clockWays({
  shows,
  ways,
}: Row<string>): readonly { event: ClockEvent; starts: readonly RouteState[] }[] {
  const ofWait = shows.some((state) => replyWaits.includes(state)) ? replyWaits : shows;
  return [
    ...(ways.SILENT === undefined ? [] : [{ event: 'SILENT' as const, starts: ofWait }]),
    ...(ways.OVERDUE === undefined ? [] : [{ event: 'OVERDUE' as const, starts: shows }]),
    ...(ways.LAPSED === undefined ? [] : [{ event: 'LAPSED' as const, starts: preservation }]),
  ];
}

const preservation: readonly RouteState[] = ['PRESERVED'];

/** Takes a reply over as the one that leads on; its dates start clocks, and it is linked to the state it led to. */
function noteReply(run: RouteRun, { replyId, outcome, receivedAt }: MailOf<'reply'>): void {
  run.carry.lastReply = { replyId, outcome, receivedAt, linked: false };
  run.carry.reason = `reply: ${outcome}`;
}

function movesOn({ carry }: RouteRun, { rests, shows }: Row<string>): boolean {
  if (!rests || shows.length < 2) return false;
  carry.standing = Math.min(carry.standing + 1, shows.length - 1);
  carry.entered = null;
  return true;
}

const words: Partial<Record<RouteEvent, string>> = {
  RECEIVED: 'evidence received',
  CLARIFIED: 'clarification answered',
  SERVED: 'superseded',
  LETTER_SENT: 'letter sent',
  CONFIRMED: 'need confirmed',
  CONSENT_WITHDRAWN: 'consent withdrawn',
  TRANSLATED: 'translation lodged',
  MEASURES_TAKEN: 'measures taken',
  VALIDATED: 'reviewed: validated',
  NOT_VALIDATED: 'reviewed: not validated',
  SILENT: 'no reply',
  OVERDUE: 'overdue',
  LAPSED: 'preservation expired',
  ASKED: 'a question is due',
};

function because(run: RouteRun, event: RouteEvent): RouteEvent {
  const decided = decisionChoices.some((choice) => choice === event);
  run.carry.reason = decided ? `decided: ${event}` : (words[event] ?? event);
  return event;
}
