export * from './absences.js';
export * from './delegations.js';
export * from './departure.js';
export * from './directory.js';
export * from './identities.js';
export * from './persons.js';
export * from './rota.js';
export * from './sessions.js';
