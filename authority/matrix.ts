import { officers, supervisors, unitHeads, caseTeam, onlookers, signers, direct } from './circles.js';
import { grant } from './grant.js';
import type { Grant } from './grant.js';
import { approvalLines } from './matrix-approvals.js';
import { answerLines } from './matrix-answers.js';
import { peopleLines } from './matrix-people.js';
import { rulesLines } from './matrix-rules.js';

/**
 * Who may do what (specification C.1, C.3). Deny by default: a pair of role and action that no line names is refused.
 * The administrator appears in no line about a case: he or she runs the system and reads no content (E.2-5).
 */
export const matrix: readonly Grant[] = [
  ...peopleLines,
  ...rulesLines,

  grant('case.open', officers, 'Officers bring cases.'),
  grant(
    'form.read',
    [...caseTeam, ...onlookers],
    'The blank for the night lies ready with everybody who may need it.',
  ),
  grant('emergency.open', officers, 'Who is told of a danger asks for everything at once (C01, C.10).'),
  grant('case.list', [...caseTeam, ...onlookers], 'A list holds only what the reader sees.'),
  grant('case.read', caseTeam, 'Who works on a case, or is asked to sign in it, reads it.', ['NEED_TO_KNOW']),
  grant('case.read', onlookers, 'Oversight and audit read without asking the unit.', ['NEED_TO_KNOW']),
  grant('case.addMember', [...officers, ...supervisors], 'The unit says who works on its cases.', [
    'NEED_TO_KNOW',
    'OWN_UNIT',
  ]),

  grant('facts.record', [...officers, ...signers], 'The dictionary says which role answers what.', [
    'NEED_TO_KNOW',
  ]),
  grant('decision.record', officers, 'Officers enter decisions that the dictionary leaves to them.', [
    'NEED_TO_KNOW',
    'NAMED_ROLE',
  ]),
  grant('decision.record', signers, 'Nobody lifts a gate of a case of his or her own (A.7a).', [
    'NEED_TO_KNOW',
    'NAMED_ROLE',
    'NOT_DRAFTER',
  ]),
  grant('decision.second', signers, 'The second of two persons stands outside the request (A.7a).', [
    'NEED_TO_KNOW',
    'NAMED_ROLE',
    'NOT_DRAFTER',
  ]),
  grant(
    'case.askErasure',
    ['SUPERVISOR', 'EVIDENCE_CUSTODIAN'],
    'Who answers for the case, or keeps its evidence, reviews what is still needed (C.14-13).',
    ['NEED_TO_KNOW'],
  ),
  grant(
    'case.erase',
    ['LEGAL_ADVISOR', 'HEAD_OF_OFFICE'],
    'Deletion takes two persons; the second knows the law and owns nothing of the case (C.14-13).',
    ['NEED_TO_KNOW', 'NOT_DRAFTER'],
  ),
  grant(
    'override.record',
    ['SUPERVISOR', 'LEGAL_ADVISOR', 'HEAD_OF_OFFICE'],
    'Policy is set aside by those who answer for it, not by who profits (C.3).',
    ['NEED_TO_KNOW', 'NOT_DRAFTER'],
  ),
  grant('override.second', ['LEGAL_ADVISOR'], 'No override without a legal adviser (C.3).', [
    'NEED_TO_KNOW',
    'NOT_DRAFTER',
  ]),
  grant('determination.make', [...officers, ...signers], 'Asking the rules changes nothing that runs.', [
    'NEED_TO_KNOW',
  ]),

  grant('plan.choose', officers, 'Officers choose the steps of their unit’s cases.', [
    'NEED_TO_KNOW',
    'OWN_UNIT',
  ]),
  grant('plan.start', officers, 'Drafting never waits for a signature.', ['NEED_TO_KNOW', 'OWN_UNIT']),
  grant('plan.adopt', officers, 'Officers adopt what touches drafts only.', [
    'NEED_TO_KNOW',
    'OWN_UNIT',
    'NOTHING_APPROVED',
  ]),
  grant('plan.adopt', supervisors, 'A supervisor adopts once anything is approved or sent.', [
    'NEED_TO_KNOW',
  ]),

  ...approvalLines,

  grant('inFlight.enter', officers, 'Who has the paper in hand enters what was sent before (C.2).', [
    'NEED_TO_KNOW',
    'OWN_UNIT',
  ]),
  grant('inFlight.confirm', supervisors, 'A second person stands behind what was entered later (C.2).', [
    'NEED_TO_KNOW',
    'NOT_DRAFTER',
  ]),
  grant(
    'dispatch.record',
    [...officers, 'CHANNEL_UNIT', 'CONTACT_24_7'],
    'Direct requests are sent by the officer or the channel’s own staff.',
    ['NEED_TO_KNOW'],
    direct,
  ),
  grant(
    'dispatch.record',
    ['CHANNEL_UNIT', 'CONTACT_24_7'],
    'Police channels are used by their own staff.',
    ['NEED_TO_KNOW'],
    ['P2P'],
  ),
  grant(
    'dispatch.record',
    ['CONTACT_24_7', 'CENTRAL_AUTHORITY'],
    'Between Parties the 24/7 contact or the central authority sends.',
    ['NEED_TO_KNOW'],
    ['ART29', 'ART30'],
  ),
  grant(
    'dispatch.record',
    ['CENTRAL_AUTHORITY'],
    'Assistance is asked by the central authority alone.',
    ['NEED_TO_KNOW'],
    ['MLA', 'UNCC', 'SAP2'],
  ),
  ...answerLines,
  grant('evidence.read', caseTeam, 'The case team reads what came in, but for what is privileged (C.14-7).', [
    'NEED_TO_KNOW',
    'NOT_PRIVILEGED',
  ]),
  grant('evidence.read', ['EVIDENCE_CUSTODIAN', 'EVIDENCE_WITNESS'], 'The evidence store keeps every file.', [
    'NEED_TO_KNOW',
  ]),
  grant('evidence.read', ['FILTER_PERSON'], 'The filter person screens outside the case team (C.1).', [
    'NEED_TO_KNOW',
    'NOT_ON_THE_CASE',
  ]),
  grant('evidence.read', onlookers, 'Oversight and audit read without asking the unit.', ['NEED_TO_KNOW']),
  grant(
    'evidence.upload',
    [...officers, 'EVIDENCE_CUSTODIAN', 'CENTRAL_AUTHORITY'],
    'Who receives the file puts it into quarantine.',
    ['NEED_TO_KNOW'],
  ),
  grant(
    'evidence.receive',
    ['EVIDENCE_CUSTODIAN', 'EVIDENCE_WITNESS'],
    'Two persons of the evidence store sign (C.14).',
    ['NEED_TO_KNOW', 'NAMED_ROLE'],
  ),
  grant(
    'hold.place',
    ['LEGAL_ADVISOR', 'PROSECUTOR', 'HEAD_OF_OFFICE', 'OVERSEER'],
    'Who answers for law and rights stops a request at once (C.1, HR-28).',
    ['NEED_TO_KNOW'],
  ),
  grant(
    'hold.release',
    ['LEGAL_ADVISOR', 'PROSECUTOR', 'HEAD_OF_OFFICE'],
    'Holds are released by lawyers; a rights hold by legal adviser and head of office together (C.3).',
    ['NEED_TO_KNOW', 'NOT_DRAFTER'],
  ),
  grant(
    'pause.place',
    ['ADMINISTRATOR', 'HEAD_OF_OFFICE', 'OVERSEER'],
    'Who runs the system stops a channel; so does oversight, which may stop a practice (HR-28).',
  ),
  grant('pause.end', ['ADMINISTRATOR', 'HEAD_OF_OFFICE'], 'Who runs the channel opens it again.'),
  grant('pause.list', 'EVERYBODY', 'What is held shows to everybody (C.2).'),
  grant('start.read', 'EVERYBODY', 'What is held shows to everybody; which routes, by need to know (C.2).'),
  grant(
    'start.release',
    ['HEAD_OF_OFFICE'],
    'Who answers for every letter of the office lets it move again (C.2).',
  ),
  grant('withdrawal.record', supervisors, 'Supervisors withdraw (C.3).', ['NEED_TO_KNOW']),
  grant('clock.turn', supervisors, 'Who answers for the office’s own periods lets them stand still.', [
    'NEED_TO_KNOW',
  ]),
  grant(
    'withdrawal.record',
    ['CENTRAL_AUTHORITY'],
    'Assistance is withdrawn by who asked for it (C.3).',
    ['NEED_TO_KNOW'],
    ['MLA'],
  ),
  grant(
    'report.record',
    [...officers, ...supervisors, 'CENTRAL_AUTHORITY'],
    'Who follows the request says what became of it.',
    ['NEED_TO_KNOW'],
  ),
  grant(
    'review.record',
    ['LEGAL_ADVISOR', 'OVERSEER'],
    'An emergency is reviewed by a person who had no part in it (HR-07, HR-13).',
    ['NEED_TO_KNOW', 'NOT_INVOLVED'],
  ),
  grant(
    'conflict.declare',
    [...caseTeam, 'OVERSEER'],
    'Whoever has a conflict of interest says so at once.',
    ['NEED_TO_KNOW'],
  ),
  grant(
    'conflict.record',
    [...supervisors, 'HEAD_OF_OFFICE'],
    'A supervisor keeps a person with a conflict out of the case.',
    ['NEED_TO_KNOW', 'OWN_UNIT', 'OF_THE_OFFICE'],
  ),
  grant('conflict.record', ['OVERSEER'], 'Oversight keeps its own people out of a case.', ['NEED_TO_KNOW']),
  grant(
    'conflict.read',
    [...supervisors, 'HEAD_OF_OFFICE', ...onlookers],
    'Supervisors see what waits because of a conflict.',
  ),
  grant(
    'conflict.end',
    [...supervisors, 'HEAD_OF_OFFICE'],
    'A conflict is ended by a supervisor, never by the person who has it.',
    ['NEED_TO_KNOW', 'OWN_UNIT'],
  ),

  grant(
    'mark.set',
    [...officers, ...supervisors, 'LEGAL_ADVISOR', 'PROSECUTOR', 'EVIDENCE_CUSTODIAN'],
    'Whoever finds surplus, privileged or source material seals it at once (P14, C.14-7).',
    ['NEED_TO_KNOW'],
  ),
  grant(
    'mark.end',
    ['LEGAL_ADVISOR', 'PROSECUTOR'],
    'Lawyers decide what becomes of sealed material (P14).',
    ['NEED_TO_KNOW', 'OWN_UNIT'],
  ),
  grant(
    'read.list',
    [...supervisors, 'HEAD_OF_OFFICE', ...onlookers],
    'Who read a case is known to those who answer for it (HR-16).',
    ['NEED_TO_KNOW'],
  ),

  grant('alert.list', onlookers, 'Alerts go past the unit to oversight (E.2-7).'),
  grant('alert.acknowledge', ['OVERSEER'], 'The overseer says what came of an alert.', ['NEED_TO_KNOW']),

  grant('webhook.list', unitHeads, 'The unit knows which systems are told of its cases.', ['OWN_UNIT']),
  grant('webhook.manage', unitHeads, 'The unit answers for who is told of its cases.', ['OWN_UNIT']),

  grant('audit.read', onlookers, 'The whole record is for oversight and audit (E.2-5).'),
  grant(
    'audit.verify',
    'EVERYBODY',
    'Anybody may check that the record was not touched; proofs hold digests only.',
  ),
];
