export { continuedFrom, type PausedClock } from './continued.js';
export { dayByDay, type DayOfPeriod } from './days.js';
export { clocksIfSent, officesFor, tomorrow, type ClockIfSent } from './if-sent.js';
export {
  instantsOf,
  preservationOf,
  rungsFrom,
  untilAnnounced,
  type Announced,
  type ClockInstants,
  type Granted,
} from './instants.js';
export { assumedCalendar, type Offices } from './office-days.js';
export { endOf, type Counted, type Derivation } from './periods.js';
export { isZone } from './zone.js';
