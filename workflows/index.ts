export { alertSweep } from './alert-sweep.js';
export { auditCheckpoint } from './audit-checkpoint.js';
export { auditTimeStamp } from './audit-time-stamp.js';
export { caseFile } from './case-file.js';
export { digestSweep } from './digest-sweep.js';
export { mailSweep } from './mail-sweep.js';
export { eventSweep } from './event-sweep.js';
export { reconciliation } from './reconciliation.js';
export { waitSweep } from './wait-sweep.js';
export { ruleSweep } from './rule-sweep.js';
export { relaySweep } from './relay-sweep.js';
export {
  art29,
  art30,
  consent,
  domestic,
  edr,
  epoc,
  epocPr,
  mla,
  osint,
  p2p,
  provDisc,
  provPres,
} from './route-types.js';
