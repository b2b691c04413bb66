import type { RouteFamily, Role } from '../contracts/codes.js';

/** Closed list of what a person can ask the system for. Every endpoint names exactly one of them. */
export const actions = [
  'self.read',
  'self.signOut',
  'self.mailbox',
  'self.calendar',
  'notice.list',
  'notice.acknowledge',
  'mail.unsent',
  'people.signOut',
  'people.read',
  'people.readChanges',
  'people.propose',
  'people.confirm',
  'people.readWork',
  'people.handOver',
  'people.leave',
  'absence.record',
  'delegation.give',
  'delegation.end',
  'rota.set',
  'wait.read',
  'rules.read',
  'rules.draft',
  'rules.approve',
  'rules.publish',
  'rules.takeBack',
  'register.readProposals',
  'register.decideProposal',
  'case.open',
  'emergency.open',
  'form.read',
  'case.list',
  'case.read',
  'case.addMember',
  'facts.record',
  'decision.record',
  'decision.second',
  'case.askErasure',
  'case.erase',
  'override.record',
  'override.second',
  'determination.make',
  'plan.choose',
  'plan.start',
  'plan.adopt',
  'approval.list',
  'approval.decide',
  'approval.enterByPhone',
  'approval.confirmPhone',
  'document.read',
  'inFlight.enter',
  'inFlight.confirm',
  'dispatch.record',
  'reply.record',
  'reply.decide',
  'gap.close',
  'evidence.read',
  'evidence.upload',
  'evidence.receive',
  'hold.place',
  'hold.release',
  'pause.place',
  'pause.end',
  'pause.list',
  'start.read',
  'start.release',
  'withdrawal.record',
  'clock.turn',
  'report.record',
  'review.record',
  'conflict.declare',
  'conflict.record',
  'conflict.read',
  'conflict.end',
  'mark.set',
  'mark.end',
  'read.list',
  'alert.list',
  'alert.acknowledge',
  'webhook.list',
  'webhook.manage',
  'audit.read',
  'audit.verify',
] as const;
export type Action = (typeof actions)[number];

/** A person as the door knows him or her. */
export type Actor = {
  id: string;
  unitId: string;
  roles: readonly Role[];
  /** In whose name he or she acts; what shuts that person out shuts both out. */
  onBehalfOf?: string;
};

/** What is known about the thing acted upon; only what the conditions of the matrix read. */
export type Subject = {
  /** Unit that owns the case. */
  unitId?: string;
  family?: RouteFamily;
  /** Who drafted the request; for a decision, who owns the case it is about. */
  drafterIds?: readonly string[];
  /** Persons who drafted, signed, sent or received on this route. */
  involvedIds?: readonly string[];
  /** Persons whom it is about, and who did the first half of it where there is one. */
  concernedIds?: readonly string[];
  /** Role that is passed on. */
  role?: Role;
  /** Members of the case. */
  memberIds?: readonly string[];
  /** The file is marked privileged. */
  privileged?: boolean;
  /** The person it is about oversees or audits. */
  concernsOversight?: boolean;
  /** Something of the running plan was approved or sent already. */
  anythingApproved?: boolean;
  /** Roles that the case's own terms name: of the approval step, or of the dictionary for a decision. */
  namedRoles?: readonly Role[];
};
