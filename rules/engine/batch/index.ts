export { digestInto, digestSize, parts, type Part } from './digest.js';
export { Decider } from './decider.js';
export { decidedBy, decidedIn, differenceBetween, type Decided, type DecidedLot } from './decided.js';
export { Layout, type Column } from './layout.js';
export type { Outcome } from './outcome.js';
export { decidedOn, deciderOn } from './case.js';
export { WhatIf, type Bearing, type Flip } from './what-if.js';
export type { Sheets } from './sheets.js';
