export { createEvents, type EventDeps } from './deliver.js';
