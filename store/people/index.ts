export * from './absences.js';
export {
  listPersonChanges,
  personChangeById,
  proposePersonChange,
  settlePersonChange,
  type Settling,
} from './changes.js';
export * from './delegations.js';
export * from './departure.js';
export * from './founding.js';
export { passWorkOn, whyNotPassOn, type WorkPassedOn, type WorkToPassOn } from './pass-on.js';
export { listPeople, listUnits, unitById } from './directory.js';
export { listMachines } from './machine-change.js';
export {
  listOfficeChanges,
  officeChangeById,
  proposeOfficeChange,
  settleOfficeChange,
} from './office-changes.js';
export * from './identities.js';
export {
  peopleWithRole,
  personById,
  personByToken,
  seedPeople,
  type PeopleToSeed,
  type Person,
} from './persons.js';
export * from './rota.js';
export * from './sessions.js';
export { workOf } from './work.js';
