import type { Action } from './actions.js';

/** What a person does only when he or she signed in with a second factor: it binds others, or gives power. */
export const graveActions: readonly Action[] = [
  'approval.decide',
  'decision.second',
  'override.record',
  'override.second',
  'delegation.give',
  'webhook.manage',
  'people.propose',
  'people.confirm',
  'people.handOver',
  'people.leave',
  'rules.approve',
  'rules.publish',
  'rules.takeBack',
];

/** Closed list of what a machine may be registered for. None of it counts a person or opens a case. */
export const machineActions = ['rules.read', 'audit.verify'] as const satisfies readonly Action[];
export type MachineAction = (typeof machineActions)[number];
