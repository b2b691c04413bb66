import { onlookers, passedOn, unitHeads } from './circles.js';
import { grant } from './grant.js';
import type { Grant } from './grant.js';

/** Lines about the people of the office: who they are, who is there, and who stands in for whom (specification C.2). */
export const peopleLines: readonly Grant[] = [
  grant('self.read', 'EVERYBODY', 'Everybody may know who he or she is here.'),
  grant('self.signOut', 'EVERYBODY', 'Everybody may end his or her own sessions.'),
  grant(
    'self.mailbox',
    'EVERYBODY',
    'Everybody says where, when and in which language he or she is written to.',
  ),
  grant('self.calendar', 'EVERYBODY', 'Everybody may read his or her own deadlines in a calendar.'),
  grant('notice.list', 'EVERYBODY', 'What somebody was told is his or hers to read again.'),
  grant(
    'notice.acknowledge',
    [...passedOn, 'OVERSEER'],
    'Who was told takes note of it, and nobody else does; auditor and administrator are told nothing.',
  ),
  grant(
    'mail.unsent',
    [...unitHeads, 'ADMINISTRATOR'],
    'A mail that does not arrive is told to those who can do something about it; what it says is not shown.',
  ),
  grant('people.signOut', ['ADMINISTRATOR'], 'A stolen session is ended at once, whosever it is.'),
  grant('people.signOut', unitHeads, 'The unit sees first that a session is in wrong hands.', ['OWN_UNIT']),
  grant(
    'people.read',
    [...unitHeads, ...onlookers, 'ADMINISTRATOR'],
    'Who answers for people knows who is who.',
  ),
  grant('people.read', 'EVERYBODY', 'Everybody knows the people of the unit, and who is on duty.', [
    'OWN_UNIT',
  ]),
  grant(
    'people.readChanges',
    ['ADMINISTRATOR', 'HEAD_OF_OFFICE', ...onlookers],
    'Who is given what power is seen by who confirms it, and by oversight.',
  ),
  grant(
    'people.propose',
    ['ADMINISTRATOR'],
    'An administrator says who is who, never of himself or herself.',
    ['NOT_ONESELF'],
  ),
  grant(
    'people.confirm',
    ['ADMINISTRATOR', 'HEAD_OF_OFFICE'],
    'What gives power takes two persons, and neither is whom it is about.',
    ['NOT_ONESELF'],
  ),
  grant('people.readWork', passedOn, 'Everybody knows what lies with him or her.', ['ONESELF']),
  grant('people.readWork', unitHeads, 'The supervisor knows what lies with whom.', ['OWN_UNIT']),
  grant('people.handOver', unitHeads, 'The supervisor says who goes on with it.', ['OWN_UNIT']),
  grant('people.leave', unitHeads, 'The unit sees its people off.', ['OWN_UNIT', 'NOT_ONESELF']),
  grant('people.leave', ['ADMINISTRATOR'], 'Who has left signs in no more, whatever the unit.', [
    'NOT_ONESELF',
  ]),

  grant('absence.record', passedOn, 'Who will be away says so.', ['ONESELF']),
  grant('absence.record', unitHeads, 'Who fell ill cannot say so.', ['OWN_UNIT']),
  grant('delegation.give', passedOn, 'Who will be away names who stands in (C.2).', ['ONESELF']),
  grant('delegation.give', unitHeads, 'The unit sees to it that somebody does its own work.', [
    'OWN_UNIT',
    'UNIT_ROLE',
  ]),
  grant('delegation.end', passedOn, 'Giver and taker may both end it at any time.', ['ONESELF']),
  grant('delegation.end', unitHeads, 'The unit takes back what it need not have given.', ['OWN_UNIT']),
  grant('rota.set', unitHeads, 'The supervisor says who is on duty.', ['OWN_UNIT']),
  grant(
    'wait.read',
    [...unitHeads, ...onlookers],
    'What waits for nobody is seen by who can mend it, and by oversight.',
  ),
];
